/** The names that a reference can use, each in its shortest form. */
import type { AnyBlock } from '../model/block.ts';
import type { NamedFacts } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import { type Names, visible } from '../model/scope.ts';

export interface ReachableName {
  readonly named: NamedFacts;
  /** The name as it is written, such as `safety`, or `CWT.exam` from outside. */
  readonly label: string;
}

/** Returns the blocks of a wanted kind that can be referred to from a block, the nearest first, without the block itself. */
export function reachable(from: AnyBlock, wanted: readonly string[], file: CredFile, names: Names): readonly ReachableName[] {
  const self = file.named(from);
  const seen = new Set<string>();
  const reached = new Set<string>();
  const found: ReachableName[] = [];
  const nearest = [...visible(from, file, names)].filter(named => !seen.has(named.name) && seen.add(named.name));
  const add = (named: NamedFacts, label: string): void => {
    if (!wanted.includes(named.kind) || (self && placeOf(named) === placeOf(self)) || reached.has(placeOf(named))) return;
    // A block with a name that needs no dot is not listed again with one.
    reached.add(placeOf(named));
    found.push({ named, label });
  };
  for (const named of nearest) add(named, named.name);
  for (const named of nearest) for (const { path, inner } of within(named, named.name)) add(inner, path);
  return found;
}

/** Returns a text that is the same for the same block, and different for any other. */
export const placeOf = ({ uri, path }: NamedFacts): string => `${uri} ${path}`;

function* within(named: NamedFacts, path: string): Generator<{ path: string; inner: NamedFacts }> {
  for (const child of named.children) {
    const own = `${path}.${child.name}`;
    yield { path: own, inner: child };
    yield* within(child, own);
  }
}
