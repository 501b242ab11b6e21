/** Writes organizations, processes, costs and competencies in CTDL. */
import type { Json, JsonObject } from '../json.ts';
import type { ModelBlock, Range } from '../model.ts';
import { labelOf } from '../taking.ts';
import { BlockReader, type ExportState, object } from './exporting.ts';
import { FORM_OF } from './form-of.ts';
import { alignment } from './forms.ts';
import { costOf } from './prices.ts';
import { CHARGE, classOf, ORGANIZATION, PROCEDURE, PROCESSES, REVIEW } from './tables.ts';

/** Writes an organization. */
export function organizationTo(block: ModelBlock, exporting: ExportState): JsonObject {
  if (block.title === undefined)
    exporting.refused.push(
      `The organization "${block.name ?? ''}" has no title, and CTDL knows nobody without a name. Give it one, or its "ctid".`,
    );
  exporting.begin(block);
  const taking = new BlockReader(block, exporting);
  const made = object(classOf('organization', typeClaimed(block)), {
    '@id': exporting.idOf(block),
    'ceterms:name': exporting.textOf(block.title ?? ''),
    ...taking.rows(ORGANIZATION),
    ...processes(taking),
  });
  const json = exporting.finish(taking, made);
  taking.end();
  return json;
}

/** Returns the CTDL class with which a block was imported. */
export const typeClaimed = (block: ModelBlock): string | undefined => block.properties?.['ctdl-type'] as string | undefined;

/**
 * Writes policies on appeals and complaints, and evaluations. A process without content is written only for a policy on one of the two,
 * where its existence is the content. `rules` are the policies whose documents the revocation already names.
 */
export function processes(taking: BlockReader, rules: readonly ModelBlock[] = []): Record<string, Json | undefined> {
  const { exporting } = taking;
  const made: Record<string, Json[]> = {};
  const profile = (block: ModelBlock, inner: BlockReader, rows: typeof REVIEW, bare = false): JsonObject | undefined => {
    const said = inner.rows(rows);
    if (!bare && block.title === undefined && Object.keys(said).length === 0) return undefined;
    return object('ceterms:ProcessProfile', {
      'ceterms:name': block.title === undefined ? undefined : exporting.textOf(block.title),
      ...said,
    });
  };
  for (const policy of taking.parts('policy')) {
    const inner = new BlockReader(policy, exporting, `${labelOf(policy)} of ${taking.called}`);
    const topics = inner.all('covers');
    const found = Object.entries(PROCESSES).filter(([, topic]) => topics.includes(topic));
    const said = found.length > 0 ? profile(policy, inner, PROCEDURE, topics.length === 1) : undefined;
    const isRule = rules.includes(policy);
    if (!said && !isRule) {
      exporting.leave('no counterpart', inner.called);
      continue;
    }
    if (said) for (const [property] of found) (made[property] ??= []).push(said);
    if (isRule) inner.one('document');
    if (topics.length > found.length + (isRule ? 1 : 0))
      inner.leave('covers', 'no counterpart', `All topics but ${isRule ? 'discipline, ' : ''}appeals and complaints are left out.`);
    inner.end();
  }
  for (const review of taking.parts('evaluation')) {
    const inner = new BlockReader(review, exporting, `an evaluation of ${taking.called}`);
    const said = profile(review, inner, REVIEW);
    if (said) (made[FORM_OF.evaluation] ??= []).push(said);
    inner.end();
  }
  return made;
}

/** Writes fees and charges. */
export function costs(taking: BlockReader): Json[] {
  const { exporting } = taking;
  const fee = taking.one('fee');
  const charges = taking.parts('charge').flatMap(charge => {
    const inner = new BlockReader(charge, exporting, `${labelOf(charge, charge.title ?? charge.properties?.for)} of ${taking.called}`);
    const amount = inner.one('amount');
    const said = inner.rows(CHARGE);
    inner.end();
    return amount === undefined
      ? []
      : [costOf(amount, { ...(charge.title !== undefined && { 'ceterms:name': exporting.textOf(charge.title) }), ...said })];
  });
  return [...(fee === undefined ? [] : [costOf(fee)]), ...charges];
}

/** Writes an outcome or a domain as an alignment; the tasks of a domain are aligned to it as to a framework. */
export function competency(block: ModelBlock, exporting: ExportState): Json[] {
  if (block.title === undefined) return [];
  const taking = new BlockReader(block, exporting);
  const weight = taking.one<Range>('weight');
  if (weight && weight.low !== weight.high) taking.leave('weight', 'not exact');
  const share: Record<string, Json> =
    weight && weight.low === weight.high && weight.low > 0 && weight.low <= 100
      ? { 'ceterms:weight': Number((weight.low / 100).toFixed(6)) }
      : {};
  const title = exporting.textOf(block.title);
  const tasks = taking
    .parts('task')
    .flatMap(({ title: one }) => (one === undefined ? [] : [alignment(exporting.textOf(one), { 'ceterms:frameworkName': title })]));
  taking.end();
  return [alignment(title, share), ...tasks];
}
