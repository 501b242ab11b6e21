/** What a name stands for: its own block and those around it, then the program's owner, then the project. */
import type { Block } from './bind.ts';
import type { AnyBlock, Stated } from './block.ts';
import type { Named } from './facts.ts';
import { type CredFile, programOf } from './file.ts';
import { inOrder, statedOwner } from './owned.ts';
import type { Reference } from './values.ts';

/** The project's top-level names, the built-in standards among them. */
export interface Names {
  /** All that bear the name, in the order of the files. */
  top(name: string): readonly Named[];
  /** The programs of all files that name it as their owner, by file and place. */
  owned(owner: string): readonly Named[];
  readonly all: Iterable<Named>;
}

/** The names as they are when one file is read as given, whatever the project knows of it. */
export const withFile = (names: Names, file: CredFile): Names => ({
  top: name => [...names.top(name).filter(one => one.uri !== file.uri), ...file.names.filter(one => one.name === name)],
  owned: owner =>
    inOrder([...names.owned(owner).filter(one => one.uri !== file.uri), ...file.names.filter(one => statedOwner(one) === owner)]),
  get all() {
    return [...[...names.all].filter(one => one.uri !== file.uri), ...file.names];
  },
});

/** What each segment of a dotted name stands for; shorter than the path where one stands for nothing. */
export function resolvePath(
  path: readonly string[],
  from: AnyBlock,
  file: CredFile,
  names: Names,
  wanted?: readonly string[],
): readonly Named[] {
  const [first, ...rest] = path;
  if (first === undefined) return [];
  const fits = (one: Named): boolean => rest.length > 0 || !wanted || wanted.includes(one.kind);
  const candidates: Named[] = [];
  for (const one of visible(from, file, names, first)) {
    candidates.push(one);
    if (fits(one)) break;
  }
  const head = candidates.find(fits) ?? candidates[0];
  if (!head) return [];
  const found = [head];
  for (const name of rest) {
    const next = found[found.length - 1]!.children.find(child => child.name === name);
    if (!next) break;
    found.push(next);
  }
  return found;
}

/** The target of a reference, or `undefined`; `wanted` are the kinds it should have, to prefer among like names. */
export function resolve(reference: Reference, from: AnyBlock, file: CredFile, names: Names, wanted?: readonly string[]): Named | undefined {
  const found = resolvePath(reference.path, from, file, names, wanted);
  return found.length === reference.path.length ? found[found.length - 1] : undefined;
}

/** All names that may be used at a block without a dot, nearest first; with `name`, only those that bear it. */
export function* visible(from: AnyBlock, file: CredFile, names: Names, name?: string): Generator<Named> {
  const is = (one: { name: string | undefined }): boolean => (name === undefined ? one.name !== undefined : one.name === name);
  for (let at: AnyBlock | undefined = from; at?.parent; at = at.parent) {
    for (const child of name === undefined ? at.children : (at as Block).bearing(name)) {
      const named = file.named(child);
      if (named) yield named;
    }
  }
  const owner = programOf(from)?.stated('owner') as Stated<Reference> | undefined;
  const ownerName = owner?.value?.path[0];
  // The owner itself is looked for at the top only, lest the search call itself.
  if (ownerName !== undefined) {
    for (const organization of names.top(ownerName)) {
      for (const child of organization.children) if (is(child)) yield child;
    }
  }
  if (name !== undefined) yield* names.top(name);
  else yield* names.all;
}
