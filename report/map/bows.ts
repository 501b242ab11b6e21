/** Draws the relations between the sides of a map as bows around the boxes that do not belong to them. */
import type { MapEdge } from '../../language/analysis/map.ts';
import { along } from './curves.ts';
import type { PlacedBox, PlacedEdge, Point } from './layout.ts';

type BoxSide = 'left' | 'right' | 'top' | 'bottom';

/** The space between a bow and a box that it passes, in units. */
const CLEARANCE = 10;
/** The least space between two bows that go around something, in units. */
const APART = 12;
/** The most heights at which a way around is tried, and the number of points of a bow that are looked at. */
const HEIGHTS = 24;
const SAMPLES = 32;

/**
 * Draws bows between boxes, `at` by their ids. Bows that leave a box on the same side leave it at different heights, so that none covers
 * another. A bow that would run behind another box goes around it through one of the `columns`, which are free places from left to right.
 */
export function bowsOf(edges: readonly MapEdge[], at: ReadonlyMap<string, PlacedBox>, columns: readonly number[]): readonly PlacedEdge[] {
  const ends = new Map<string, { edge: MapEdge; other: PlacedBox }[]>();
  const sideTowards = (box: PlacedBox, other: PlacedBox): BoxSide => {
    if (Math.abs(other.x - box.x) < (box.width + other.width) / 2) return other.y < box.y ? 'top' : 'bottom';
    return other.x < box.x ? 'left' : 'right';
  };
  const key = (box: PlacedBox, other: PlacedBox): string => `${box.node.id} ${sideTowards(box, other)}`;
  for (const edge of edges) {
    const [from, to] = [at.get(edge.from)!, at.get(edge.to)!];
    for (const [box, other] of [[from, to] as const, [to, from] as const]) {
      const there = key(box, other);
      ends.set(there, [...(ends.get(there) ?? []), { edge, other }]);
    }
  }
  for (const all of ends.values()) all.sort((a, b) => a.other.y - b.other.y || a.other.x - b.other.x);
  const point = (edge: MapEdge, box: PlacedBox, other: PlacedBox): Point => {
    const all = ends.get(key(box, other))!;
    const share = (all.findIndex(one => one.edge === edge) + 1) / (all.length + 1) - 0.5;
    const side = sideTowards(box, other);
    if (side === 'top' || side === 'bottom')
      return { x: box.x + share * box.width * 0.8, y: box.y + ((side === 'top' ? -1 : 1) * box.height) / 2 };
    return { x: box.x + ((side === 'left' ? -1 : 1) * box.width) / 2, y: box.y + share * box.height * 0.8 };
  };
  const taken: Point[] = [];
  return edges.map(edge => {
    const [from, to] = [at.get(edge.from)!, at.get(edge.to)!];
    const bow = ['left', 'right'].includes(sideTowards(from, to)) ? 'sideways' : 'upright';
    return around({ edge, bow, points: [point(edge, from, to), point(edge, to, from)] }, [...at.values()], columns, taken);
  });
}

/** Returns the bow that runs behind the fewest boxes, and of several the straightest. Its points between its ends are added to `taken`. */
function around(bow: PlacedEdge, boxes: readonly PlacedBox[], columns: readonly number[], taken: Point[]): PlacedEdge {
  const others = boxes.filter(({ node: { id } }) => id !== bow.edge.from && id !== bow.edge.to);
  const behind = (one: PlacedEdge): number => {
    const passed = Array.from({ length: SAMPLES + 1 }, (_, i) => along(one, i / SAMPLES));
    return others.filter(box => passed.some(point => covers(box, point))).length;
  };
  let best: readonly Point[] = [];
  let fewest = behind(bow);
  const [start, end] = [bow.points[0]!, bow.points[1]!];
  for (const between of fewest === 0 ? [] : waysBetween(start, end, others, columns)) {
    if (between.some(one => taken.some(other => Math.abs(one.x - other.x) < APART && Math.abs(one.y - other.y) < APART))) continue;
    const count = behind({ ...bow, points: [start, ...between, end] });
    if (count < fewest) [best, fewest] = [between, count];
    if (fewest === 0) break;
  }
  taken.push(...best);
  return { ...bow, points: [start, ...best, end] };
}

/** Returns the points between two ends for each way that is tried, the straightest first: through one column, or straight through all. */
function waysBetween(start: Point, end: Point, boxes: readonly PlacedBox[], columns: readonly number[]): readonly (readonly Point[])[] {
  const [least, most] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
  const free = columns.filter(x => x > least && x < most).sort((a, b) => (a - b) * (end.x - start.x));
  const middle = (start.y + end.y) / 2;
  const heights = boxes
    .flatMap(({ y, height }) => [y - height / 2 - CLEARANCE, y + height / 2 + CLEARANCE])
    .concat(start.y, end.y)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
    .slice(0, HEIGHTS);
  return heights.flatMap(y => [...free.map(x => [{ x, y }]), ...(free.length > 1 ? [[free[0]!, free.at(-1)!].map(x => ({ x, y }))] : [])]);
}

const covers = ({ x, y, width, height }: PlacedBox, point: Point): boolean =>
  Math.abs(point.x - x) < width / 2 + CLEARANCE / 2 && Math.abs(point.y - y) < height / 2 + CLEARANCE / 2;
