/** The places in other files that a file's findings mention, and whether an edit there moves them. */
import type { Finding } from '../findings/finding.ts';
import { difference } from '../syntax/relex.ts';

/** The lines by file. */
export type Points = ReadonlyMap<string, readonly number[]>;

export const NOWHERE: Points = new Map();

/** Returns the places. For speed, it skips findings that mention only their own file, as most do. */
export function pointsOf(findings: readonly Finding[], own: string): Points {
  let points: Map<string, number[]> | undefined;
  for (const { uri, range } of findings.flatMap(({ related }) => related ?? [])) {
    if (uri === own) continue;
    points ??= new Map();
    points.set(uri, [...(points.get(uri) ?? []), range.start.line]);
  }
  return points ?? NOWHERE;
}

/** Returns a function that tells whether the text of a line may have moved through an edit. */
export function movesLine(before: string, after: string): (line: number) => boolean {
  const { from, oldTo, newTo } = difference(before, after);
  const first = breaks(before.slice(0, from));
  const [gone, come] = [breaks(before.slice(from, oldTo)), breaks(after.slice(from, newTo))];
  return line => line >= first && (gone !== come || line <= first + gone);
}
const breaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
