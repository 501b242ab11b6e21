/** Computes the curves of a map's relations, and where on them a word can stand without covering a box or another word. */
import type { PlacedBox, PlacedEdge, Point } from './layout.ts';

/** The positions of words along a curve, from 0 to 1, the best first. */
const PLACES = [0.5, 0.36, 0.64, 0.25, 0.75];
/** The distances in units from the middle of the curve that are tried as well. */
const BESIDE = [-16, 16, -32, 32, -48, 48];
/** Half the height of a word, and half the width of a character, in units. */
const HALF = 8;
const PER_CHARACTER = 3.1;

/** Returns the `d` attribute of an edge's path. */
export function pathOf({ points, bow }: PlacedEdge): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  if (bow) {
    const pieces = rest.map((end, i) => {
      const [one, two] = handles(points[i]!, end, bow);
      return `C${pair(one)} ${pair(two)} ${pair(end)}`;
    });
    return `M${pair(first)}${pieces.join('')}`;
  }
  const corners = rest.slice(0, -1);
  if (corners.length === 0) return `M${pair(first)}L${pair(last)}`;
  const pieces = corners.map(
    (corner, i) => `Q${pair(corner)} ${pair(i === corners.length - 1 ? last : between(corner, corners[i + 1]!, 0.5))}`,
  );
  return `M${pair(first)}${pieces.join('')}`;
}

/** Returns a place for the word on each edge; `undefined` if it has no word. A word without a free place stands in the middle. */
export function wordPlaces(
  edges: readonly PlacedEdge[],
  boxes: readonly PlacedBox[],
  word: (edge: PlacedEdge) => string | undefined,
): readonly (Point | undefined)[] {
  const taken = boxes.map(({ x, y, width, height }) => ({ x, y, halfWidth: width / 2, halfHeight: height / 2 }));
  return edges.map(edge => {
    const text = word(edge);
    if (text === undefined) return undefined;
    const halfWidth = text.length * PER_CHARACTER;
    const free = ({ x, y }: Point): boolean =>
      !taken.some(one => Math.abs(one.x - x) < one.halfWidth + halfWidth && Math.abs(one.y - y) < one.halfHeight + HALF);
    const middle = along(edge, 0.5);
    const places = [...PLACES.map(share => along(edge, share)), ...BESIDE.map(dy => ({ x: middle.x, y: middle.y + dy }))];
    const place = places.find(free) ?? places[0]!;
    taken.push({ ...place, halfWidth, halfHeight: HALF });
    return place;
  });
}

/** Returns the point at a share of the curve, from 0 to 1. */
export function along({ points, bow }: PlacedEdge, share: number): Point {
  const at = share * (points.length - 1);
  const piece = Math.min(Math.floor(at), points.length - 2);
  const [from, to, part] = [points[piece]!, points[piece + 1]!, at - piece];
  if (!bow) return between(from, to, part);
  const [one, two] = handles(from, to, bow);
  const rest = 1 - part;
  const mixed = (axis: 'x' | 'y'): number =>
    rest ** 3 * from[axis] + 3 * rest ** 2 * part * one[axis] + 3 * rest * part ** 2 * two[axis] + part ** 3 * to[axis];
  return { x: mixed('x'), y: mixed('y') };
}

const handles = (from: Point, to: Point, bow: 'sideways' | 'upright'): readonly [Point, Point] => {
  const middle = between(from, to, 0.5);
  return bow === 'upright'
    ? [
        { x: from.x, y: middle.y },
        { x: to.x, y: middle.y },
      ]
    : [
        { x: middle.x, y: from.y },
        { x: middle.x, y: to.y },
      ];
};
const between = (a: Point, b: Point, share: number): Point => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });

/** Formats a number with at most one decimal. */
export const short = (n: number): string => String(Math.round(n * 10) / 10);
const pair = ({ x, y }: Point): string => `${short(x)} ${short(y)}`;
