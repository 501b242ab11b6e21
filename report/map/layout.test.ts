import { expect, test } from 'vitest';
import type { MapEdge, MapNode, ProgramMap } from '../../language/analysis/map.ts';
import { broken } from './boxes.ts';
import { along, pathOf, wordPlaces } from './curves.ts';
import { layoutOf, type PlacedBox } from './layout.ts';

const node = (id: string, side: MapNode['side'], kind: MapNode['kind'] = 'program'): MapNode => ({ id, kind, label: `The ${id}`, side });
const edge = (from: string, to: string, does: MapEdge['does'] = 'prepares for'): MapEdge => ({ from, to, does, crosses: false });
const MAP: ProgramMap = {
  nodes: [
    node('owner', 'shared', 'owner'),
    node('course', 'teaching'),
    node('class', 'teaching', 'instruction'),
    node('exam', 'certifying', 'examination'),
    node('certification', 'certifying'),
    node('award', 'certifying', 'award'),
    node('joe', 'shared', 'person'),
  ],
  edges: [
    edge('owner', 'course', 'owns'),
    edge('owner', 'certification', 'owns'),
    edge('course', 'class', 'teaches'),
    edge('certification', 'exam', 'assesses'),
    edge('award', 'exam', 'requires'),
    edge('course', 'certification'),
    edge('joe', 'class', 'teaches'),
    edge('joe', 'exam', 'writes'),
  ],
};
const laid = layoutOf(MAP, kind => kind);
const box = (id: string): PlacedBox => laid.boxes.find(one => one.node.id === id)!;

test('teaching stands left of the line, certifying right of it, what belongs to both upon it', () => {
  const { x } = laid.line!;
  for (const id of ['course', 'class']) expect(box(id).x + box(id).width / 2).toBeLessThan(x);
  for (const id of ['certification', 'exam', 'award']) expect(box(id).x - box(id).width / 2).toBeGreaterThan(x);
  expect([box('owner').x, box('joe').x]).toEqual([x, x]);
});

test('no box covers another or leaves the drawing', () => {
  for (const one of laid.boxes) {
    expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
    expect(one.x + one.width / 2).toBeLessThanOrEqual(laid.width);
    expect(one.y + one.height / 2).toBeLessThanOrEqual(laid.height);
    for (const other of laid.boxes)
      if (one !== other)
        expect(
          Math.abs(one.x - other.x) >= (one.width + other.width) / 2 || Math.abs(one.y - other.y) >= (one.height + other.height) / 2,
        ).toBe(true);
  }
});

test('no relation runs behind a box that it does not belong to', () => {
  // Joe and Ann stand on the line, between the course and the certification that it prepares for.
  const { boxes, edges } = layoutOf(
    {
      nodes: [...MAP.nodes, node('ann', 'shared', 'person'), node('bob', 'teaching', 'person')],
      edges: [...MAP.edges, edge('ann', 'exam', 'writes'), edge('bob', 'course', 'teaches'), edge('certification', 'course', 'requires')],
    },
    kind => kind,
  );
  const behind = edges.flatMap(one =>
    boxes
      .filter(({ node: { id } }) => id !== one.edge.from && id !== one.edge.to)
      .filter(({ x, y, width, height }) =>
        Array.from({ length: 101 }, (_, i) => along(one, i / 100)).some(
          at => Math.abs(at.x - x) < width / 2 && Math.abs(at.y - y) < height / 2,
        ),
      )
      .map(box => `${one.edge.from} ${one.edge.does} ${one.edge.to}: ${box.node.id}`),
  );
  expect(behind).toEqual([]);
});

test('every edge is drawn, and its word covers no box', () => {
  expect(laid.edges.map(({ edge }) => `${edge.from} ${edge.does} ${edge.to}`).sort()).toEqual(
    MAP.edges.map(({ from, does, to }) => `${from} ${does} ${to}`).sort(),
  );
  for (const one of laid.edges) expect(pathOf(one)).toMatch(/^M[\d. -]+[CQL]/);
  const words = wordPlaces(laid.edges, laid.boxes, ({ edge: { does } }) => (does === 'owns' ? undefined : does));
  const covering = laid.edges.filter((_, i) => {
    const place = words[i];
    return place && laid.boxes.some(({ x, y, width, height }) => Math.abs(x - place.x) < width / 2 && Math.abs(y - place.y) < height / 2);
  });
  expect(covering.map(({ edge }) => edge)).toEqual([]);
});

test('with one side there is no line', () => {
  expect(layoutOf({ nodes: MAP.nodes.filter(({ side }) => side !== 'teaching'), edges: [] }, kind => kind).line).toBeUndefined();
});

test('a label breaks at its blanks, and what does not fit is cut', () => {
  expect(broken('Certified Widget Technician of the Northern Region')).toEqual([
    'Certified Widget',
    'Technician of the',
    'Northern Region',
  ]);
  expect(broken('x'.repeat(60))).toEqual([`${'x'.repeat(23)}\u2026`]);
  expect(broken('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen')).toHaveLength(3);
  expect(broken('  ')).toEqual(['?']);
});
