/** Finds the key, kind or word of the vocabulary that an everyday word or phrase means. All functions only look up tables. */
import type { KindTable, Property } from './define.ts';
import { childKinds, KINDS } from './kinds.ts';
import { KEY_SYNONYMS, KIND_SYNONYMS, OWN_WORDS, WORD_SYNONYMS } from './synonyms.ts';

/** How a phrase corresponds to a word of the language, which tells how certain it is. */
export type Certainty =
  /** It has the same letters: only capitals, blanks, hyphens, a plural or British spelling differ. */
  | 'same'
  /** It is an everyday name of the word. */
  | 'synonym'
  /** It contains the word among others: "exam duration". */
  | 'part';

/** A word of the language that a phrase means. */
export interface Meant {
  readonly word: string;
  readonly by: Certainty;
}

/** Splits a phrase into words in lower case and American spelling, without marks: "Jobs' Analyses" gives `jobs`, `analyses`. */
export function partsOf(phrase: string): string[] {
  const plain = phrase
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/%/g, ' percent ')
    .replace(/#/g, ' number ');
  return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(american);
}

/**
 * Replaces British endings by American ones. It may change other words too; that does no harm, because both sides of a comparison are
 * converted.
 */
const american = (word: string): string =>
  word.length < 5
    ? word
    : word
        .replace(/^organis/, 'organiz')
        .replace(/(?<=\p{L}{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)/u, 'iz')
        .replace(/(?<=\p{L}{2})ys(?=(?:e|ed|ing)$)/u, 'yz')
        .replace(/(?<=\p{L}{3})our(?=s?$|al$)/u, 'or')
        .replace(/^programme/, 'program')
        .replace(/^licenc/, 'licens')
        .replace(/^practis/, 'practic')
        .replace(/^centre/, 'center')
        .replace(/^judgement/, 'judgment')
        .replace(/^catalogue/, 'catalog')
        .replace(/^enrolment/, 'enrollment')
        .replace(/^panellist/, 'panelist');

/** Returns a phrase in the form in which it is compared: its words joined, the last one in the singular. */
const folded = (parts: readonly string[]): string => parts.slice(0, -1).join('') + singular(parts[parts.length - 1] ?? '');

function singular(word: string): string {
  if (/(?:analyses|bases|theses)$/.test(word)) return word.replace(/es$/, 'is');
  if (/.{2}ies$/.test(word)) return word.replace(/ies$/, 'y');
  return word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

type Index = ReadonlyMap<string, Meant>;

/** Makes an index by compared form: first the words themselves, then their everyday names. Of equal names the first one counts. */
function indexOf(words: readonly string[], synonyms: Readonly<Record<string, readonly string[]>>): Index {
  const index = new Map<string, Meant>();
  for (const word of words) index.set(folded(partsOf(word)), { word, by: 'same' });
  for (const word of words) {
    for (const name of Object.hasOwn(synonyms, word) ? synonyms[word]! : []) {
      const fold = folded(partsOf(name));
      if (!index.has(fold)) index.set(fold, { word, by: 'synonym' });
    }
  }
  return index;
}

const keysOfKind = new WeakMap<KindTable, Index>();
const kindsIn = new Map<string, Index>();
const wordsOf = new WeakMap<Property, Index>();

/** Words before a name that add nothing to it. */
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'our', 'its', 'your', 'this', 'my']);
/** Matches words such as "number of" in "number of items", which say of a count only that it is one. */
const COUNTING = /^(?:(?:total )?(?:number|no|nr|count) of|how many|number) /;

/**
 * Returns the key of a kind that a phrase means: "Passing Score", "number of items", "cut score", "exam duration". The phrase is a text or
 * its parts; `undefined` if it means none.
 */
export function keyMeant(phrase: string | readonly string[], kind: KindTable): Meant | undefined {
  let index = keysOfKind.get(kind);
  if (!index) {
    // If two keys have the same everyday name, the one that is usually stated is more likely meant.
    index = indexOf([...new Set([...kind.insert, ...Object.keys(kind.properties)])], KEY_SYNONYMS);
    keysOfKind.set(kind, index);
  }
  const parts = typeof phrase === 'string' ? partsOf(phrase) : phrase;
  const whole = index.get(folded(parts));
  if (whole?.by === 'same') return whole;
  const bare = parts.filter(part => !ARTICLES.has(part));
  const counted = withoutCounting(bare);
  const key = counted.length === parts.length ? undefined : index.get(folded(counted));
  // "Number of" adds nothing to a key that is a count.
  if (key?.by === 'same' && (counted.length === bare.length || /^count/.test(kind.properties[key.word]!.type))) return key;
  return whole ?? key ?? within(bare, index);
}

const withoutCounting = (parts: readonly string[]): string[] => parts.join(' ').replace(COUNTING, '').split(' ');

/** Returns the word that the longest run of words at the end or the beginning of a phrase names. */
function within(parts: readonly string[], index: Index): Meant | undefined {
  for (let length = parts.length - 1; length > 0; length--) {
    for (const run of [parts.slice(-length), parts.slice(0, length)]) {
      const found = index.get(folded(run));
      if (found && (found.by === 'same' || length > 1)) return { word: found.word, by: 'part' };
    }
  }
  return undefined;
}

/**
 * Returns the kind that a phrase means, among the kinds that may stand in `parent` (`TOP` for a file): "Job Analysis", "Domains", "exam".
 */
export function kindMeant(phrase: string, parent: string): Meant | undefined {
  let index = kindsIn.get(parent);
  if (!index) {
    index = indexOf(
      childKinds(parent).map(({ name }) => name),
      KIND_SYNONYMS,
    );
    kindsIn.set(parent, index);
  }
  return index.get(folded(partsOf(phrase)));
}

/** Returns the word of a property that a phrase means: "Multiple Choice", "non-profit", "Yes". */
export function wordMeant(phrase: string, property: Property): Meant | undefined {
  let index = wordsOf.get(property);
  if (!index) {
    index = indexOf(property.type === 'yes-no' ? ['yes', 'no'] : Object.keys(property.words ?? {}), WORD_SYNONYMS);
    wordsOf.set(property, index);
  }
  return index.get(folded(partsOf(phrase)));
}

/**
 * Returns the kinds that have a key of exactly this name, without regard to capitals and blanks. They are the kinds to which a misplaced
 * property belongs.
 */
export function keyElsewhere(phrase: string): { readonly key: string; readonly kinds: readonly string[] } | undefined {
  const fold = folded(withoutCounting(partsOf(phrase).filter(part => !ARTICLES.has(part))));
  allKeys ??= indexOf([...new Set([...KINDS.values()].flatMap(({ properties }) => Object.keys(properties)))], {});
  const key = allKeys.get(fold)?.word;
  return key === undefined
    ? undefined
    : { key, kinds: [...KINDS.values()].filter(({ properties }) => Object.hasOwn(properties, key)).map(({ name }) => name) };
}
let allKeys: Index | undefined;

/** Returns whether a word has a meaning of its own, in the language or in English, so that it is no misspelling of another. */
export function isOwnWord(word: string): boolean {
  if (!known) {
    const said = [...KINDS.keys(), ...[...KINDS.values()].flatMap(({ properties }) => Object.keys(properties))];
    known = new Set([...said.flatMap(partsOf), ...OWN_WORDS].map(one => folded([one])));
  }
  return known.has(folded(partsOf(word)));
}
let known: ReadonlySet<string> | undefined;

/** Returns the names that resemble a word most, the likeliest first; equally likely names keep the order of `names`. */
export function likeliest(word: string, names: readonly string[], most = 3): string[] {
  const parts = partsOf(word);
  const likeness = (name: string): number => {
    const others = partsOf(name);
    let score = 0;
    for (const part of parts) {
      for (const other of others) {
        let same = 0;
        while (same < part.length && part[same] === other[same]) same++;
        score = Math.max(score, same >= 2 ? same / Math.max(part.length, other.length) : 0);
      }
    }
    return score;
  };
  return names
    .map((name, i) => ({ name, i, score: likeness(name) }))
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .slice(0, most)
    .map(({ name }) => name);
}
