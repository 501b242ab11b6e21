/** JSON as it comes in: its values, where reading stopped, how deep it goes. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** Larger files are collections to be taken apart first: reading one whole would take many times its size. */
export const LARGEST = 50_000_000;
export const tooLarge = (size: number): string =>
  `It has ${Math.round(size / 1e6)} MB; Cred reads files up to ${LARGEST / 1e6} MB. Take it apart into several files in a folder, and import the folder.`;
/** What people write by hand or systems export is far from it. */
const DEEPEST = 200;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
export const itemsOf = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value];

/** The value, or what is wrong with the text and where. */
export function parseJson(text: string): { readonly json: Json } | { readonly at: string; readonly why: string } {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') return { at: '', why: 'It is empty.' };
  const deep = tooDeep(body);
  if (deep !== undefined) return { at: place(body, deep), why: `It goes more than ${DEEPEST} levels deep, which no record does.` };
  try {
    return { json: JSON.parse(body) as Json };
  } catch (error) {
    const said = (error as Error).message;
    const position = /position (\d+)/.exec(said)?.[1];
    // Without a position, the text has ended too early.
    const offset = position === undefined ? whereItStops(body) : Number(position);
    const ended = offset >= body.trimEnd().length;
    return {
      at: place(body, offset),
      why: ended
        ? 'It ends too early: a part of the file is missing.'
        : `It is not valid JSON: ${JSON.stringify(body[offset])} was not expected here.`,
    };
  }
}

function place(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}

/** Some messages of the engine show the text at fault instead of its position; the longest beginning that can still be continued ends there. */
function whereItStops(text: string): number {
  let low = 0;
  let high = text.length;
  const ends = (length: number): boolean => {
    try {
      JSON.parse(text.slice(0, length));
      return true;
    } catch (error) {
      return /end of JSON|Unterminated|end of data/i.test((error as Error).message);
    }
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ends(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the text goes deeper than anybody means it. */
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
