/** Which fixes have been applied where, so that one that does not help is not applied for ever. */

import type { Edit, Finding, Fix } from '../findings/finding.ts';

/** A place, as it moves with the text: where something is put in right at it, it stays or goes along. */
interface TriedPlace {
  readonly staying: number;
  readonly going: number;
}

export class TriedFixes {
  /** By rule and title. */
  private places = new Map<string, TriedPlace[]>();
  private offsets = new Map<string, Set<number>>();

  /** Whether this fix of a finding at this place was applied already. */
  has(finding: Finding, fix: Fix, at: number): boolean {
    return this.offsets.get(keyOf(finding, fix))?.has(at) ?? false;
  }

  add(finding: Finding, fix: Fix, at: number): void {
    const key = keyOf(finding, fix);
    const known = this.places.get(key);
    if (known) known.push({ staying: at, going: at });
    else this.places.set(key, [{ staying: at, going: at }]);
    const offsets = this.offsets.get(key);
    if (offsets) offsets.add(at);
    else this.offsets.set(key, new Set([at]));
  }

  /** The places as they are after some edits, which do not overlap. */
  move(edits: readonly Edit[]): void {
    const moves = new Moves(edits);
    const places = [...this.places].map(([key, all]): [string, TriedPlace[]] => [
      key,
      all.map(({ staying, going }) => ({ staying: moves.of(staying, false), going: moves.of(going, true) })),
    ]);
    this.places = new Map(places);
    this.offsets = new Map(places.map(([key, all]) => [key, new Set(all.flatMap(({ staying, going }) => [staying, going]))]));
  }
}

const keyOf = ({ rule }: Finding, { title }: Fix): string => `${rule} ${title}`;

/** Where places are after edits. */
class Moves {
  private readonly edits: readonly Edit[];
  /** By how much each edit and those before it lengthen the text. */
  private readonly sums: readonly number[];

  constructor(edits: readonly Edit[]) {
    this.edits = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
    let sum = 0;
    this.sums = this.edits.map(({ start, end, text }) => (sum += text.length - (end - start)));
  }

  of(place: number, goes: boolean): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { start, end } = this.edits[middle]!;
      if (end < place || (end === place && (goes || start < end))) low = middle + 1;
      else high = middle;
    }
    const before = this.sums[low - 1] ?? 0;
    const within = this.edits[low];
    return (within && within.start < place && within.end > place ? within.start : place) + before;
  }
}
