/** Reads frameworks of CASE (Competencies and Academic Standards Exchange 1.0 and 1.1) into drafts with their statements as outcomes. */
import type { RecordAccount } from './ctdl/in.ts';
import { leavesOf } from './ctdl/leaves.ts';
import type { PathFate } from './ctdl/source.ts';
import { isObject, itemsOf, type Json, type JsonObject } from './json.ts';
import { type BlockDraft, draft } from './model.ts';
import type { ImportProblem } from './model-in.ts';
import { FreeNames } from './names.ts';
import { oneLine } from './values.ts';

/** The draft made from a framework, with an account of its values. */
export interface ReadFramework {
  readonly blocks: readonly BlockDraft[];
  readonly records: readonly RecordAccount[];
  readonly problems: readonly ImportProblem[];
}

/** Whether a file is a framework: a package with its document and items. */
export const isFramework = (json: Json): json is JsonObject => isObject(json) && isObject(json.CFDocument) && Array.isArray(json.CFItems);

/** Reads a framework. Its statements are outcomes, in the order of their parents; the document is the summary. */
export function readFramework(json: JsonObject, names = new FreeNames()): ReadFramework {
  const document = json.CFDocument as JsonObject;
  const title = textOf(document, 'title') ?? 'Framework';
  const program = draft('program');
  program.holes.push('title');
  program.name = names.of(`${title} program`, { words: 6 });
  program.notes.push(
    `These are the statements of "${oneLine(title)}". Give the program that they belong to a title, or move them to its own.`,
  );
  const inner = new FreeNames(names);
  const problems: ImportProblem[] = [];
  const taken = new Set<string>(['CFDocument.title']);
  const value: string[] = [];
  for (const { item, index } of ordered(json)) {
    const at = `CFItems[${index}]`;
    const statement = textOf(item, 'fullStatement');
    if (statement === undefined) {
      problems.push({ at, why: 'The item has no "fullStatement". It is left out.' });
      continue;
    }
    taken.add(`${at}.fullStatement`);
    const made = draft('outcome', oneLine(statement));
    made.name = inner.of(statement, { words: 4 });
    program.blocks.push(made);
    const code = textOf(item, 'humanCodingScheme');
    if (code === undefined) continue;
    taken.add(`${at}.humanCodingScheme`);
    value.push(`${made.name}.humanCodingScheme = ${code}`);
  }
  if (program.blocks.length === 0) problems.push({ at: 'CFItems', why: 'There is no statement in it.' });
  for (const { path, value: said } of leavesOf(document, 'CFDocument')) if (!taken.has(path)) value.push(`${path} = ${said}`);
  if (value.length > 0) program.blocks.push(Object.assign(draft('imported'), { properties: { from: 'CASE', value } }));
  const properties = leavesOf(json, '').map(({ path }): PathFate => ({ path, fate: taken.has(path) ? 'mapped' : 'note' }));
  return { blocks: [program], records: [{ at: '', title: oneLine(title), type: 'CFDocument', name: program.name, properties }], problems };
}

interface CaseItem {
  readonly item: JsonObject;
  readonly index: number;
}

/** Returns the items so that each follows its parent, siblings by their sequence number. */
function ordered(json: JsonObject): CaseItem[] {
  const items = (json.CFItems as readonly Json[]).flatMap((item, index): CaseItem[] => (isObject(item) ? [{ item, index }] : []));
  const byId = new Map(items.map(one => [String(one.item.identifier), one]));
  const parents = new Map<string, { parent: string; sequence: number }>();
  for (const one of itemsOf(json.CFAssociations)) {
    if (!isObject(one) || one.associationType !== 'isChildOf') continue;
    const child = idOf(one.originNodeURI);
    if (child !== undefined) parents.set(child, { parent: idOf(one.destinationNodeURI) ?? '', sequence: Number(one.sequenceNumber ?? 0) });
  }
  const children = new Map<string, CaseItem[]>();
  for (const one of items) {
    const { parent = '' } = parents.get(String(one.item.identifier)) ?? {};
    const key = byId.has(parent) ? parent : '';
    children.set(key, [...(children.get(key) ?? []), one]);
  }
  const sequence = (one: CaseItem): number => parents.get(String(one.item.identifier))?.sequence ?? 0;
  const seen = new Set<CaseItem>();
  const walk = (key: string): CaseItem[] =>
    [...(children.get(key) ?? [])]
      .sort((a, b) => sequence(a) - sequence(b))
      .flatMap(one => {
        if (seen.has(one)) return [];
        seen.add(one);
        return [one, ...walk(String(one.item.identifier))];
      });
  const found = walk('');
  // Items in a circle of parents come last.
  return [...found, ...items.filter(one => !seen.has(one))];
}

const idOf = (node: Json | undefined): string | undefined =>
  isObject(node) && typeof node.identifier === 'string' ? node.identifier : undefined;
const textOf = (json: JsonObject, key: string): string | undefined => {
  const value = json[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};
