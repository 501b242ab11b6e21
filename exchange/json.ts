/** Parses JSON from other systems; errors have a place, and size and depth are limited. */
import { type ParseError, parse } from 'jsonc-parser';

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/**
 * The size limit in bytes. Larger files are collections that should be split first: parsing one would take many times its size in memory.
 */
export const LARGEST = 25_000_000;
/** Returns the message about a file that is too large; `size` is in bytes. */
export const tooLarge = (size: number): string =>
  `It has ${Math.round(size / 1e6)} MB; Cred reads files up to ${LARGEST / 1e6} MB. Take it apart into several files in a folder, and import the folder.`;
/** The depth limit, far above what people write or systems export. */
const DEEPEST = 200;

/** Whether a value is an object and not an array. */
export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Returns the items of an array, or the single value as a list. */
export const itemsOf = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value];

export { entry } from '../language/model/entry.ts';

/** Returns the value, or what is wrong with the text and where. */
export function parseJson(text: string): { readonly json: Json } | { readonly at: string; readonly why: string } {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') return { at: '', why: 'It is empty.' };
  const deep = tooDeep(body);
  if (deep !== undefined) return { at: place(body, deep), why: `It goes more than ${DEEPEST} levels deep, which no record does.` };
  try {
    return { json: JSON.parse(body) as Json };
  } catch {
    // The message of the JavaScript engine shows the text at fault instead of its position.
    const errors: ParseError[] = [];
    parse(body, errors, { disallowComments: true });
    const end = body.trimEnd().length;
    const { offset, length } = errors[0] ?? { offset: end, length: 0 };
    // The text is cut off, or closed where another value must follow: `[1,]`.
    if (offset + length >= end && !/[\]}]/.test(body[offset] ?? ''))
      return { at: place(body, end), why: 'It ends too early: a part of the file is missing.' };
    return { at: place(body, offset), why: `It is not valid JSON: ${JSON.stringify(body[offset])} was not expected here.` };
  }
}

function place(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}

/** Returns the offset at which the text exceeds the depth limit; `undefined` if it does not. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (quoted) {
      if (c === 92) at++;
      else if (c === 34) quoted = false;
    } else if (c === 34) quoted = true;
    else if (c === 123 || c === 91) {
      if (++depth > DEEPEST) return at;
    } else if (c === 125 || c === 93) depth--;
  }
  return undefined;
}
