/** Places the boxes of a map: teaching to the left of the line, certifying to the right, and everything else between them. */
import { Graph, layout } from '@dagrejs/dagre';
import type { MapEdge, MapNodeKind, MapSide, ProgramMap } from '../../language/analysis/map.ts';
import { bowsOf } from './bows.ts';
import { type Box, boxOf } from './boxes.ts';

/** A point in units of the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
/** A box with its position. */
export interface PlacedBox extends Box {
  /** The centre of the box. */
  readonly x: number;
  readonly y: number;
}
/** A relation with its curve. */
export interface PlacedEdge {
  readonly edge: MapEdge;
  readonly points: readonly Point[];
  /** Whether the curve is a bow from point to point, which leaves its boxes at the sides or at top and bottom; otherwise its points are corners. */
  readonly bow?: 'sideways' | 'upright';
}
/** A map with all positions. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly edges: readonly PlacedEdge[];
  /** The line between teaching and certifying; absent if there is only one side. */
  readonly line?: { readonly x: number; readonly top: number; readonly bottom: number };
}

const MARGIN = 14;
/** The space above the sides for their headings, in units. */
const HEADING = 26;
const GAP = 130;
/** How far from its side a bow passes the boxes of the side, in units. */
const BESIDE_LINE = 30;

/**
 * Lays out a map. `kindWord` returns the name of a node's kind; `divide` says whether a line may be drawn. For maps of usual size the time
 * is proportional to nodes and edges.
 */
export function layoutOf(map: ProgramMap, kindWord: (kind: MapNodeKind) => string, divide = true): MapLayout {
  const boxes = map.nodes.map(node => boxOf(node, kindWord(node.kind)));
  const on = (side: MapSide): readonly Box[] => boxes.filter(({ node }) => node.side === side);
  const [left, right] = [on('teaching'), on('certifying')];
  if (!divide || left.length === 0 || right.length === 0) return framed(block(boxes, map.edges));
  return framed(divided(block(left, map.edges), block(right, map.edges), on('shared'), map.edges));
}

/** Boxes with their edges, in coordinates from the top left corner. */
interface MapBlock {
  readonly boxes: readonly PlacedBox[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
  readonly line?: MapLayout['line'];
}

/** Lays out one side from top to bottom: an examination stands above the award that requires it, an award above its renewal. */
function block(boxes: readonly Box[], edges: readonly MapEdge[]): MapBlock {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 22, ranksep: 46, edgesep: 14 });
  const here = new Set(boxes.map(({ node }) => node.id));
  for (const { node, width, height } of boxes) graph.setNode(node.id, { width, height });
  const inner = edges.filter(({ from, to }) => here.has(from) && here.has(to));
  inner.forEach((edge, i) => {
    const [above, below] = upward(edge) ? [edge.to, edge.from] : [edge.from, edge.to];
    graph.setEdge(above, below, { weight: edge.does === 'owns' || edge.does === 'assesses' ? 2 : 1 }, String(i));
  });
  // Boxes without relations on this side are stacked, so that the picture grows downwards rather than wide.
  const alone = boxes.filter(({ node: { id } }) => !inner.some(({ from, to }) => from === id || to === id));
  for (let i = 1; i < alone.length; i++) graph.setEdge(alone[i - 1]!.node.id, alone[i]!.node.id, { weight: 0 }, `stacked ${i}`);
  layout(graph);
  const placed = boxes.map(box => {
    const { x, y } = graph.node(box.node.id) as Point;
    return { ...box, x, y };
  });
  const drawn = inner.map((edge, i): PlacedEdge => {
    const [above, below] = upward(edge) ? [edge.to, edge.from] : [edge.from, edge.to];
    const { points } = graph.edge(above, below, String(i)) as { points: readonly Point[] };
    return { edge, points: upward(edge) ? [...points].reverse() : points };
  });
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { boxes: placed, edges: drawn, width, height };
}

const upward = ({ does }: MapEdge): boolean => does === 'requires' || does === 'renews';

/** Puts two sides beside each other with the line between them; shared boxes stand on the line. */
function divided(left: MapBlock, right: MapBlock, shared: readonly Box[], edges: readonly MapEdge[]): MapBlock {
  const middle = Math.max(GAP, ...shared.map(({ width }) => width + 90));
  const owners = shared.filter(({ node }) => node.kind === 'owner');
  const others = shared.filter(({ node }) => node.kind !== 'owner');
  const x = left.width + middle / 2;
  const top = owners.reduce((sum, { height }) => sum + height + 30, 0);
  let y = 0;
  const placedOwners = owners.map(box => {
    const placed = { ...box, x, y: y + box.height / 2 };
    y += box.height + 30;
    return placed;
  });
  y = top + HEADING + 20;
  const placedOthers = others.map(box => {
    const placed = { ...box, x, y: y + box.height / 2 };
    y += box.height + 34;
    return placed;
  });
  const under = top + HEADING;
  const moved = [...placedOwners, ...placedOthers, ...shift(left, 0, under).boxes, ...shift(right, left.width + middle, under).boxes];
  const at = new Map(moved.map(box => [box.node.id, box]));
  const inner = [...shift(left, 0, under).edges, ...shift(right, left.width + middle, under).edges];
  const known = new Set(inner.map(({ edge }) => edge));
  const bows = bowsOf(
    edges.filter(edge => !known.has(edge)),
    at,
    [left.width + BESIDE_LINE, x, left.width + middle - BESIDE_LINE],
  );
  const height = Math.max(y, under + left.height, under + right.height);
  return {
    boxes: moved,
    edges: [...inner, ...bows],
    width: left.width + middle + right.width,
    height,
    line: { x, top, bottom: height },
  };
}

const shift = ({ boxes, edges, ...rest }: MapBlock, dx: number, dy: number): MapBlock => ({
  ...rest,
  boxes: boxes.map(box => ({ ...box, x: box.x + dx, y: box.y + dy })),
  edges: edges.map(edge => ({ ...edge, points: edge.points.map(({ x, y }) => ({ x: x + dx, y: y + dy })) })),
});

function framed(inner: MapBlock): MapLayout {
  const { boxes, edges, width, height, line } = { ...inner, ...shift(inner, MARGIN, MARGIN) };
  return {
    boxes,
    edges,
    width: Math.ceil(width + 2 * MARGIN),
    height: Math.ceil(height + 2 * MARGIN),
    ...(line && { line: { x: line.x + MARGIN, top: line.top + MARGIN, bottom: line.bottom + MARGIN } }),
  };
}
