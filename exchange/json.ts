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

/** A parsed text. The remarks are about keys that stand twice in one object. */
export interface ParsedJson {
  readonly json: Json;
  readonly remarks: readonly { readonly at: string; readonly why: string }[];
}

/** Returns the value, or what is wrong with the text and where. */
export function parseJson(text: string): ParsedJson | { readonly at: string; readonly why: string } {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') return { at: '', why: 'It is empty.' };
  const { deep, end, twice } = scan(body);
  if (deep !== undefined) return { at: place(body, deep), why: `It goes more than ${DEEPEST} levels deep, which no record does.` };
  try {
    const json = JSON.parse(body) as Json;
    const why = (key: string): string => `The key ${key} stands twice in this object. What stands there last counts.`;
    return { json, remarks: twice.map(({ at, key }) => ({ at: place(body, at), why: why(key) })) };
  } catch {
    return (end !== undefined && behind(body, end)) || slipIn(body);
  }
}

/** Returns what stands behind the end of the first value; `undefined` if that is nothing, or the value is broken itself. */
function behind(body: string, end: number): { readonly at: string; readonly why: string } | undefined {
  const rest = body.slice(end);
  const offset = end + rest.search(/\S/);
  if (rest.trim() === '') return undefined;
  try {
    JSON.parse(body.slice(0, end));
  } catch {
    return undefined;
  }
  const line = rest.trim().split('\n', 1)[0]!.trim();
  const shown = line.length > 40 ? `${line.slice(0, 40)}…` : line;
  return { at: place(body, offset), why: `Something stands behind the end of the record: ${JSON.stringify(shown)}. Remove it.` };
}

/** Finds out why a text is not JSON. The message of the JavaScript engine shows the text at fault instead of its position. */
function slipIn(body: string): { readonly at: string; readonly why: string } {
  const errors: ParseError[] = [];
  parse(body, errors, { disallowComments: true });
  const end = body.trimEnd().length;
  const { offset, length } = errors[0] ?? { offset: end, length: 0 };
  // The text is cut off, or closed where another value must follow: `[1,]`.
  if (offset + length >= end && !/[\]}]/.test(body[offset] ?? ''))
    return { at: place(body, end), why: 'It ends too early: a part of the file is missing.' };
  return { at: place(body, offset), why: `It is not valid JSON: ${JSON.stringify(body[offset])} was not expected here.` };
}

function place(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}

/** The most keys that are remarked on; a file with more of them is made wrongly as a whole. */
const MOST_REMARKS = 100;

interface ScannedJson {
  /** The offset at which the text exceeds the depth limit. */
  readonly deep?: number;
  /** The offset behind the first object or array. */
  readonly end?: number;
  /** The keys that stand twice in their object, each as it is written. */
  readonly twice: readonly { readonly at: number; readonly key: string }[];
}

/** Walks through a text once, for what `JSON.parse` does not report. */
function scan(text: string): ScannedJson {
  const twice: { at: number; key: string }[] = [];
  /** The keys of the objects around; an array has none. */
  const around: (Set<string> | undefined)[] = [];
  let isKey = false;
  let end: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 34) {
      const start = at++;
      while (at < text.length && text.charCodeAt(at) !== 34) at += text.charCodeAt(at) === 92 ? 2 : 1;
      const keys = around.at(-1);
      if (!isKey || !keys) continue;
      isKey = false;
      const key = text.slice(start, at + 1);
      if (keys.has(key) && twice.length < MOST_REMARKS) twice.push({ at: start, key });
      keys.add(key);
    } else if (c === 123 || c === 91) {
      around.push(c === 123 ? new Set() : undefined);
      isKey = c === 123;
      if (around.length > DEEPEST) return { deep: at, twice };
    } else if (c === 125 || c === 93) {
      around.pop();
      if (around.length === 0) end ??= at + 1;
    } else if (c === 44) isKey = around.at(-1) !== undefined;
  }
  return { twice, ...(end !== undefined && { end }) };
}
