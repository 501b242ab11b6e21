/** What adds the features that a standard asks for, as holes at their canonical places. */
import { featurePath } from '../analysis/feature-path.ts';
import { type ClauseState, type FeatureState, ownerOf } from '../analysis/readiness.ts';
import { addMembers, type NewBlock } from '../fixes/place.ts';
import type { AnyBlock, StatedList } from '../model/block.ts';
import type { Named } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import { offsets } from '../model/span.ts';
import { isProgramKind, kindOf } from '../vocabulary/kinds.ts';
import type { Program } from '../vocabulary/program.ts';
import type { Edit, Fix } from './finding.ts';

/** One fix that adds all that a feature lacks; none where what is stated stands against it, or a rule has the fix. */
export function fixesFor(feature: FeatureState, program: Program, owner: AnyBlock | undefined, file: CredFile): Fix[] {
  if (planOf(feature, program, owner, true).size === 0) return [];
  const edits = (): Edit[] => editsOf(planOf(feature, program, owner), file);
  return [{ title: `Add what shows "${feature.title}"`, safe: false, adds: true, edits }];
}

/** The owner's block where it stands in the same file, so that a fix of this file can add to it. */
export function ownerHere(program: Program, file: CredFile, names: Names): AnyBlock | undefined {
  const owner = ownerOf(program, file, names);
  return owner?.uri === file.uri ? file.blockOf(owner) : undefined;
}

/** An evidence block for each clause that nothing else settles; its document is a hole, so it attests nothing yet. */
export const addEvidence = (file: CredFile, program: Program, standard: Named, clauses: readonly ClauseState[]): Fix => ({
  title: `Add evidence for ${clauses.length === 1 ? `${clauses[0]!.number ?? ''} ${clauses[0]!.title}`.trim() : `each of the ${clauses.length}`}`,
  safe: false,
  adds: true,
  edits: () =>
    addMembers(
      file,
      program,
      [],
      clauses.map(({ name }) => ({ kind: 'evidence', properties: [`supports: ${standard.name}.${name}`, 'document: ?'] })),
    ),
});

interface Additions {
  readonly properties: Set<string>;
  /** Made when the fix is applied: hardly any is. */
  readonly blocks: WantedBlock[];
  /** Lists that get a hole at their end. */
  readonly lists: StatedList<unknown>[];
}
type Plan = Map<AnyBlock, Additions>;

/** A block with what is wanted in it: further kinds, then a property and its word. */
interface WantedBlock {
  readonly kind: string;
  readonly rest: readonly string[];
  readonly key: string | undefined;
  readonly word: string | undefined;
}

/** With `begun`, only as far as to know whether there is anything to add. */
function planOf({ lacks, each }: FeatureState, program: Program, owner: AnyBlock | undefined, begun = false): Plan {
  const plan: Plan = new Map();
  const at = (block: AnyBlock): Additions => {
    let additions = plan.get(block);
    if (!additions) plan.set(block, (additions = { properties: new Set(), blocks: [], lists: [] }));
    return additions;
  };
  for (const text of lacks) {
    const path = featurePath(text);
    if (path) place(program, owner, path.kinds, path.key, path.word, each, at);
    if (begun && plan.size > 0) break;
  }
  return plan;
}

/** Other blocks of these kinds may stand beside one that says something else. */
const ANOTHER: ReadonlySet<string> = new Set(['policy', 'panel', 'vendor', 'evaluation', 'milestone', 'charge', 'results']);

function place(
  program: AnyBlock,
  owner: AnyBlock | undefined,
  kinds: readonly string[],
  key: string | undefined,
  word: string | undefined,
  each: string | undefined,
  at: (block: AnyBlock) => Additions,
): void {
  let parents: readonly AnyBlock[] = [program];
  for (const [i, kind] of kinds.entries()) {
    if (isProgramKind(kind)) continue;
    if (kind === 'organization') {
      if (!owner && i === 0 && !program.stated('owner')) at(program).properties.add('owner');
      parents = owner ? [owner] : [];
      continue;
    }
    const home = kindOf(kind)!.standsIn.includes(parents[0]?.kind ?? '') ? parents : i === 0 && owner ? [owner] : [];
    const found = (i === 0 && owner ? [...home, owner] : home).flatMap(one => one.children.filter(child => child.kind === kind));
    const without = home.filter(one => each !== undefined && i > 0 && !one.children.some(child => child.kind === kind));
    const rest = kinds.slice(i + 1);
    if (found.length === 0 || without.length > 0) {
      for (const parent of found.length === 0 ? home.slice(0, each === undefined || i === 0 ? 1 : home.length) : without)
        at(parent).blocks.push({ kind, rest, key, word });
      if (found.length === 0) return;
    }
    parents = found;
  }
  if (key === undefined) return;
  const last = kinds.at(-1);
  const lacking = parents.filter(block => !block.stated(key));
  // Of several blocks one is enough, unless every one must show it.
  for (const block of each === undefined ? lacking.slice(-1) : lacking) at(block).properties.add(key);
  if (lacking.length > 0 || word === undefined || last === undefined) return;
  const block = parents[0]!;
  if (ANOTHER.has(last)) {
    const home = program.table && kindOf(last)!.standsIn.includes(program.kind) ? program : owner;
    if (home) at(home).blocks.push({ kind: last, rest: [], key, word });
  } else {
    const list = block.stated(key);
    if (list && 'items' in list) at(block).lists.push(list);
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

function editsOf(plan: Plan, file: CredFile): Edit[] {
  return [...plan].flatMap(([block, { properties, blocks, lists }]) => [
    ...(properties.size + blocks.length > 0
      ? addMembers(
          file,
          block,
          [...properties].map(key => `${key}: ?`),
          newBlocks(blocks),
        )
      : []),
    ...lists.map(list => {
      const { end } = offsets(list.span);
      return { start: end, end, text: ', ?' };
    }),
  ]);
}
