/** The named blocks of a project's files by a key, such as their name or their owner, in the order of the files. */
import type { NamedFacts } from '../model/facts.ts';
import { grouped } from '../model/grouped.ts';
import { inOrder } from '../model/owned.ts';

type KeyOf = (named: NamedFacts) => string | undefined;

export class NameIndex {
  private readonly found = new Map<string, NamedFacts[]>();
  /** What was given for a key: the same list until one of its blocks changes. */
  private readonly given = new Map<string, readonly NamedFacts[]>();

  /** Takes a file's blocks out, and puts those in that it has now. */
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

  /** The blocks of a key, `first` before all others. */
  get(key: string, first?: NamedFacts): readonly NamedFacts[] {
    let given = this.given.get(key);
    if (given) return given;
    const own = this.found.get(key);
    given = first ? [first, ...inOrder(own ?? [])] : inOrder(own ?? []);
    if (own) this.given.set(key, given);
    return given;
  }
}

/** Whether two readings of a file give the same names and titles to blocks of the same kinds, wherever they stand. */
export const sameNames = (a: readonly NamedFacts[], b: readonly NamedFacts[]): boolean =>
  a.length === b.length &&
  a.every((one, i) => {
    const other = b[i]!;
    return (
      one === other ||
      (one.name === other.name && one.kind === other.kind && one.title === other.title && sameNames(one.children, other.children))
    );
  });
