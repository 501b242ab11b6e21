/** Lists every value of a record with its path, and writes the values that become comments. */
import { isObject, type Json, type JsonObject } from '../json.ts';
import { oneLine } from '../values.ts';
import { OTHER_CLASSES } from './terms.ts';

/** A single value with its path. */
export interface JsonLeaf {
  readonly path: string;
  readonly value: string;
}
/** Whether a value is the class of a part, which follows from the part's place. The class of a credential or an organization does not. */
export const isPartClass = (path: string, value: string): boolean =>
  /(^|\.)@type(\[\d+\])?$/.test(path) && OTHER_CLASSES.has(value) && !/Organization$/.test(value);

/** Appends a key to a path; a key that could be taken for a path is put in quotes. */
export function step(path: string, key: string): string {
  const shown = /^[@\w:-]+$/.test(key) ? key : JSON.stringify(key);
  return path ? `${path}.${shown}` : shown;
}

/** Returns all single values below a path. */
export function leavesOf(json: Json, path: string): JsonLeaf[] {
  if (Array.isArray(json)) return (json as readonly Json[]).flatMap((one, index) => leavesOf(one, `${path}[${index}]`));
  if (isObject(json)) return Object.entries(json).flatMap(([key, one]) => leavesOf(one, step(path, key)));
  return [{ path, value: String(json) }];
}

/** Writes the values that have no place in Cred as lines; values that belong together stand together. */
export function notesOf(json: Json, path: string, isSaid: (leaf: JsonLeaf) => boolean): string[] {
  const leaves = leavesOf(json, path);
  const open = leaves.filter(leaf => !isSaid(leaf));
  if (open.length === 0) return [];
  const whole = leaves.every(leaf => !isSaid(leaf) || isPartClass(leaf.path, leaf.value));
  if (!whole || path === '') {
    const inside: [string, Json][] = Array.isArray(json)
      ? (json as readonly Json[]).map((one, index) => [`${path}[${index}]`, one])
      : Object.entries(json as JsonObject).map(([key, one]) => [step(path, key), one]);
    return inside.flatMap(([at, one]) => notesOf(one, at, isSaid));
  }
  if (Array.isArray(json) && (json as readonly Json[]).some(isObject))
    return (json as readonly Json[]).flatMap((one, index) => notesOf(one, `${path}[${index}]`, isSaid));
  const inner = (at: string): string =>
    at
      .slice(path.length)
      .replace(/ceterms:/g, '')
      .replace(/^\./, '')
      .replace(/^\[\d+\]$/, '');
  const parts = open.map(leaf => [inner(leaf.path), oneLine(leaf.value)].filter(Boolean).join(' = '));
  return [`${path.replace(/ceterms:/g, '')}: ${parts.join('; ')}`];
}
