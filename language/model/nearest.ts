import { distance } from 'fastest-levenshtein';

/** A known word that was most likely meant. */
export interface Nearest {
  readonly word: string;
  /** Whether only the case differs, or one typing slip that has no other explanation. */
  readonly sure: boolean;
}

/** Returns the known word that was most likely meant, at most two slips away, or one in a short word. */
export function nearest(word: string, known: Iterable<string>): Nearest | undefined {
  const lower = word.toLowerCase();
  const limit = lower.length <= 4 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  let rivals = 0;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    if (other === lower) return { word: candidate, sure: true };
    const d = slips(lower, other);
    if (d < bestDistance) [best, bestDistance, rivals] = [candidate, d, 0];
    else if (d === bestDistance) rivals++;
  }
  return best === undefined || bestDistance > limit
    ? undefined
    : { word: best, sure: rivals === 0 && bestDistance === 1 && lower.length > 3 };
}

/** Returns the number of inserted, deleted or replaced letters between two words. Two neighbours that changed places count as one. */
function slips(a: string, b: string): number {
  if (a.length === b.length) {
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    if (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)) return 1;
  }
  return distance(a, b);
}
