/**
 * Renames a block where its name is not a reference: in the ids of a standard's findings, which begin with the standard's name, in
 * `cred-ignore` comments and `cred.json`; and in the lists of programs and standards in `cred.json`.
 */
import { ignoresOf } from '../findings/ignore.ts';
import type { NamedFacts } from '../model/facts.ts';
import { Lines, type TextRange } from '../model/lines.ts';
import { type NamedThere, readConfig } from '../project/config.ts';
import { RULES } from '../rules/index.ts';
import { clauseId } from '../standards/ids.ts';
import { isProgramKind } from '../vocabulary/kinds.ts';
import type { NamedFiles } from './mentions.ts';

/** The text of a `cred.json`. */
export interface SettingsText {
  readonly uri: string;
  readonly text: string;
}

export interface Replacement {
  readonly uri: string;
  readonly range: TextRange;
  readonly newText: string;
}

/** Returns the replacements for a block's new name. `settings` is the project's `cred.json`, if it has one. */
export function renamedIds(project: NamedFiles, target: NamedFacts, name: string, settings: SettingsText | undefined): Replacement[] {
  const idOf = newIds(target, name);
  const inIgnores = project.uris.flatMap(uri => (project.text(uri)?.includes('cred-ignore') ? ignored(project, uri, idOf) : []));
  return [...inIgnores, ...(settings ? inSettings(settings, target, name, idOf) : [])];
}

/** Returns the new id of a finding; the same id if the name is no part of it. */
type NewId = (id: string) => string;

function newIds({ kind, name: old, path }: NamedFacts, name: string): NewId {
  const standard = kind === 'standard' ? old : path.split('.', 1)[0]!;
  const group = `${standard.toLowerCase()}/`;
  // An id that begins like one of Cred's own rules is that rule's.
  if (!['standard', 'clause'].includes(kind) || RULES.some(({ id }) => id.startsWith(group))) return id => id;
  if (kind === 'standard') return id => (id.startsWith(group) ? clauseId(name, id.slice(group.length)) : id);
  return id => (id === clauseId(standard, old) ? clauseId(standard, name) : id);
}

function ignored(project: NamedFiles, uri: string, newId: NewId): Replacement[] {
  const file = project.file(uri);
  if (!file) return [];
  return ignoresOf(file).flatMap(({ rules }) =>
    rules
      .filter(({ id }) => newId(id) !== id)
      .map(({ id, start }) => ({ uri, range: file.lines.range(start, start + id.length), newText: newId(id) })),
  );
}

function inSettings({ uri, text }: SettingsText, { kind, name: old }: NamedFacts, name: string, newId: NewId): Replacement[] {
  const { rules, standards, programs } = readConfig(text).named;
  const lines = new Lines(text);
  const replaced = (places: readonly NamedThere[], renamed: (word: string) => string): Replacement[] =>
    places
      .filter(place => renamed(place.name) !== place.name)
      .map(place => ({ uri, range: lines.range(place.start, place.end), newText: JSON.stringify(renamed(place.name)) }));
  const own = (word: string): string => (word === old ? name : word);
  return [
    ...replaced(rules, newId),
    ...(kind === 'standard' ? replaced(standards, own) : []),
    ...(isProgramKind(kind) ? replaced(programs, own) : []),
  ];
}
