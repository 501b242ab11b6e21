/** What a name stands for: its own block and those around it, then the program's owner, then the project. */
import type { AnyBlock, Stated } from './block.ts';
import type { NamedFacts } from './facts.ts';
import { type CredFile, programOf } from './file.ts';
import { inOrder, statedOwner } from './owned.ts';
import type { Reference } from './values.ts';

/** The project's top-level names, the built-in standards among them. */
export interface Names {
  /** All that bear the name, in the order of the files. */
  top(name: string): readonly NamedFacts[];
  /** The programs of all files that name it as their owner, by file and place. */
  owned(owner: string): readonly NamedFacts[];
  readonly all: Iterable<NamedFacts>;
  /** A file of the project, for a fix in it; left out by those who know names alone. */
  file?(uri: string): CredFile | undefined;
}

/** The names as they are when one file is read as given, whatever the project knows of it. */
export const withFile = (names: Names, file: CredFile): Names => ({
  top: name => [...names.top(name).filter(one => one.uri !== file.uri), ...file.names.filter(one => one.name === name)],
  owned: owner =>
    inOrder([...names.owned(owner).filter(one => one.uri !== file.uri), ...file.names.filter(one => statedOwner(one) === owner)]),
  get all() {
    return [...[...names.all].filter(one => one.uri !== file.uri), ...file.names];
  },
  file: uri => (uri === file.uri ? file : names.file?.(uri)),
});

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
    const next = found[found.length - 1]!.children.find(child => child.name === name);
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
    for (const child of organization.children) {
      if (child.name !== name) continue;
      if (!wanted || wanted.includes(child.kind)) return child;
      nearest ??= child;
    }
  }
  const all = names.top(name);
  return all.find(one => !wanted || wanted.includes(one.kind)) ?? nearest ?? all[0];
}

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
  for (let at: AnyBlock | undefined = from; at?.parent; at = at.parent) {
    for (const child of at.children) {
      const named = file.named(child);
      if (named) yield named;
    }
  }
  for (const organization of ownersOf(from, names)) yield* organization.children;
  yield* names.all;
}
