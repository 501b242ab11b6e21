/**
 * Resolves names. A name is looked up in the block where it is used, in the blocks around it, in the program's owner, and then among
 * the project's top-level names.
 */
import type { AnyBlock, Stated } from './block.ts';
import type { NamedFacts } from './facts.ts';
import { type CredFile, programOf } from './file.ts';
import { grouped } from './grouped.ts';
import { type NameSearch, searchIn } from './name-search.ts';
import { inOrder, statedOwner } from './owned.ts';
import type { Reference } from './values.ts';

/** The project's top-level names, with the built-in standards. */
export interface Names {
  /** Returns all blocks with the name, in the order of the files. */
  top(name: string): readonly NamedFacts[];
  /** Returns the programs of all files that name the block as their owner, in the order of files and places. */
  owned(owner: string): readonly NamedFacts[];
  /** All top-level names. It is another object once a name has been added or removed, so results may be cached by its identity. */
  readonly all: Iterable<NamedFacts>;
  /** Returns a file of the project, for a fix in it. Callers that know only names leave it out. */
  file?(uri: string): CredFile | undefined;
}

/** Returns the project's names with those of one file replaced by the names of `file` as given. */
export function withFile(names: Names, file: CredFile): Names {
  let all: readonly NamedFacts[] | undefined;
  let byName: Map<string, NamedFacts[]> | undefined;
  let byOwner: Map<string, NamedFacts[]> | undefined;
  const elsewhere = (named: readonly NamedFacts[]): NamedFacts[] => named.filter(one => one.uri !== file.uri);
  // The same list each time: many blocks ask for the programs of one owner.
  const owned = new Map<string, readonly NamedFacts[]>();
  return {
    top: name => [...elsewhere(names.top(name)), ...((byName ??= grouped(file.names, one => one.name)).get(name) ?? [])],
    owned: owner => {
      let found = owned.get(owner);
      if (!found) {
        const here = (byOwner ??= grouped(file.names, statedOwner)).get(owner) ?? [];
        owned.set(owner, (found = inOrder([...elsewhere(names.owned(owner)), ...here])));
      }
      return found;
    },
    get all() {
      return (all ??= [...[...names.all].filter(one => one.uri !== file.uri), ...file.names]);
    },
    file: uri => (uri === file.uri ? file : names.file?.(uri)),
  };
}

/** Resolves each segment of a dotted name. The result is shorter than the path if a segment cannot be resolved. */
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

/** Returns the nearest block with the name and a wanted kind, or else the nearest block with the name. */
function bearer(name: string, from: AnyBlock, file: CredFile, names: Names, wanted: readonly string[] | undefined): NamedFacts | undefined {
  let nearest: NamedFacts | undefined;
  // This loop is no generator, unlike the function below, because names are looked up very often.
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
/** Returns the blocks of a list with the name. A long list is indexed on first use. */
function called(all: readonly NamedFacts[], name: string): readonly NamedFacts[] {
  if (all.length < LONG) return all.filter(one => one.name === name);
  let groups = byName.get(all);
  if (!groups) byName.set(all, (groups = grouped(all, one => one.name)));
  return groups.get(name) ?? [];
}

const firsts = new WeakMap<readonly NamedFacts[], Map<string, NamedFacts>>();
/** Returns the first block of a list whose kind is wanted. */
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

/**
 * Returns the blocks that the owner of the surrounding program may refer to. Only top-level names are searched, because the search
 * would otherwise call itself.
 */
function ownersOf(from: AnyBlock, names: Names): readonly NamedFacts[] {
  const owner = programOf(from)?.stated('owner') as Stated<Reference> | undefined;
  const name = owner?.value?.path[0];
  return name === undefined ? [] : names.top(name);
}

/** Resolves a reference to its target, or `undefined`. If several blocks have the name, one whose kind is in `wanted` is preferred. */
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

/** Yields all names that can be used in a block without a dot, the nearest first. */
export function* visible(from: AnyBlock, file: CredFile, names: Names): Generator<NamedFacts> {
  for (let at: AnyBlock | undefined = from; at?.parent; at = at.parent) yield* namesIn(at, file);
  for (const organization of ownersOf(from, names)) yield* organization.children;
  yield* names.all;
}

/** Yields a search for each scope of the same names, the nearest scope first. */
export function* searchesAt(from: AnyBlock, file: CredFile, names: Names): Generator<NameSearch> {
  for (let at: AnyBlock | undefined = from; at?.parent; at = at.parent) yield searchInBlock(at, file);
  for (const organization of ownersOf(from, names)) yield searchIn(organization.children);
  yield searchIn(names.all);
}

const inBlocks = new WeakMap<AnyBlock, { readonly children: number; readonly search: NameSearch }>();
/** Returns the search in a block's children, cached by block. Only a view without holes has fewer children than the block itself. */
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
