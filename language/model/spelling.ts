/** Finds the known name that an unknown one most likely means, in a time that does not grow with the number of known names. */

/** The longest word, in letters, that is compared letter by letter; in a longer word nobody could tell what is wrong. */
const LONGEST = 100;
/** The number of prefixes that a search compares before it gives up. Names that people give need far fewer. */
const MOST_STEPS = 4_000;

/** A known word that resembles an unknown one. */
export interface Near {
  readonly word: string;
  /** The number of typing slips between the two words; 0 if only the case differs. */
  readonly slips: number;
}

/** A list of known words in alphabetical order, so that a prefix that several words share is compared once. */
export class Spellings {
  private readonly sorted: readonly string[];
  /** Maps each word in lower case to the word as it was first written. */
  private readonly written = new Map<string, string>();
  private readonly asked = new Map<string, Near | undefined>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const lower = word.toLowerCase();
      if (!this.written.has(lower)) this.written.set(lower, word);
    }
    this.sorted = [...this.written.keys()].filter(({ length }) => length <= LONGEST).sort();
  }

  /**
   * Returns the nearest word at most two slips away (one in a short word). Of several equally near words it returns the first in the
   * alphabet. `except` is never returned.
   */
  near(word: string, except?: string): Near | undefined {
    if (except !== undefined) return this.search(word.toLowerCase(), except.toLowerCase());
    let found = this.asked.get(word);
    if (found === undefined && !this.asked.has(word)) this.asked.set(word, (found = this.search(word.toLowerCase())));
    return found;
  }

  private search(lower: string, except?: string): Near | undefined {
    const same = lower === except ? undefined : this.written.get(lower);
    if (same !== undefined) return { word: same, slips: 0 };
    if (lower.length > LONGEST) return undefined;
    const found = this.swapped(lower, except) ?? this.within(lower, 1, except);
    if (found !== undefined) return { word: this.written.get(found)!, slips: 1 };
    const further = lower.length > 4 ? this.within(lower, 2, except) : undefined;
    return further === undefined ? undefined : { word: this.written.get(further)!, slips: 2 };
  }

  /** Returns a known word that differs only in the order of two neighbouring letters, which counts as one slip. */
  private swapped(lower: string, except: string | undefined): string | undefined {
    for (let i = 0; i + 1 < lower.length; i++) {
      const other = lower.slice(0, i) + lower[i + 1] + lower[i] + lower.slice(i + 2);
      if (other !== except && this.written.has(other)) return other;
    }
    return undefined;
  }

  /**
   * Returns the first known word that at most `limit` inserted, deleted or replaced letters lead to; `undefined` if there is none, or if
   * too many words share a prefix.
   */
  private within(word: string, limit: number, except: string | undefined): string | undefined {
    let steps = 0;
    const { sorted } = this;
    /**
     * Searches the words from index `low` up to `high`, which share their first `depth` letters. `row` is the row of the edit-distance
     * table for those letters: their distance from each prefix of the word.
     */
    const walk = (low: number, high: number, depth: number, row: readonly number[]): string | undefined => {
      let from = low;
      if (sorted[from]!.length === depth) {
        if (row[word.length]! <= limit && sorted[from] !== except) return sorted[from];
        from++;
      }
      while (from < high) {
        if (++steps > MOST_STEPS) return undefined;
        const letter = sorted[from]!.charCodeAt(depth);
        const to = endOf(sorted, from, high, depth, letter);
        const next = nextRow(row, word, letter, depth, limit);
        const found = next && walk(from, to, depth + 1, next);
        if (found !== undefined) return found;
        from = to;
      }
      return undefined;
    };
    return sorted.length === 0
      ? undefined
      : walk(
          0,
          sorted.length,
          0,
          Array.from({ length: word.length + 1 }, (_, i) => i),
        );
  }
}

/** Returns the index after the last word with the given letter at a place, among sorted words that are equal before that place. */
function endOf(sorted: readonly string[], from: number, high: number, depth: number, letter: number): number {
  let low = from + 1;
  let end = high;
  while (low < end) {
    const middle = (low + end) >> 1;
    if (sorted[middle]!.charCodeAt(depth) === letter) low = middle + 1;
    else end = middle;
  }
  return low;
}

/** Returns the next row of the edit-distance table, for one more letter; `undefined` if all its distances exceed the limit. */
function nextRow(row: readonly number[], word: string, letter: number, depth: number, limit: number): number[] | undefined {
  // A distance within the limit can only lie near the diagonal.
  const next: number[] = new Array(row.length).fill(limit + 1);
  if (depth + 1 <= limit) next[0] = depth + 1;
  let isNear = depth + 1 <= limit;
  const last = Math.min(word.length, depth + 1 + limit);
  for (let i = Math.max(1, depth + 1 - limit); i <= last; i++) {
    const mistaken = row[i - 1]! + (word.charCodeAt(i - 1) === letter ? 0 : 1);
    const distance = Math.min(mistaken, row[i]! + 1, next[i - 1]! + 1);
    next[i] = distance;
    if (distance <= limit) isNear = true;
  }
  return isNear ? next : undefined;
}
