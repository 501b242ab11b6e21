/**
 * Searches for names that are written otherwise than they stand: misspelt names, titles, beginnings of names. The indexes are cached
 * with the list of names.
 */
import { partsOf } from '../vocabulary/meant.ts';
import type { NamedFacts } from './facts.ts';
import { grouped } from './grouped.ts';
import { Spellings } from './spelling.ts';

/** A search in the names of a project or of a block, for a name that cannot be resolved. */
export interface NameSearch {
  /** Returns the names of the blocks of the wanted kinds, which a reference may end with. */
  endings(wanted: readonly string[]): Spellings;
  /** The names of the blocks that contain other names. */
  readonly holders: Spellings;
  /** Returns the blocks whose name or title equals the words, without regard to capitals and blanks, or whose name is `name`. */
  called(words: string, name?: string): readonly NamedFacts[];
  /** Does the same, and includes the blocks inside the others. */
  calledAnywhere(words: string, name?: string): readonly NamedFacts[];
  /**
   * Returns the blocks whose name or title begins with `name`, which must have at least three letters; at most the first hundred in the
   * alphabet.
   */
  begunBy(name: string): readonly NamedFacts[];
  /** Returns all blocks with the name, at any depth. */
  bearing(name: string): readonly NamedFacts[];
  /** Returns the kinds of the blocks with the name that stand in organizations. */
  heldByOrganizations(name: string): ReadonlySet<string>;
}

const searches = new WeakMap<Iterable<NamedFacts>, NameSearch>();
/** Returns the search in a list of names. It is cached as long as the list exists. */
export function searchIn(all: Iterable<NamedFacts>): NameSearch {
  let made = searches.get(all);
  if (!made) searches.set(all, (made = search(all)));
  return made;
}

function search(all: Iterable<NamedFacts>): NameSearch {
  const endings = new Map<string, Spellings>();
  let holders: Spellings | undefined;
  let bearers: Map<string, NamedFacts[]> | undefined;
  let held: Map<string, Set<string>> | undefined;
  let words: Words | undefined;
  let allWords: Words | undefined;
  let beginnings: readonly Beginning[] | undefined;
  const plain = (fits: (one: NamedFacts) => boolean): Spellings => {
    const words: string[] = [];
    for (const one of all) if (!one.name.includes('.') && fits(one)) words.push(one.name);
    return new Spellings(words);
  };
  return {
    endings: wanted => {
      const key = wanted.join();
      let made = endings.get(key);
      if (!made) endings.set(key, (made = plain(({ kind }) => wanted.includes(kind))));
      return made;
    },
    get holders() {
      holders ??= plain(({ children }) => children.length > 0);
      return holders;
    },
    called: (phrase, name) => (words ??= wordsIn(all)).of(phrase, name),
    calledAnywhere: (phrase, name) => (allWords ??= wordsIn(everywhere(all))).of(phrase, name),
    begunBy: name => begunBy(name, (beginnings ??= beginningsIn(all))),
    bearing: name => {
      bearers ??= grouped(everywhere(all), one => one.name);
      return bearers.get(name) ?? [];
    },
    heldByOrganizations: name => {
      held ??= kindsHeld(all);
      return held.get(name) ?? NO_KINDS;
    },
  };
}

const NO_KINDS: ReadonlySet<string> = new Set();

function kindsHeld(all: Iterable<NamedFacts>): Map<string, Set<string>> {
  const held = new Map<string, Set<string>>();
  for (const { kind, children } of all) {
    if (kind !== 'organization') continue;
    for (const child of children) held.set(child.name, (held.get(child.name) ?? new Set()).add(child.kind));
  }
  return held;
}

function* everywhere(all: Iterable<NamedFacts>): Generator<NamedFacts> {
  for (const one of all) {
    yield one;
    yield* everywhere(one.children);
  }
}

/** Returns words in the form in which they are compared: without capitals, blanks and signs. */
export const folded = (words: string): string => partsOf(words).join('');

interface Words {
  of(words: string, name: string | undefined): readonly NamedFacts[];
}

function wordsIn(all: Iterable<NamedFacts>): Words {
  const list = [...all];
  const order = new Map(list.map((one, i) => [one, i]));
  const byName = grouped(list, one => one.name);
  const byFoldedName = grouped(list, one => folded(one.name));
  const byTitle = grouped(list, one => one.title && folded(one.title));
  return {
    of: (words, name) => {
      const fold = folded(words);
      const groups = [name === undefined ? undefined : byName.get(name), byFoldedName.get(fold), byTitle.get(fold)];
      return [...new Set(groups.flatMap(group => group ?? []))].sort((a, b) => order.get(a)! - order.get(b)!);
    },
  };
}

interface Beginning {
  readonly words: string;
  readonly order: number;
  readonly named: NamedFacts;
}

/** Returns the names and titles in lower case, in alphabetical order. */
function beginningsIn(all: Iterable<NamedFacts>): readonly Beginning[] {
  const list: Beginning[] = [];
  let order = 0;
  for (const named of all) {
    list.push({ words: `${hyphened(named.name)}-`, order, named });
    if (named.title) list.push({ words: hyphened(named.title), order, named });
    order++;
  }
  return list.sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : a.order - b.order));
}

const hyphened = (words: string): string => partsOf(words).join('-');
/** The number of names after which the search stops; nobody chooses among more. */
const MOST_BEGUN = 100;

function begunBy(name: string, sorted: readonly Beginning[]): readonly NamedFacts[] {
  const begin = hyphened(name);
  if (begin.length < 3) return [];
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.words < begin) low = middle + 1;
    else high = middle;
  }
  const found = new Map<NamedFacts, number>();
  for (let i = low; i < Math.min(sorted.length, low + MOST_BEGUN) && sorted[i]!.words.startsWith(begin); i++) {
    const { words, order, named } = sorted[i]!;
    // A name must match in whole parts; a title may match in its first letters.
    if (!words.endsWith('-') || words.startsWith(`${begin}-`)) found.set(named, order);
  }
  return [...found].sort(([, a], [, b]) => a - b).map(([named]) => named);
}
