/** Finds the ignores that cover a place, however many of them a file has. */
import type { Ignore } from './ignore.ts';

/** Ignores of one stretch of the text, by the rules and groups that they name. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** The stretch around it. */
  readonly around: Stretch | undefined;
  readonly byId: Map<string, Ignore[]>;
}

export class IgnoreIndex {
  /** In the order of their beginnings, the longer first. Members and files lie within each other or apart. */
  private readonly stretches: Stretch[] = [];
  /** Lines cut through members, so they are kept apart; by their beginning. */
  private readonly lines: Stretch[] = [];

  constructor(ignores: readonly Ignore[]) {
    const order = new Map(ignores.map((ignore, i) => [ignore, i]));
    const sorted = [...ignores].sort((a, b) => a.from - b.from || b.to - a.to || order.get(a)! - order.get(b)!);
    for (const ignore of sorted) add(ignore.comment.firstOnLine ? this.stretches : this.lines, ignore);
  }

  /** The first ignore that silences a rule at a place; all that do are marked as used. */
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

/** The last stretch that begins at or before a place. */
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

/** Marks the ignores that name an id as used, once; returns the first of them. */
function use(byId: Map<string, Ignore[]>, id: string): Ignore | undefined {
  const ignores = byId.get(id);
  if (!ignores || ignores[0]!.used.has(id)) return ignores?.[0];
  for (const ignore of ignores) ignore.used.add(id);
  return ignores[0];
}

const earlier = (a: Ignore | undefined, b: Ignore | undefined): Ignore | undefined =>
  !a || (b && b.comment.start < a.comment.start) ? b : a;
