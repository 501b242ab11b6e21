/** What a name stands for: its own block and those around it, then the program's owner, then the project. */
import type { AnyBlock, Stated } from './block.ts';
import type { NamedFacts } from './facts.ts';
import { type CredFile, programOf } from './file.ts';
import { grouped } from './grouped.ts';
import { type NameSearch, searchIn } from './name-search.ts';
import { inOrder, statedOwner } from './owned.ts';
import type { Reference } from './values.ts';

/** The project's top-level names, the built-in standards among them. */
export interface Names {
  /** All that bear the name, in the order of the files. */
  top(name: string): readonly NamedFacts[];
  /** The programs of all files that name it as their owner, by file and place. */
  owned(owner: string): readonly NamedFacts[];
  /** Another object once a name has come or gone: what is made of it may be remembered as long as it is the same. */
  readonly all: Iterable<NamedFacts>;
  /** A file of the project, for a fix in it; left out by those who know names alone. */
  file?(uri: string): CredFile | undefined;
}

/** The names as they are when one file is read as given, whatever the project knows of it. */
export function withFile(names: Names, file: CredFile): Names {
  let all: readonly NamedFacts[] | undefined;
  return {
    top: name => [...names.top(name).filter(one => one.uri !== file.uri), ...file.names.filter(one => one.name === name)],
    owned: owner =>
      inOrder([...names.owned(owner).filter(one => one.uri !== file.uri), ...file.names.filter(one => statedOwner(one) === owner)]),
    get all() {
      return (all ??= [...[...names.all].filter(one => one.uri !== file.uri), ...file.names]);
    },
    file: uri => (uri === file.uri ? file : names.file?.(uri)),
  };
}

/** What each segment of a dotted name stands for; shorter than the path where one stands for nothing. */
export function resolvePath(
  path: readonly string[],
  from: AnyBlock,
  file: CredFile,
  names: Names,
  wanted?: readonly string[],
): readonly NamedFacts[] {
  const [first, ...rest] = path;
  if (first === undefined) return [];
  const head = bearer(first, from, file, names, rest.length > 0 ? undefined : wanted);
  if (!head) return [];
  const found = [head];
  for (const name of rest) {
    const next = called(found[found.length - 1]!.children, name)[0];
    if (!next) break;
    found.push(next);
  }
  return found;
}

/** The nearest that bears a name and is of a kind that is wanted; else the nearest that bears it. */
function bearer(name: string, from: AnyBlock, file: CredFile, names: Names, wanted: readonly string[] | undefined): NamedFacts | undefined {
  let nearest: NamedFacts | undefined;
  // No generator as below: names are asked for all the time.
  for (let at: AnyBlock | undefined = from; at?.parent; at = at.parent) {
    for (const child of at.bearing(name)) {
      const named = file.named(child);
      if (named && (!wanted || wanted.includes(named.kind))) return named;
      nearest ??= named;
    }
  }
  for (const organization of ownersOf(from, names)) {
    for (const child of called(organization.children, name)) {
      if (!wanted || wanted.includes(child.kind)) return child;
      nearest ??= child;
    }
  }
  const all = names.top(name);
  return firstOf(all, wanted) ?? nearest ?? all[0];
}

const byName = new WeakMap<readonly NamedFacts[], Map<string, NamedFacts[]>>();
/** Those of a list that bear a name. Long lists are looked through once. */
function called(all: readonly NamedFacts[], name: string): readonly NamedFacts[] {
  if (all.length < LONG) return all.filter(one => one.name === name);
  let groups = byName.get(all);
  if (!groups) byName.set(all, (groups = grouped(all, one => one.name)));
  return groups.get(name) ?? [];
}

const firsts = new WeakMap<readonly NamedFacts[], Map<string, NamedFacts>>();
/** The first of a list that is of a kind that is wanted. */
function firstOf(all: readonly NamedFacts[], wanted: readonly string[] | undefined): NamedFacts | undefined {
  if (!wanted) return all[0];
  if (all.length < LONG) return all.find(one => wanted.includes(one.kind));
  let known = firsts.get(all);
  if (!known) {
    firsts.set(all, (known = new Map()));
    for (const one of all) if (!known.has(one.kind)) known.set(one.kind, one);
  }
  const found = wanted.flatMap(kind => known.get(kind) ?? []);
  return found.length < 2 ? found[0] : all.find(one => found.includes(one));
}

const LONG = 16;

/** What the owner of the program around a block may stand for: looked for at the top only, lest the search call itself. */
function ownersOf(from: AnyBlock, names: Names): readonly NamedFacts[] {
  const owner = programOf(from)?.stated('owner') as Stated<Reference> | undefined;
  const name = owner?.value?.path[0];
  return name === undefined ? [] : names.top(name);
}

/** The target of a reference, or `undefined`; `wanted` are the kinds it should have, to prefer among like names. */
export function resolve(
  reference: Reference,
  from: AnyBlock,
  file: CredFile,
  names: Names,
  wanted?: readonly string[],
): NamedFacts | undefined {
  const found = resolvePath(reference.path, from, file, names, wanted);
  return found.length === reference.path.length ? found[found.length - 1] : undefined;
}

/** All names that may be used at a block without a dot, nearest first. */
export function* visible(from: AnyBlock, file: CredFile, names: Names): Generator<NamedFacts> {
  for (let at: AnyBlock | undefined = from; at?.parent; at = at.parent) yield* namesIn(at, file);
  for (const organization of ownersOf(from, names)) yield* organization.children;
  yield* names.all;
}

/** The same names to be searched, scope by scope. */
export function* searchesAt(from: AnyBlock, file: CredFile, names: Names): Generator<NameSearch> {
  for (let at: AnyBlock | undefined = from; at?.parent; at = at.parent) yield searchInBlock(at, file);
  for (const organization of ownersOf(from, names)) yield searchIn(organization.children);
  yield searchIn(names.all);
}

const inBlocks = new WeakMap<AnyBlock, { readonly children: number; readonly search: NameSearch }>();
/** A block keeps its children; only while holes are put away it has fewer. */
function searchInBlock(block: AnyBlock, file: CredFile): NameSearch {
  const children = block.children.length;
  const known = inBlocks.get(block);
  if (known?.children === children) return known.search;
  const search = searchIn([...namesIn(block, file)]);
  inBlocks.set(block, { children, search });
  return search;
}

function* namesIn(block: AnyBlock, file: CredFile): Generator<NamedFacts> {
  for (const child of block.children) {
    const named = file.named(child);
    if (named) yield named;
  }
}
