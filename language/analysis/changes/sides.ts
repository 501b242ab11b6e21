/** Compares two versions of a project: which block corresponds to which, and what each states. */
import type { AnyBlock, Stated } from '../../model/block.ts';
import { type NamedFacts, plain, valuesOf } from '../../model/facts.ts';
import type { CredFile } from '../../model/file.ts';
import { type Names, resolve } from '../../model/scope.ts';
import { offsets } from '../../model/span.ts';
import type { Reference } from '../../model/values.ts';
import type { ValueType } from '../../vocabulary/define.ts';
import { isProgramKind } from '../../vocabulary/kinds.ts';

/** A block in one version of a project. */
export interface Side {
  readonly block: AnyBlock;
  readonly file: CredFile;
  /** The whole version that the block belongs to. */
  readonly all: Version;
}

interface Version {
  readonly files: ReadonlyMap<string, CredFile>;
  readonly names: Names;
}

/** A block before and after the change, with its inner blocks. */
export interface Pair {
  readonly was: Side | undefined;
  readonly is: Side | undefined;
  readonly inner: readonly Pair[];
}

/** A value of a property, for comparison. */
export interface ComparedValue {
  /** Equal for equal values: a reference's target, or the text of any other value. */
  readonly id: AnyBlock | string;
  readonly written: string;
  /** The value in a sentence: titles, names and texts in quotes, anything else as written. */
  readonly words: string;
  readonly isHole: boolean;
  readonly value: unknown;
}

/** Pairs the top-level blocks of both versions and their inner blocks. Removed blocks come last. */
export const pairsOf = (before: readonly CredFile[], after: readonly CredFile[]): Pair[] =>
  paired(sidesOf(before), sidesOf(after), ({ kind }) => (isProgramKind(kind) ? 'program' : kind));

/** Maps each old block to its new one. */
export function becameOf(pairs: readonly Pair[], into = new Map<AnyBlock, AnyBlock>()): ReadonlyMap<AnyBlock, AnyBlock> {
  for (const { was, is, inner } of pairs) {
    if (was && is) into.set(was.block, is.block);
    becameOf(inner, into);
  }
  return into;
}

function sidesOf(files: readonly CredFile[]): Side[] {
  const byName = new Map<string, NamedFacts[]>();
  for (const named of files.flatMap(file => file.names)) byName.set(named.name, [...(byName.get(named.name) ?? []), named]);
  // References do not need the programs of an owner.
  const names: Names = { all: [...byName.values()].flat(), top: name => byName.get(name) ?? [], owned: () => [] };
  const all: Version = { files: new Map(files.map(file => [file.uri, file])), names };
  return files.flatMap(file => file.root.children.map(block => ({ block, file, all })));
}

const innerSides = (side: Side | undefined): Side[] => (side ? side.block.children.map(block => ({ ...side, block })) : []);
const noName = ({ name, title }: AnyBlock): boolean => name === undefined && title === undefined;
/** Returns what distinguishes blocks without a name, such as the period of results or the standard of an accreditation. */
const mark = (block: AnyBlock): string | undefined => distinction(block)?.join();

/**
 * Pairs each new block with an old block of the same kind: by name, then by title, and without either by equal text, by distinction, and
 * finally in order.
 */
function paired(old: readonly Side[], now: readonly Side[], kindOfBlock: (block: AnyBlock) => string): Pair[] {
  const left = new Set(old);
  const match = new Map<Side, Side>();
  const pass = (same: (a: AnyBlock, b: AnyBlock, was: Side, is: Side) => boolean): void => {
    for (const is of now) {
      if (match.has(is)) continue;
      const was = [...left].find(one => kindOfBlock(one.block) === kindOfBlock(is.block) && same(one.block, is.block, one, is));
      if (!was) continue;
      match.set(is, was);
      left.delete(was);
    }
  };
  pass((a, b) => a.name !== undefined && a.name === b.name);
  pass((a, b) => a.title !== undefined && a.title === b.title);
  pass((a, b, was, is) => noName(a) && noName(b) && was.file.textOf(a.span) === is.file.textOf(b.span));
  pass((a, b) => noName(a) && noName(b) && mark(a) !== undefined && mark(a) === mark(b));
  pass((a, b) => (a.name === undefined || b.name === undefined) && (a.title === undefined || b.title === undefined));
  const made = (was: Side | undefined, is: Side | undefined): Pair => ({
    was,
    is,
    inner: paired(innerSides(was), innerSides(is), ({ kind }) => kind),
  });
  return [...now.map(is => made(match.get(is), is)), ...[...left].map(was => made(was, undefined))];
}

/** Returns the first property that identifies a block rather than measures something: its key, and its values as words. */
export function distinction(block: AnyBlock): readonly [key: string, words: string] | undefined {
  for (const { key, table } of block.properties) {
    if (!table || !['word', 'date', 'reference', 'text'].includes(table.type)) continue;
    const values = valuesOf(block.stated(key)).flatMap(({ value }) => (value === undefined ? [] : [plain(value)]));
    if (values.length > 0) return [key.replaceAll('-', ' '), values.join(', ')];
  }
  return undefined;
}

/** Returns the values of a property; `undefined` if it is not written. `became` is given for the older version. */
export function saidOf(side: Side, key: string, became?: ReadonlyMap<AnyBlock, AnyBlock>): readonly ComparedValue[] | undefined {
  const stated = side.block.stated(key);
  return stated && valuesOf(stated).map(one => said(one, side, became));
}

function said(one: Stated<unknown>, side: Side, became: ReadonlyMap<AnyBlock, AnyBlock> | undefined): ComparedValue {
  const { value, property } = one;
  const written = side.file.textOf(one.span).replace(/\s+/g, ' ').trim();
  // The span of a missing value is the span of its key.
  const isHole = one.isHole || offsets(one.span).start === offsets(property.keySpan).start;
  const basis = { written, isHole, value };
  if (isHole) return { ...basis, id: '?', words: 'what is still to be stated' };
  if (typeof value === 'object' && value !== null && 'path' in value)
    return { ...basis, ...referred(value as Reference, one, side, became) };
  const quoted = typeof value === 'string' && QUOTED.has(property.table?.type);
  return { ...basis, id: value === undefined ? written : plain(value), words: quoted ? `"${value.replace(/\s+/g, ' ').trim()}"` : written };
}

const QUOTED: ReadonlySet<ValueType | undefined> = new Set(['text', 'url', 'document', 'reference']);

function referred(
  reference: Reference,
  { property }: Stated<unknown>,
  { block, file, all }: Side,
  became: ReadonlyMap<AnyBlock, AnyBlock> | undefined,
): Pick<ComparedValue, 'id' | 'words'> {
  const name = reference.path.join('.');
  const wanted = property.table?.to;
  const named = resolve(reference, block, file, all.names, wanted);
  const target = named && all.files.get(named.uri)?.blockOf(named);
  if (target)
    return { id: became?.get(target) ?? target, words: target.title === undefined ? `"${name}"` : `"${target.title}" ("${name}")` };
  // Built-in standards and their clauses keep their names.
  const known = wanted?.some(kind => kind === 'standard' || kind === 'clause');
  return { id: name, words: known ? name : `"${name}"` };
}

/** Returns whether two values are equal. A reference without a described target, before or after, is compared by its name. */
export const isSame = (a: ComparedValue, b: ComparedValue): boolean =>
  a.id === b.id || (a.written === b.written && (typeof a.id === 'string' || typeof b.id === 'string'));
