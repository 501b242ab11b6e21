/** The references of a file with their resolved segments, for the two rules about references. */

import type { AnyBlock, PropertyView, Stated } from '../../model/block.ts';
import type { NamedFacts } from '../../model/facts.ts';
import { valuesOf } from '../../model/facts.ts';
import { type CredFile, programOf } from '../../model/file.ts';
import { nameOf } from '../../model/name-of.ts';
import { folded, searchIn } from '../../model/name-search.ts';
import { type Names, resolvePath, searchesAt } from '../../model/scope.ts';
import type { Span } from '../../model/span.ts';
import type { Near } from '../../model/spelling.ts';
import type { Reference } from '../../model/values.ts';
import type { RuleContext } from '../define.ts';

export interface FollowedReference {
  readonly block: AnyBlock;
  readonly property: PropertyView;
  readonly path: readonly string[];
  readonly wanted: readonly string[];
  /** The target of each segment. It is shorter than the path if a segment cannot be resolved. */
  readonly found: readonly NamedFacts[];
  /** Returns the span of a segment. */
  segment(index: number): Span;
}

/** Returns every reference of a file with its targets. Both rules of one check share the result. */
export const references = (file: CredFile, context: RuleContext): readonly FollowedReference[] => context.once(follow, file);

const follow = (file: CredFile, { names }: RuleContext): readonly FollowedReference[] => [...followed(file, names)];

function* followed(file: CredFile, names: Names): Generator<FollowedReference> {
  for (const block of file.blocks) {
    for (const property of block.properties) {
      const { key, table, keySpan } = property;
      if (table?.type !== 'reference') continue;
      const stated = block.stated(key);
      // If a property is stated twice, only the first one counts.
      if (stated?.property.keySpan.first !== keySpan.first) continue;
      for (const one of valuesOf(stated as Stated<Reference | string>)) {
        // A dot at the end is a slip of its own.
        if (one.value === undefined || typeof one.value === 'string' || one.span.first.text.endsWith('.')) continue;
        const { path } = one.value;
        const wanted = table.to ?? [];
        yield {
          block,
          property,
          path,
          wanted,
          found: resolvePath(path, block, file, names, wanted),
          segment: index => segmentOf(one.span, index),
        };
      }
    }
  }
}

function segmentOf(span: Span, index: number): Span {
  const written = span.first.text.split('.');
  const skip = written.slice(0, index).reduce((sum, part) => sum + part.length + 1, 0);
  return { first: span.first, last: span.first, skip, length: written[index]!.length };
}

/**
 * Returns whether a name could be resolved if the program's owner were known: the owner is a hole, or is no organization, and an
 * organization has a block with this name. Then the owner must be corrected, not every name that belongs to the owner.
 */
export function waitsForOwner({ block, path, wanted, found }: FollowedReference, file: CredFile, names: Names): boolean {
  const owner = programOf(block)?.stated('owner') as Stated<Reference> | undefined;
  const isOrganization = (named: readonly string[]): boolean =>
    resolvePath(named, block, file, names, ['organization']).at(-1)?.kind === 'organization';
  if (found.length > 0 || !owner || (owner.value && isOrganization(owner.value.path))) return false;
  const kinds = searchIn(names.all).heldByOrganizations(path[0]!);
  return path.length > 1 ? kinds.size > 0 : wanted.some(kind => kinds.has(kind));
}

/** Returns the name that was most likely meant by an unresolved segment: a similar one, or else the same one elsewhere, by its path. */
export function suggestion(
  { block, path, wanted, found }: FollowedReference,
  file: CredFile,
  names: Names,
): { readonly text: string; readonly sure: boolean } | undefined {
  const name = path[found.length]!;
  const isLast = found.length === path.length - 1;
  let near: Near | undefined;
  for (const search of found.length > 0 ? [searchIn(found[found.length - 1]!.children)] : searchesAt(block, file, names)) {
    // A block neither replaces itself nor leads to itself.
    const one = (isLast ? search.endings(wanted) : search.holders).near(name, block.name);
    if (one && (!near || one.slips < near.slips)) near = one;
  }
  if (near) return { text: near.word, sure: near.slips === 0 };
  if (found.length > 0 || !isLast) return undefined;
  const elsewhere = searchIn(names.all)
    .bearing(name)
    .filter(({ kind }) => wanted.includes(kind));
  return elsewhere.length === 1 ? { text: elsewhere[0]!.path, sure: false } : undefined;
}

/** Returns the blocks of the wanted kinds whose title or name equals the words, without regard to capitals and blanks. */
export function titled(words: string, wanted: readonly string[], block: AnyBlock, file: CredFile, names: Names): readonly NamedFacts[] {
  const found = new Map<string, NamedFacts>();
  const look = (all: readonly NamedFacts[]): void => {
    for (const one of all) if (wanted.includes(one.kind)) found.set(`${one.uri} ${one.path}`, one);
  };
  if (folded(words) === '') return [];
  const made = nameOf(words);
  for (const search of searchesAt(block, file, names)) look(search.called(words, made));
  // A block elsewhere is referred to by its path.
  if (found.size === 0) look(searchIn(names.all).calledAnywhere(words, made));
  return [...found.values()];
}

/** Returns the last blocks whose names begin with a name, such as the editions of NCCA; at most `most`. */
export const editions = (name: string, wanted: readonly string[], names: Names, most: number): readonly NamedFacts[] =>
  searchIn(names.all)
    .begunBy(name)
    .filter(({ kind }) => wanted.includes(kind))
    .slice(-most);

/** Returns how a reference to a block is written: its name, or its path from the top. */
export const writtenAt = (named: NamedFacts, block: AnyBlock, file: CredFile, names: Names): string =>
  resolvePath([named.name], block, file, names, [named.kind])[0]?.path === named.path ? named.name : named.path;
