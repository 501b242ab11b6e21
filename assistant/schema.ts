/** The part of JSON Schema in which tools declare what they take and answer; arguments are checked against it. */
import { isDay } from '../language/project/config-slips.ts';

/** A JSON Schema. Only the keywords that the tools need are known. */
export interface Schema {
  readonly type: 'string' | 'boolean' | 'integer' | 'array' | 'object';
  readonly description?: string;
  readonly enum?: readonly string[];
  /** A day such as `2026-01-31` is a `date`. */
  readonly format?: 'date';
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}

/** An object with these properties and no others; all that `required` does not name may be absent. */
export const object = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});

/** An object of an answer, which may get further properties in a later version. */
export const answerObject = (
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[] = Object.keys(properties),
): Schema => ({
  type: 'object',
  properties,
  required,
});

/** The schema of a list. */
export const list = (items: Schema, description?: string): Schema => ({ type: 'array', items, ...(description && { description }) });
/** The schema of a text. */
export const text = (description?: string): Schema => ({ type: 'string', ...(description && { description }) });
/** The schema of a whole number, 0 or more. */
export const count = (description?: string): Schema => ({ type: 'integer', minimum: 0, ...(description && { description }) });
/** The schema of a yes or no. */
export const yesNo = (description?: string): Schema => ({ type: 'boolean', ...(description && { description }) });

/** Returns a sentence about the first place of a value that does not fit; `undefined` if all fits. `where` names the value. */
export function misfit(value: unknown, schema: Schema, where: string): string | undefined {
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' ? stringMisfit(value, schema, where) : `"${where}" is to be a text.`;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `"${where}" is to be true or false.`;
    case 'integer':
      return Number.isInteger(value) && (value as number) >= (schema.minimum ?? Number.MIN_SAFE_INTEGER)
        ? undefined
        : `"${where}" is to be a whole number${schema.minimum === undefined ? '' : ` from ${schema.minimum} on`}.`;
    case 'array':
      if (!Array.isArray(value) || value.length < (schema.minItems ?? 0))
        return `"${where}" is to be a list${schema.minItems ? ' that is not empty' : ''}.`;
      return firstOf(value.map((one, i) => () => misfit(one, schema.items!, `${where}[${i}]`)));
    case 'object':
      return objectMisfit(value, schema, where);
  }
}

function stringMisfit(value: string, { enum: words, format, minLength = 0 }: Schema, where: string): string | undefined {
  if (words && !words.includes(value)) return `"${where}" is to be one of ${words.map(word => `"${word}"`).join(', ')}.`;
  if (format === 'date' && !isDay(value)) return `"${where}" is to be a day. Write a day as 2026-01-31.`;
  return value.length < minLength ? `"${where}" is empty.` : undefined;
}

function objectMisfit(value: unknown, { properties = {}, required = [], additionalProperties }: Schema, where: string): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `"${where}" is to be an object.`;
  const named = (key: string): string => (where === '' ? key : `${where}.${key}`);
  const missing = required.find(key => !Object.hasOwn(value, key));
  if (missing !== undefined) return `"${named(missing)}" is missing.`;
  return firstOf(
    Object.entries(value).map(([key, one]) => () => {
      if (Object.hasOwn(properties, key)) return misfit(one, properties[key]!, named(key));
      return additionalProperties === false
        ? `There is no "${named(key)}" here. Known are: ${Object.keys(properties).join(', ')}.`
        : undefined;
    }),
  );
}

function firstOf(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const found = check();
    if (found !== undefined) return found;
  }
  return undefined;
}
