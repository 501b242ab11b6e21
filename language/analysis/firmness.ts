/** Describes how firmly a description points to a path, in words that an author can check against it. */
import { listed } from '../model/sentence.ts';
import type { Path, PathFit } from './path.ts';
import { DIMENSIONS, type Dimension, type PointsTo } from './reasons.ts';

interface Weighed extends Pick<PathFit, 'reasons' | 'outside'> {
  readonly stated: ReadonlySet<Dimension>;
}

/**
 * Returns a phrase such as "all five stated dimensions point there" or "four of five stated dimensions point there; the award does not".
 */
export function firmnessOf(path: Path, { reasons, stated, outside }: Weighed): string | undefined {
  const all = DIMENSIONS.filter(dimension => stated.has(dimension));
  const pointing = (kind: PointsTo): readonly Dimension[] =>
    all.filter(dimension => reasons.some(one => one.dimension === dimension && one.pointsTo === kind));
  if (path === 'undecided') return undefined;
  if (path === 'neither') return outside ? 'all that it awards is a degree or a license' : 'nothing in it must be passed';
  if (path === 'both') {
    const [course, role] = [pointing('certificate').length, pointing('certification').length];
    return `of ${number(all.length)} stated dimensions ${number(course)} point to a certificate program and ${number(role)} to a certification`;
  }
  const there = pointing(path);
  const others = all.filter(dimension => !there.includes(dimension));
  if (others.length === 0) return `${all.length === 2 ? 'both' : `all ${number(all.length)}`} stated dimensions point there`;
  const which = others.map(dimension => `the ${CALLED[dimension] ?? dimension}`);
  return `${number(there.length)} of ${number(all.length)} stated dimensions ${there.length === 1 ? 'points' : 'point'} there; ${listed(which)} ${which.length > 1 ? 'do' : 'does'} not`;
}

const CALLED: Partial<Record<Dimension, string>> = { maintenance: 'upkeep' };
const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const number = (count: number): string => NUMBERS[count]!;
