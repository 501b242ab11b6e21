/** Makes the fixes that add a standard's missing features, as holes at their canonical places. */

import { type BlockView, down, type Ground, reach, viewOfBlock } from '../analysis/judging/block-view.ts';
import { type FeaturePath, featurePath } from '../analysis/judging/feature-path.ts';
import type { ClauseState, FeatureState } from '../analysis/judging/readiness.ts';
import type { Edit, Fix } from '../findings/finding.ts';
import { addMembers, type NewBlock } from '../fixes/place.ts';
import { fileName } from '../model/address.ts';
import type { AnyBlock, StatedList } from '../model/block.ts';
import type { BlockFacts, NamedFacts } from '../model/facts.ts';
import { type CredFile, topOf } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import { offsets } from '../model/span.ts';
import { isProgramKind, kindOf } from '../vocabulary/kinds.ts';
import type { Program } from '../vocabulary/program.ts';

interface ClauseFixContext {
  readonly file: CredFile;
  readonly names: Names;
  /** The ground on which the program was judged. The fix extends the blocks that counted there. */
  readonly ground: Ground;
}

/**
 * Returns the fixes that add everything a clause still needs: one, or a second one if the owner stands in another file. There is none if
 * a stated value contradicts the clause, or if a rule has the fix.
 */
export function fixesFor(
  clause: string,
  features: readonly FeatureState[],
  owner: NamedFacts | undefined,
  { file, names, ground }: ClauseFixContext,
): Fix[] {
  const title = `Add what ${clause} asks for`;
  if (owner && owner.uri !== file.uri) return fixesInBoth(title, features, owner, { file, names, ground });
  if (!features.some(feature => addsAnything(feature, ground))) return [];
  return [{ title, safe: false, adds: true, edits: () => editsOf(planOf(features, ground), file) }];
}

function fixesInBoth(
  title: string,
  features: readonly FeatureState[],
  owner: NamedFacts,
  { file, names, ground }: ClauseFixContext,
): Fix[] {
  const fixes: Fix[] = [];
  const homes = [...planOf(features, ground).keys()];
  if (homes.some(isWritten)) fixes.push({ title, safe: false, adds: true, edits: () => editsOf(planOf(features, ground), file) });
  if (!homes.every(isWritten)) {
    const edits = (): Edit[] => {
      const other = names.file?.(owner.uri);
      const block = other?.blockOf(owner);
      return block ? editsOf(planOf(features, { ...ground, owner: viewOfBlock(block, other!), reached: new Map() }), other!, block) : [];
    };
    fixes.push({ title: `${title} in ${fileName(owner.uri)}`, safe: false, adds: true, in: owner.uri, edits });
  }
  return fixes;
}

/**
 * Returns a fix that adds an evidence block for each clause that has a name and cannot be met otherwise. Its document is a hole, so the
 * block attests nothing yet.
 */
export function addEvidence(file: CredFile, program: Program, clauses: readonly ClauseState[]): Fix[] {
  const named = clauses.filter(({ path }) => path !== undefined);
  const [first] = named;
  if (!first) return [];
  const what = named.length === 1 ? `${first.number ?? ''} ${first.title}`.trim() : `each of the ${named.length}`;
  const blocks = named.map(({ path }): NewBlock => ({ kind: 'evidence', properties: [`supports: ${path}`, 'document: ?'] }));
  return [
    {
      title: `Add evidence for ${what}`,
      safe: false,
      adds: true,
      clauses: named.length,
      edits: () => addMembers(file, program, [], blocks),
    },
  ];
}

/**
 * Returns the edits that let a document attest a clause. An evidence block of the program that supports the clause and whose document is
 * a hole gets the document; else a new block is added.
 */
export function addEvidenceOf(file: CredFile, program: Program, clause: string, document: string): Edit[] {
  const written = quoted(document);
  for (const { supports, document: stated } of program.all('evidence')) {
    if (!stated?.isHole || !supports?.items.some(({ value }) => value?.path.join('.') === clause)) continue;
    return [{ ...file.offsets(stated.span), text: written }];
  }
  return addMembers(file, program, [], [{ kind: 'evidence', properties: [`supports: ${clause}`, `document: ${written}`] }]);
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

interface Additions {
  readonly properties: Set<string>;
  /** The missing blocks by feature. They are made only when the fix is applied, because few fixes are. */
  readonly blocks: Map<FeatureState, WantedBlock[]>;
  /** The lists that get one hole at their end for everything that they lack. */
  readonly lists: Set<StatedList<unknown> | undefined>;
}
type Plan = Map<Home, Additions>;

/** A block that may be extended. A block of another file is known by its facts, which suffice to decide whether it needs anything. */
type Home = AnyBlock | BlockFacts;

const isWritten = (home: Home): home is AnyBlock => 'children' in home && 'properties' in home;

/** A block that is missing, with further kinds inside it, and then a property and its word. */
interface WantedBlock {
  readonly kind: string;
  readonly rest: readonly string[];
  readonly key: string | undefined;
  readonly word: string | undefined;
}

function planOf(features: readonly FeatureState[], ground: Ground): Plan {
  const plan: Plan = new Map();
  for (const feature of features) {
    const add: NoteAddition = ({ of: block }, addition) => {
      let additions = plan.get(block);
      if (!additions) plan.set(block, (additions = { properties: new Set(), blocks: new Map(), lists: new Set() }));
      const { properties, blocks, lists } = additions;
      if (typeof addition === 'string') properties.add(addition);
      else if ('key' in addition) blocks.set(feature, [...(blocks.get(feature) ?? []), addition]);
      else lists.add(addition.list);
    };
    for (const text of feature.lacks) {
      const path = featurePath(text);
      if (path) place(ground, path, feature.each, add);
    }
  }
  return plan;
}

/** Returns whether a plan would add anything. This is cheap: it runs for every missing feature in every check. */
function addsAnything({ lacks, each }: FeatureState, ground: Ground): boolean {
  let any = false;
  const add: NoteAddition = () => void (any = true);
  for (const text of lacks) {
    const path = featurePath(text);
    if (path) place(ground, path, each, add);
    if (any) return true;
  }
  return false;
}

/** Records an addition to a block: a property, an inner block, or a hole at the end of a list. */
type NoteAddition = (home: BlockView, addition: string | WantedBlock | List) => void;

/** A list of values. Of a list in another file, only its existence is known. */
interface List {
  readonly list: StatedList<unknown> | undefined;
}

/** The kinds of which a second block may stand beside one with other contents. */
const ANOTHER: ReadonlySet<string> = new Set(['policy', 'panel', 'vendor', 'evaluation', 'milestone', 'charge', 'results']);

function place(ground: Ground, { kinds, key, word, ofOwner }: FeaturePath, each: string | undefined, add: NoteAddition): void {
  const { program, owner, today } = ground;
  if (ofOwner && !owner) {
    if (!program.keys.includes('owner')) add(program, 'owner');
    return;
  }
  let parents: readonly BlockView[] = [program];
  for (const [i, kind] of kinds.entries()) {
    if (isProgramKind(kind)) continue;
    if (kind === 'organization') {
      parents = owner ? [owner] : [];
      continue;
    }
    const home = standsIn(kind, parents[0]) ? parents : i === 0 && owner ? [owner] : [];
    const found = i === 0 ? reach(ground, [kind]) : down(parents, [kind], today);
    const without = home.filter(one => each !== undefined && i > 0 && !one.inner.some(inner => inner.kind === kind));
    const rest = kinds.slice(i + 1);
    if (found.length === 0 || without.length > 0) {
      for (const parent of found.length === 0 ? home.slice(0, each === undefined || i === 0 ? 1 : home.length) : without)
        add(parent, { kind, rest, key, word });
      if (found.length === 0) return;
    }
    parents = found;
  }
  if (key === undefined) return;
  const last = kinds.at(-1);
  const lacking = parents.filter(view => !view.keys.includes(key));
  // One of several blocks is enough, unless every one must show the feature.
  for (const view of each === undefined ? lacking.slice(-1) : lacking) add(view, key);
  if (lacking.length > 0 || word === undefined || last === undefined) return;
  const [first] = parents;
  if (ANOTHER.has(last)) {
    const home = standsIn(last, program) ? program : owner;
    if (home) add(home, { kind: last, rest: [], key, word });
  } else if (first && kindOf(first.kind)?.properties[key]?.many) {
    add(first, { list: isWritten(first.of) ? (first.of.stated(key) as StatedList<unknown>) : undefined });
  }
}

const standsIn = (kind: string, view: BlockView | undefined): boolean => kindOf(kind)!.standsIn.includes(view?.kind ?? '');

/** One new block of a kind is enough for several features, unless they ask for different words of it. */
function newBlocksOfAll(wanted: Iterable<readonly WantedBlock[]>): NewBlock[] {
  const blocks: NewBlock[] = [];
  for (const added of [...wanted].flatMap(newBlocks)) {
    const at = blocks.findIndex(one => one.kind === added.kind && !differ(one, added));
    if (at < 0) blocks.push(added);
    else blocks[at] = merged(blocks[at]!, added);
  }
  return blocks;
}

/** Whether two blocks give one key different words. */
function differ(one: NewBlock, other: NewBlock): boolean {
  const words = (one.properties ?? []).filter(property => !property.endsWith(': ?'));
  const keyOf = (property: string): string => property.slice(0, property.indexOf(':') + 1);
  return words.some(word => (other.properties ?? []).some(of => of !== word && !of.endsWith(': ?') && keyOf(of) === keyOf(word)));
}

/** Returns the new blocks. One block of a kind is enough for everything that a feature lacks there. */
function newBlocks(wanted: readonly WantedBlock[]): NewBlock[] {
  const blocks: NewBlock[] = [];
  for (const { kind, rest, key, word } of wanted) {
    const added = newBlock(kind, rest, key, word);
    const at = blocks.findIndex(one => one.kind === kind);
    if (at < 0) blocks.push(added);
    else blocks[at] = merged(blocks[at]!, added);
  }
  return blocks;
}

function merged(one: NewBlock, other: NewBlock): NewBlock {
  const values = new Map<string, Set<string>>();
  for (const property of [...(one.properties ?? []), ...(other.properties ?? [])]) {
    const [key, value] = property.split(': ') as [string, string];
    values.set(key, new Set([...(values.get(key) ?? []), value]));
  }
  const blocks = [...(one.blocks ?? [])];
  for (const inner of other.blocks ?? []) {
    const at = blocks.findIndex(({ kind }) => kind === inner.kind);
    if (at < 0) blocks.push(inner);
    else blocks[at] = merged(blocks[at]!, inner);
  }
  const properties = [...values].map(([key, all]) => `${key}: ${[...all].filter(value => value !== '?' || all.size === 1).join(', ')}`);
  return { kind: one.kind, properties: ordered(one.kind, properties), ...(blocks.length > 0 && { blocks }) };
}

function newBlock(kind: string, rest: readonly string[], key: string | undefined, word: string | undefined): NewBlock {
  const [inner, ...deeper] = rest;
  const usual = (kindOf(kind)?.insert ?? []).map(one => `${one}: ?`);
  if (inner !== undefined) return { kind, properties: usual, blocks: [newBlock(inner, deeper, key, word)] };
  // A word that identifies a block comes from the standard and invents no fact; whether the block exists is left to its holes.
  const isFact = key !== undefined && kindOf(kind)?.properties[key]?.type === 'yes-no';
  const own = key === undefined ? [] : [`${key}: ${word !== undefined && !isFact && ANOTHER.has(kind) ? word : '?'}`];
  return { kind, properties: ordered(kind, [...own, ...usual]) };
}

/** Returns each key once, in the vocabulary's order. The first value given for a key counts. */
function ordered(kind: string, properties: readonly string[]): string[] {
  const keys = Object.keys(kindOf(kind)?.properties ?? {});
  const keyOf = (property: string): string => property.slice(0, property.indexOf(':'));
  const once = properties.filter((one, i) => properties.findIndex(other => keyOf(other) === keyOf(one)) === i);
  return once.sort((a, b) => keys.indexOf(keyOf(a)) - keys.indexOf(keyOf(b)));
}

/** Returns the edits in one file; with `within`, only those in that top-level block. */
function editsOf(plan: Plan, file: CredFile, within?: AnyBlock): Edit[] {
  // Where a block ends and its next sibling is added, what is added to the block itself comes first.
  const innerFirst = [...plan].sort(([one], [other]) => depthOf(other) - depthOf(one));
  return innerFirst.flatMap(([block, { properties, blocks, lists }]) => {
    if (!isWritten(block) || (within && topOf(block) !== within)) return [];
    const members = [...properties].map(key => `${key}: ?`);
    const added = members.length + blocks.size > 0 ? addMembers(file, block, members, newBlocksOfAll(blocks.values())) : [];
    const inLists = [...lists].flatMap(list => {
      if (!list) return [];
      const { end } = offsets(list.span);
      return [{ start: end, end, text: ', ?' }];
    });
    return [...added, ...inLists];
  });
}

/** How many blocks a block stands in. */
function depthOf(home: Home): number {
  let depth = 0;
  for (let at = isWritten(home) ? home.parent : undefined; at; at = at.parent) depth++;
  return depth;
}
