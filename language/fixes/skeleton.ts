/** What a new block begins with, whichever face makes it: completion, a fix, a template or the guided choice. */
import type { Names } from '../model/scope.ts';
import type { KindTable } from '../vocabulary/define.ts';
import { isProgramKind } from '../vocabulary/kinds.ts';

/** A key and its value as it is written. */
export type WrittenProperty = readonly [key: string, value: string];

/**
 * Returns the usual properties of a kind and those that are known, in the vocabulary's order. What is not known is a hole; a new
 * program is planned.
 */
export function skeleton(table: KindTable, known: Readonly<Record<string, string | undefined>> = {}): readonly WrittenProperty[] {
  const status = isProgramKind(table.name) ? { status: 'planned' } : {};
  const values: Readonly<Record<string, string | undefined>> = { ...status, ...known };
  const wanted = new Set([...table.insert, ...Object.keys(known)]);
  return Object.keys(table.properties)
    .filter(key => wanted.has(key))
    .map(key => [key, values[key] ?? '?']);
}

/** Returns what a project tells of a new block: the owner of a program, where there is one organization only. */
export function knownOf(table: KindTable, names: Names): Readonly<Record<string, string>> {
  if (!isProgramKind(table.name)) return {};
  let only: string | undefined;
  for (const { kind, name } of names.all) {
    if (kind !== 'organization') continue;
    if (only !== undefined) return {};
    only = name;
  }
  return only === undefined ? {} : { owner: only };
}
