/** Writes programs as a CTDL document in JSON-LD, and reports what it cannot express. */
import type { JsonObject } from '../json.ts';
import type { ExportRefusal, LeftOut } from '../left.ts';
import type { ModelBlock } from '../model.ts';
import { labelOf } from '../taking.ts';
import { ExportState } from './exporting.ts';
import { joinedMaps } from './language-maps.ts';
import { organizationTo } from './parts-out.ts';
import { programTo } from './program-out.ts';

/** The address of CTDL's JSON-LD context. */
export const CONTEXT = 'https://credreg.net/ctdl/schema/context/json';

/** What to export. */
export interface ExportRequest {
  /** The requested programs, and the organizations. */
  readonly blocks: readonly ModelBlock[];
  /** The blocks to which they may refer. */
  readonly all: readonly ModelBlock[];
  /** The language of the texts; without it the texts have no language. */
  readonly language?: string;
}

/** Returns what would be written for each block, whatever it lacks. `all` are the blocks to which they may refer. */
export function resourcesOf(blocks: readonly ModelBlock[], all: readonly ModelBlock[]): ExportState {
  const exporting = new ExportState(all, undefined);
  for (const block of blocks)
    if (block.kind === 'organization') organizationTo(block, exporting);
    else if (exporting.isProgram(block)) programTo(block, exporting);
  return exporting;
}

/** Returns blocks as a document of CTDL with what it leaves out, or the reasons why it is refused. */
export function exportCtdl({
  blocks,
  all,
  language,
}: ExportRequest): { readonly json: JsonObject; readonly left: readonly LeftOut[] } | ExportRefusal {
  const exporting = new ExportState(all, language);
  const graph = new Map<ModelBlock, readonly JsonObject[]>();
  for (const block of blocks) {
    if (block.kind === 'organization') {
      if (block.title !== undefined) graph.set(block, [organizationTo(block, exporting)]);
      else exporting.leave('not exact', labelOf(block), 'It has no title; where a program names it, its "ctid" stands for it.');
    } else if (exporting.isProgram(block)) graph.set(block, programTo(block, exporting));
    else exporting.leave('no counterpart', labelOf(block));
  }
  // Blocks to which a program refers are written, too, so that each reference has a target.
  for (const block of exporting.mentioned)
    if (!graph.has(block))
      graph.set(block, block.kind === 'organization' ? [organizationTo(block, exporting)] : programTo(block, exporting));
  if (exporting.refused.length > 0) return { refused: exporting.refused };
  const order = [...graph].sort(([a], [b]) => Number(a.kind !== 'organization') - Number(b.kind !== 'organization'));
  return { json: { '@context': CONTEXT, '@graph': order.flatMap(([, resources]) => resources).map(joinedMaps) }, left: exporting.left };
}
