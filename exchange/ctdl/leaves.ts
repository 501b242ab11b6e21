/** Every value of a record with its path, and those that are to be said in comments. */
import { isObject, type Json, type JsonObject } from '../json.ts';
import { oneLine } from '../values.ts';
import { OTHER_CLASSES } from './terms.ts';

export interface JsonLeaf {
  readonly path: string;
  readonly value: string;
}
/** The class of a part follows from where the part stands; that of a credential or an organization does not. */
export const isPartClass = (path: string, value: string): boolean =>
  /(^|\.)@type(\[\d+\])?$/.test(path) && OTHER_CLASSES.has(value) && !/Organization$/.test(value);

/** A key that could be taken for a path stands in quotation marks. */
export function step(path: string, key: string): string {
  const shown = /^[@\w:-]+$/.test(key) ? key : JSON.stringify(key);
  return path ? `${path}.${shown}` : shown;
}

export function leavesOf(json: Json, path: string): JsonLeaf[] {
  if (Array.isArray(json)) return (json as readonly Json[]).flatMap((one, index) => leavesOf(one, `${path}[${index}]`));
  if (isObject(json)) return Object.entries(json).flatMap(([key, one]) => leavesOf(one, step(path, key)));
  return [{ path, value: String(json) }];
}

/** What is not said, in lines: what belongs together stands together. */
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
