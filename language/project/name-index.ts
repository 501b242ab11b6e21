/** Indexes the named blocks of a project's files by a key, such as their name or their owner. Each list is in the order of the files. */
import type { NamedFacts } from '../model/facts.ts';
import { grouped } from '../model/grouped.ts';
import { inOrder } from '../model/owned.ts';

type KeyOf = (named: NamedFacts) => string | undefined;

export class NameIndex {
  private readonly found = new Map<string, NamedFacts[]>();
  /** The lists that were returned, by key; each is reused until one of its blocks changes. */
  private readonly given = new Map<string, readonly NamedFacts[]>();

  /** Removes a file's old blocks and adds its new ones. */
  replace(uri: string, before: readonly NamedFacts[], after: readonly NamedFacts[], keyOf: KeyOf): void {
    for (const key of new Set(before.map(keyOf))) {
      if (key === undefined) continue;
      const left = this.found.get(key)?.filter(one => one.uri !== uri) ?? [];
      if (left.length > 0) this.found.set(key, left);
      else this.found.delete(key);
      this.given.delete(key);
    }
    for (const [key, named] of grouped(after, keyOf)) {
      const known = this.found.get(key);
      if (known) for (const one of named) known.push(one);
      else this.found.set(key, named);
      this.given.delete(key);
    }
  }

  /** Returns the blocks of a key, with `first` before all others. */
  get(key: string, first?: NamedFacts): readonly NamedFacts[] {
    let given = this.given.get(key);
    if (given) return given;
    const own = this.found.get(key);
    given = first ? [first, ...inOrder(own ?? [])] : inOrder(own ?? []);
    if (own) this.given.set(key, given);
    return given;
  }
}

/** Returns whether two readings of a file have the same names, titles and kinds of blocks, at any places. */
export const sameNames = (a: readonly NamedFacts[], b: readonly NamedFacts[]): boolean =>
  a.length === b.length &&
  a.every((one, i) => {
    const other = b[i]!;
    return (
      one === other ||
      (one.name === other.name && one.kind === other.kind && one.title === other.title && sameNames(one.children, other.children))
    );
  });
