/** What the parameters of a request must look like, and what is amiss with those that do not. */

/**
 * A JSON type by its name, a list of values, or an object with such values; a key that ends with `?` may be left out or `null`.
 * A `count` is a whole number from 0 on.
 */
export type ParamShape = 'text' | 'count' | 'anything' | readonly [ParamShape] | { readonly [key: string]: ParamShape };

/** The first place that does not fit, as a sentence for whoever writes a client; `undefined` where all fits. */
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

export const DOCUMENT = { textDocument: { uri: 'text' } } as const satisfies ParamShape;
const POSITION = { line: 'count', character: 'count' } as const satisfies ParamShape;
/** A place in a document. */
export const AT_POSITION = { ...DOCUMENT, position: POSITION } as const satisfies ParamShape;
export const AT_POSITIONS = { ...DOCUMENT, positions: [POSITION] } as const satisfies ParamShape;
export const RANGE = { start: POSITION, end: POSITION } as const satisfies ParamShape;
/** A part of a document. */
export const IN_RANGE = { ...DOCUMENT, range: RANGE } as const satisfies ParamShape;
