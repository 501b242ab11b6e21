import { distance } from 'fastest-levenshtein';

export interface Nearest {
  readonly word: string;
  /** Whether nothing else comes close, or only the case differs. */
  readonly sure: boolean;
}

/** The known word that was most likely meant: at most two slips away, one in a short word. */
export function nearest(word: string, known: Iterable<string>): Nearest | undefined {
  const lower = word.toLowerCase();
  const limit = lower.length <= 4 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  let rivals = 0;
  for (const candidate of known) {
    if (candidate.toLowerCase() === lower) return { word: candidate, sure: true };
    const d = distance(lower, candidate.toLowerCase());
    if (d < bestDistance) [best, bestDistance, rivals] = [candidate, d, 0];
    else if (d === bestDistance) rivals++;
  }
  return best === undefined || bestDistance > limit ? undefined : { word: best, sure: rivals === 0 };
}
