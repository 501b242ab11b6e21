/** Names the nodes and relations of a map. */
import type { MapEdge, MapNode, MapNodeKind, MapVerb, ProgramMap } from '../../language/analysis/map.ts';

/** The names of the kinds of nodes. */
export const KIND_WORD: Readonly<Record<MapNodeKind, string>> = {
  owner: 'Owner',
  body: 'Body',
  person: 'Person',
  program: 'Program',
  instruction: 'Instruction',
  examination: 'Assessment',
  award: 'Award',
  renewal: 'Renewal',
};

/** The names of the relations. */
export const VERB: Readonly<Record<MapVerb, string>> = {
  owns: 'owns',
  governs: 'governs',
  teaches: 'teaches',
  writes: 'writes',
  decides: 'sits on',
  assesses: 'assesses with',
  requires: 'requires',
  'prepares for': 'prepares for',
  renews: 'renews',
};

/** Groups the relations of a map by the node from which they start, in the order of the nodes. */
export function relationsOf({
  nodes,
  edges,
}: ProgramMap): readonly { readonly node: MapNode; readonly to: readonly { readonly edge: MapEdge; readonly node: MapNode }[] }[] {
  const named = new Map(nodes.map(node => [node.id, node]));
  const from = new Map<string, MapEdge[]>();
  for (const edge of edges) from.set(edge.from, [...(from.get(edge.from) ?? []), edge]);
  return nodes.flatMap(node => {
    const starting = from.get(node.id);
    return starting ? [{ node, to: starting.map(edge => ({ edge, node: named.get(edge.to)! })) }] : [];
  });
}
