/** The map of a folder: the programs that lead to one another, with their owners, but not what is inside them. */
import type { MapEdge, MapNode, ProgramMap } from './map.ts';

/** The number of unconnected programs that are drawn for an owner; the others are counted in one node. */
const MOST_ALONE = 5;

/** Merges the maps of several programs. An owner is left out if none of its programs leads to another, because a list shows as much. */
export function overviewOf(maps: readonly ProgramMap[]): ProgramMap {
  const nodes = new Map<string, MapNode>();
  const edges = new Map<string, MapEdge>();
  for (const map of maps) {
    const within = new Map(map.edges.filter(({ does }) => does === 'teaches').map(({ from, to }) => [to, from]));
    const kept = new Map(map.nodes.filter(isKept).map(node => [node.id, node]));
    for (const [id, node] of kept) nodes.set(id, node);
    for (const edge of map.edges) {
      const from = kept.has(edge.from) ? edge.from : within.get(edge.from);
      const to = kept.has(edge.to) ? edge.to : within.get(edge.to);
      if (from === undefined || to === undefined || from === to || !kept.has(from) || !kept.has(to) || !KEPT_VERBS.has(edge.does)) continue;
      const key = `${from}\n${to}\n${edge.does}`;
      const known = edges.get(key);
      edges.set(key, known?.rule === undefined ? { ...edge, from, to } : known);
    }
  }
  return countedAlone([...nodes.values()], [...edges.values()]);
}

const isKept = ({ kind, at }: MapNode): boolean => (kind === 'owner' || kind === 'program') && at !== undefined;
const KEPT_VERBS: ReadonlySet<MapEdge['does']> = new Set(['owns', 'prepares for', 'requires']);

/** Replaces an owner's unconnected programs beyond {@link MOST_ALONE} by one node that counts them. */
function countedAlone(nodes: readonly MapNode[], edges: readonly MapEdge[]): ProgramMap {
  const linked = new Set(edges.flatMap(({ does, from, to }) => (does === 'owns' ? [] : [from, to])));
  const dropped = new Set<string>();
  const more: { node: MapNode; edge: MapEdge }[] = [];
  const owners = new Set(edges.flatMap(({ does, from, to }) => (does === 'owns' && linked.has(to) ? [from] : [])));
  for (const { id } of nodes) if (!owners.has(id) && !linked.has(id)) dropped.add(id);
  const owned = new Map<string, string[]>();
  for (const { does, from, to } of edges)
    if (does === 'owns' && owners.has(from) && !linked.has(to)) owned.set(from, [...(owned.get(from) ?? []), to]);
  for (const [owner, alone] of owned) {
    const left = alone.length > MOST_ALONE + 1 ? alone.slice(MOST_ALONE) : [];
    for (const id of alone) if (!left.includes(id)) dropped.delete(id);
    if (left.length === 0) continue;
    const id = `more ${owner}`;
    more.push({
      node: { id, kind: 'program', label: `${left.length} more`, note: 'programs', side: 'shared' },
      edge: { from: owner, to: id, does: 'owns', crosses: false },
    });
  }
  return {
    nodes: [...nodes.filter(({ id }) => !dropped.has(id)), ...more.map(({ node }) => node)],
    edges: [...edges.filter(({ from, to }) => !dropped.has(from) && !dropped.has(to)), ...more.map(({ edge }) => edge)],
  };
}
