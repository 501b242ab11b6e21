/** Finds the known name that was most likely meant by an unknown one, in a time that does not grow with the number of known names. */

/** Words that are longer are compared as they are: nobody would tell what is amiss with them. */
const LONGEST = 100;
/** How many beginnings of known words a search looks at before it gives up: enough for any names that people give. */
const MOST_STEPS = 4_000;

export interface Near {
  readonly word: string;
  /** How many slips of the hand lie between the two: 0 where only the case differs. */
  readonly slips: number;
}

/** Known words, in alphabetical order, so that what several of them begin with is compared once. */
export class Spellings {
  private readonly sorted: readonly string[];
  /** In lower case to the word as it is written first. */
  private readonly written = new Map<string, string>();
  private readonly asked = new Map<string, Near | undefined>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const lower = word.toLowerCase();
      if (!this.written.has(lower)) this.written.set(lower, word);
    }
    this.sorted = [...this.written.keys()].filter(({ length }) => length <= LONGEST).sort();
  }

  /** The nearest word, at most two slips away (one in a short word); the first in the alphabet where several are as near. */
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

  /** Two neighbours that changed places are one slip. */
  private swapped(lower: string, except: string | undefined): string | undefined {
    for (let i = 0; i + 1 < lower.length; i++) {
      const other = lower.slice(0, i) + lower[i + 1] + lower[i] + lower.slice(i + 2);
      if (other !== except && this.written.has(other)) return other;
    }
    return undefined;
  }

  /** The first word that at most `limit` letters added, left out or mistaken lead to; `undefined` where too many words begin alike. */
  private within(word: string, limit: number, except: string | undefined): string | undefined {
    let steps = 0;
    const { sorted } = this;
    /** Of the words from `low` up to `high`, which share their first `depth` letters; `row` says how far those are from each beginning of the word. */
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

/** Where the words end that have a letter at a place, among sorted words that are alike before it. */
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

/** The row of distances with one letter more; `undefined` where all of them are beyond the limit. */
function nextRow(row: readonly number[], word: string, letter: number, depth: number, limit: number): number[] | undefined {
  // Only near the diagonal may a distance be within the limit.
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
