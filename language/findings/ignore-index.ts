/** Finds the ignores that cover a place, without going through all of a file's ignores. */
import type { Ignore } from './ignore.ts';

/** The ignores of one range of the text, by the rules and groups that they name. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** The smallest range that contains this one. */
  readonly around: Stretch | undefined;
  readonly byId: Map<string, Ignore[]>;
}

/** The ignores of a file, indexed by the ranges that they cover. */
export class IgnoreIndex {
  /** The ranges sorted by their beginnings, the longer first. The ranges of members and files are nested or apart. */
  private readonly stretches: Stretch[] = [];
  /** The ranges of single lines, sorted by their beginnings. They are kept apart because they can overlap members. */
  private readonly lines: Stretch[] = [];

  constructor(ignores: readonly Ignore[]) {
    const order = new Map(ignores.map((ignore, i) => [ignore, i]));
    const sorted = [...ignores].sort((a, b) => a.from - b.from || b.to - a.to || order.get(a)! - order.get(b)!);
    for (const ignore of sorted) add(ignore.comment.firstOnLine ? this.stretches : this.lines, ignore);
  }

  /** Returns the first ignore that silences a rule at an offset, and marks all that silence it as used. */
  silencing(rule: string, at: number): Ignore | undefined {
    let hit: Ignore | undefined;
    for (const stretches of [this.stretches, this.lines]) {
      for (let one = lastFrom(stretches, at); one; one = one.around) {
        if (at > one.to) continue;
        for (const id of [rule, `${rule.slice(0, rule.indexOf('/'))}/*`]) hit = earlier(hit, use(one.byId, id));
      }
    }
    return hit;
  }
}

function add(stretches: Stretch[], ignore: Ignore): void {
  let last = stretches[stretches.length - 1];
  if (!last || last.from !== ignore.from || last.to !== ignore.to) {
    let around = last;
    while (around && around.to < ignore.to) around = around.around;
    stretches.push((last = { from: ignore.from, to: ignore.to, around, byId: new Map() }));
  }
  for (const { id } of ignore.rules) {
    const known = last.byId.get(id);
    if (known) known.push(ignore);
    else last.byId.set(id, [ignore]);
  }
}

/** Returns the last range that begins at or before an offset. */
function lastFrom(stretches: readonly Stretch[], at: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.from <= at) low = middle + 1;
    else high = middle;
  }
  return stretches[low - 1];
}

/** Marks the ignores that name an id as used, once, and returns the first of them. */
function use(byId: Map<string, Ignore[]>, id: string): Ignore | undefined {
  const ignores = byId.get(id);
  if (!ignores || ignores[0]!.used.has(id)) return ignores?.[0];
  for (const ignore of ignores) ignore.used.add(id);
  return ignores[0];
}

const earlier = (a: Ignore | undefined, b: Ignore | undefined): Ignore | undefined =>
  !a || (b && b.comment.start < a.comment.start) ? b : a;
