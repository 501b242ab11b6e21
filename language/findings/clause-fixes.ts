/** What adds the features that a standard asks for, as holes at their canonical places. */
import { type FeaturePath, featurePath } from '../analysis/feature-path.ts';
import type { ClauseState, FeatureState } from '../analysis/readiness.ts';
import { addMembers, type NewBlock } from '../fixes/place.ts';
import { fileName } from '../model/address.ts';
import type { AnyBlock, StatedList } from '../model/block.ts';
import type { Named, Part } from '../model/facts.ts';
import { type CredFile, topOf } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import { offsets } from '../model/span.ts';
import { isProgramKind, kindOf } from '../vocabulary/kinds.ts';
import type { Program } from '../vocabulary/program.ts';
import type { Edit, Fix } from './finding.ts';

interface Around {
  readonly file: CredFile;
  readonly names: Names;
}

/**
 * What adds all that a feature lacks: one fix, or another beside it where the owner stands in another file. None where what
 * is stated stands against it, or a rule has the fix.
 */
export function fixesFor(feature: FeatureState, program: Program, owner: Named | undefined, { file, names }: Around): Fix[] {
  const title = `Add what shows "${feature.title}"`;
  if (owner && owner.uri !== file.uri) return fixesInBoth(title, feature, program, owner, { file, names });
  const home = owner && file.blockOf(owner);
  if (!addsAnything(feature, program, home)) return [];
  return [{ title, safe: false, adds: true, edits: () => editsOf(planOf(feature, program, home), file) }];
}

function fixesInBoth(title: string, feature: FeatureState, program: Program, owner: Named, { file, names }: Around): Fix[] {
  const plan = (): Plan => planOf(feature, program, new ToldBlock(owner));
  const fixes: Fix[] = [];
  const homes = [...plan().keys()];
  if (homes.some(isWritten)) fixes.push({ title, safe: false, adds: true, edits: () => editsOf(plan(), file) });
  if (!homes.every(isWritten)) {
    const edits = (): Edit[] => {
      const other = names.file?.(owner.uri);
      const block = other?.blockOf(owner);
      return block ? editsOf(planOf(feature, program, block), other!, block) : [];
    };
    fixes.push({ title: `${title} in ${fileName(owner.uri)}`, safe: false, adds: true, in: owner.uri, edits });
  }
  return fixes;
}

/** An evidence block for each clause that nothing else settles; its document is a hole, so it attests nothing yet. */
export const addEvidence = (file: CredFile, program: Program, clauses: readonly ClauseState[]): Fix => ({
  title: `Add evidence for ${clauses.length === 1 ? `${clauses[0]!.number ?? ''} ${clauses[0]!.title}`.trim() : `each of the ${clauses.length}`}`,
  safe: false,
  adds: true,
  edits: () =>
    addMembers(
      file,
      program,
      [],
      clauses.map(({ path }) => ({ kind: 'evidence', properties: [`supports: ${path}`, 'document: ?'] })),
    ),
});

interface Additions {
  readonly properties: Set<string>;
  /** Made when the fix is applied: hardly any is. */
  readonly blocks: WantedBlock[];
  /** Lists that get a hole at their end. */
  readonly lists: StatedList<unknown>[];
}
type Plan = Map<Home, Additions>;

/** A block to which something may be added. */
interface Home extends Pick<AnyBlock, 'kind' | 'table'> {
  readonly children: readonly Home[];
  stated(key: string): object | undefined;
}

/** One of another file, as far as is known of it here: enough to tell whether something is to be added. */
class ToldBlock implements Home {
  readonly kind: string;
  readonly table: AnyBlock['table'];
  readonly children: readonly Home[];

  constructor(private readonly part: Part) {
    this.kind = part.kind;
    this.table = kindOf(part.kind);
    this.children = part.parts.map(one => new ToldBlock(one));
  }

  stated(key: string): object | undefined {
    if (!this.part.says[key] && !this.part.open.includes(key)) return undefined;
    return this.table?.properties[key]?.many ? { items: [] } : {};
  }
}

const isWritten = (block: Home): block is AnyBlock => !(block instanceof ToldBlock);

/** A block with what is wanted in it: further kinds, then a property and its word. */
interface WantedBlock {
  readonly kind: string;
  readonly rest: readonly string[];
  readonly key: string | undefined;
  readonly word: string | undefined;
}

function planOf({ lacks, each }: FeatureState, program: Program, owner: Home | undefined): Plan {
  const plan: Plan = new Map();
  const add: Add = (block, addition) => {
    let { properties, blocks, lists } = plan.get(block) ?? {};
    if (!properties || !blocks || !lists)
      plan.set(block, { properties: (properties = new Set()), blocks: (blocks = []), lists: (lists = []) });
    if (typeof addition === 'string') properties.add(addition);
    else if ('items' in addition) lists.push(addition);
    else blocks.push(addition);
  };
  for (const text of lacks) {
    const path = featurePath(text);
    if (path) place(program, owner, path, each, add);
  }
  return plan;
}

/** Asked of every missing feature at every check, where hardly any plan is carried out. */
function addsAnything({ lacks, each }: FeatureState, program: Program, owner: Home | undefined): boolean {
  let any = false;
  const add: Add = () => void (any = true);
  for (const text of lacks) {
    const path = featurePath(text);
    if (path) place(program, owner, path, each, add);
    if (any) return true;
  }
  return false;
}

/** To a block: a property, a block in it, or a hole at the end of a list. */
type Add = (block: Home, addition: string | WantedBlock | StatedList<unknown>) => void;

/** Other blocks of these kinds may stand beside one that says something else. */
const ANOTHER: ReadonlySet<string> = new Set(['policy', 'panel', 'vendor', 'evaluation', 'milestone', 'charge', 'results']);

function place(
  program: Home,
  owner: Home | undefined,
  { kinds, key, word, ofOwner }: FeaturePath,
  each: string | undefined,
  add: Add,
): void {
  if (ofOwner && !owner) {
    if (!program.stated('owner')) add(program, 'owner');
    return;
  }
  let parents: readonly Home[] = [program];
  for (const [i, kind] of kinds.entries()) {
    if (isProgramKind(kind)) continue;
    if (kind === 'organization') {
      parents = owner ? [owner] : [];
      continue;
    }
    const home = kindOf(kind)!.standsIn.includes(parents[0]?.kind ?? '') ? parents : i === 0 && owner ? [owner] : [];
    const found = (i === 0 && owner ? [...home, owner] : home).flatMap(one => one.children.filter(child => child.kind === kind));
    const without = home.filter(one => each !== undefined && i > 0 && !one.children.some(child => child.kind === kind));
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
  const lacking = parents.filter(block => !block.stated(key));
  // Of several blocks one is enough, unless every one must show it.
  for (const block of each === undefined ? lacking.slice(-1) : lacking) add(block, key);
  if (lacking.length > 0 || word === undefined || last === undefined) return;
  const block = parents[0]!;
  if (ANOTHER.has(last)) {
    const home = program.table && kindOf(last)!.standsIn.includes(program.kind) ? program : owner;
    if (home) add(home, { kind: last, rest: [], key, word });
  } else {
    const list = block.stated(key);
    if (list && 'items' in list) add(block, list as StatedList<unknown>);
  }
}

/** One new block of a kind is enough for all that a feature lacks of it. */
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
  // A word that a block is told by is what the standard names; that there is such a block is for its holes to become.
  const isFact = key !== undefined && kindOf(kind)?.properties[key]?.type === 'yes-no';
  const own = key === undefined ? [] : [`${key}: ${word !== undefined && !isFact && ANOTHER.has(kind) ? word : '?'}`];
  return { kind, properties: ordered(kind, [...own, ...usual]) };
}

/** Each key once, in the vocabulary's order; the first value given to a key counts. */
function ordered(kind: string, properties: readonly string[]): string[] {
  const keys = Object.keys(kindOf(kind)?.properties ?? {});
  const keyOf = (property: string): string => property.slice(0, property.indexOf(':'));
  const once = properties.filter((one, i) => properties.findIndex(other => keyOf(other) === keyOf(one)) === i);
  return once.sort((a, b) => keys.indexOf(keyOf(a)) - keys.indexOf(keyOf(b)));
}

/** The edits in one file; with `within`, to what stands in that top-level block. */
function editsOf(plan: Plan, file: CredFile, within?: AnyBlock): Edit[] {
  return [...plan].flatMap(([block, { properties, blocks, lists }]) => {
    if (!isWritten(block) || (within && topOf(block) !== within)) return [];
    const members = [...properties].map(key => `${key}: ?`);
    const added = members.length + blocks.length > 0 ? addMembers(file, block, members, newBlocks(blocks)) : [];
    const inLists = lists.map(({ span }) => {
      const { end } = offsets(span);
      return { start: end, end, text: ', ?' };
    });
    return [...added, ...inLists];
  });
}
