/**
 * The lines of an `imported` block: `path = value`. A path leads from the record to one value, such as
 * `requires[Experience route].assertedBy[] = https://…`:
 *
 * - `key` is a property; those of CTDL stand without their prefix.
 * - `key[text]` is the item that Cred writes from what it understands and that contains this text.
 * - `key[0]` is an item that only the record has; lines with the same number describe the same item.
 * - `key[]` adds a value to a list.
 * - A last key that is the code of a language gives the language of the text.
 */
import type { Json } from '../json.ts';
import { PROPERTIES } from './terms.ts';

/** A step of a path. `pick` is the text or the number of an item, or `list` for another value of a list. */
export interface CarriedStep {
  readonly key: string;
  readonly pick?: string | number | typeof LIST;
}
/** The pick of a value that is added to a list. */
export const LIST = Symbol('another value of a list');

/** A value of a record with its path. */
export interface CarriedValue {
  readonly path: readonly CarriedStep[];
  readonly value: Json;
}

const PREFIX = 'ceterms:';

/** Writes a line. */
export const lineOf = ({ path, value }: CarriedValue): string => `${path.map(stepText).join('.')} = ${valueText(value)}`;

function stepText({ key, pick }: CarriedStep): string {
  const short = PROPERTIES.has(key) ? key.slice(PREFIX.length) : key;
  const name = /^[@\w:-]+$/.test(short) ? short : JSON.stringify(short);
  if (pick === undefined) return name;
  if (pick === LIST) return `${name}[]`;
  if (typeof pick === 'number') return `${name}[${pick}]`;
  const text = /^\d*$|^=/.test(pick) ? `=${pick}` : pick;
  return `${name}[${text.replace(/[\]\\]/g, '\\$&')}]`;
}

/** Writes a value so that its type is known: a text that would be taken for another type stands in quotes. Blanks at its ends are dropped. */
function valueText(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const plain = value.replace(/\r\n?/g, '\n').trim();
  return plain === '' || isTyped(plain) || /[^\P{Cc}\n\t]|\p{Cs}/u.test(plain) ? JSON.stringify(plain) : plain;
}
const isTyped = (text: string): boolean => /^(?:true|false|null|-?\d[\d.eE+-]*)$|^["[{]/.test(text);

/** Reads a line; returns `undefined` if it is none. */
export function carriedIn(line: string): CarriedValue | undefined {
  const path: CarriedStep[] = [];
  let at = 0;
  while (at < line.length) {
    const [whole, quoted, bare, picked] = STEP.exec(line.slice(at)) ?? [];
    if (whole === undefined) return undefined;
    at += whole.length;
    const name = bare ?? parsed(quoted!);
    if (typeof name !== 'string') return undefined;
    const key = PROPERTIES.has(PREFIX + name) ? PREFIX + name : name;
    const pick = pickIn(picked);
    path.push({ key, ...(pick !== undefined && { pick }) });
    if (line.startsWith(' = ', at)) return valueIn(path, line.slice(at + 3));
    if (line[at++] !== '.') return undefined;
  }
  return undefined;
}
const STEP = /^(?:("(?:[^"\\]|\\.)*")|([@\w:-]+))(\[(?:[^\]\\]|\\.)*\])?/s;

function pickIn(picked: string | undefined): CarriedStep['pick'] {
  if (picked === undefined) return undefined;
  const text = picked.slice(1, -1);
  if (text === '') return LIST;
  if (/^\d+$/.test(text)) return Number(text);
  return text.replace(/^=/, '').replace(/\\([\]\\])/g, '$1');
}

function valueIn(path: readonly CarriedStep[], text: string): CarriedValue | undefined {
  const value = isTyped(text) ? (parsed(text) ?? text) : text;
  return typeof value === 'object' ? undefined : { path, value };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
