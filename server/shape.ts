/** Checks the parameters of requests against their shapes. */

/**
 * The shape of a JSON value: the name of a type, a list of values of one shape, or an object with a shape for each key. A key that ends
 * with `?` may be absent or `null`. A `count` is a whole number from 0 on.
 */
export type ParamShape = 'text' | 'count' | 'anything' | readonly [ParamShape] | { readonly [key: string]: ParamShape };

/** Returns a sentence about the first place that does not fit, for the author of a client; `undefined` if all fits. */
export function misfit(value: unknown, shape: ParamShape, where = 'params'): string | undefined {
  if (shape === 'anything') return undefined;
  if (shape === 'text') return typeof value === 'string' ? undefined : `"${where}" is to be a string.`;
  if (shape === 'count') return isCount(value) ? undefined : `"${where}" is to be a whole number from 0 on.`;
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return `"${where}" is to be an array.`;
    return first(value.map((one, i) => () => misfit(one, shape[0] as ParamShape, `${where}[${i}]`)));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `"${where}" is to be an object.`;
  return first(
    Object.entries(shape).map(([key, inner]) => () => {
      const name = key.replace(/\?$/, '');
      const given = (value as Record<string, unknown>)[name];
      return name !== key && (given === undefined || given === null) ? undefined : misfit(given, inner as ParamShape, `${where}.${name}`);
    }),
  );
}

const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0;

function first(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const found = check();
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A document. */
export const DOCUMENT = { textDocument: { uri: 'text' } } as const satisfies ParamShape;
const POSITION = { line: 'count', character: 'count' } as const satisfies ParamShape;
/** A position in a document. */
export const AT_POSITION = { ...DOCUMENT, position: POSITION } as const satisfies ParamShape;
/** Several positions in a document. */
export const AT_POSITIONS = { ...DOCUMENT, positions: [POSITION] } as const satisfies ParamShape;
/** A range of a text. */
export const RANGE = { start: POSITION, end: POSITION } as const satisfies ParamShape;
/** A range of a document. */
export const IN_RANGE = { ...DOCUMENT, range: RANGE } as const satisfies ParamShape;
