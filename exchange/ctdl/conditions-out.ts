/** Writes eligibility and maintenance as condition profiles. */
import { isProgramKind, kindOf } from '../../language/vocabulary/kinds.ts';
import { isAddress } from '../addresses.ts';
import type { Json, JsonObject } from '../json.ts';
import { isPointer, listOf, type ModelBlock, type Quantity } from '../model.ts';
import { labelOf } from '../taking.ts';
import { inWords } from '../values.ts';
import { isoOf } from './durations.ts';
import { BlockReader, type ExportState, object } from './exporting.ts';
import { ADVISED, FORM_OF } from './form-of.ts';
import { CONDITION, IN_WORDS, RENEWAL } from './tables.ts';

/** Conditions for everyone are separate profiles; several routes are alternatives within one profile. */
export function eligibility(taking: BlockReader, targets: JsonObject): Record<string, Json | undefined> {
  const { exporting } = taking;
  const blocks = taking
    .parts('eligibility')
    .map(block => ({ applies: block.properties?.applies ?? 'route', json: profile(block, exporting, taking.called) }));
  const that = (applies: string): JsonObject[] => blocks.filter(one => one.applies === applies).map(({ json }) => json);
  const routes = that('route');
  const single = routes.length === 1 && that('everyone').length === 0;
  const alternatives =
    single || routes.length === 0 ? routes : [object('ceterms:ConditionProfile', { 'ceterms:alternativeCondition': routes })];
  const required = [...that('everyone'), ...alternatives, ...(Object.keys(targets).length > 1 ? [targets] : [])];
  return { [FORM_OF.eligibility]: required, [ADVISED]: that('advised') };
}

function profile(block: ModelBlock, exporting: ExportState, program: string): JsonObject {
  const taking = new BlockReader(block, exporting, `${labelOf(block)} of ${program}`);
  taking.all('applies');
  const holds = taking.all('holds').flatMap((one): Json[] => {
    if (typeof one === 'string')
      return [isAddress(one) ? { '@id': one } : { '@type': 'ceterms:Credential', 'ceterms:name': exporting.textOf(one) }];
    const target = taking.target('holds', one);
    if (target?.title !== undefined) return [exporting.refer(target)];
    taking.leave('holds', 'not exact', 'What it names is not described.');
    return [];
  });
  const completes = listOf(block.properties?.completes);
  const modules = completes.flatMap((one): Json[] => {
    const target = taking.target('completes', one);
    if (target?.title !== undefined) return [exporting.refer(target)];
    return isAddress(one) ? [{ '@id': one }] : [];
  });
  const experience = block.properties?.experience as Quantity | undefined;
  const said = taking.rows(CONDITION, ({ key }) => key === 'experience' && experience?.unit !== 'year');
  const json = object('ceterms:ConditionProfile', {
    'ceterms:name': block.title === undefined ? undefined : exporting.textOf(block.title),
    ...said,
    'ceterms:targetCredential': holds,
    'ceterms:targetLearningOpportunity': modules,
    'ceterms:condition': conditions(taking, key => key === 'experience' && experience?.unit === 'year'),
  });
  taking.end();
  return json;
}

/** Returns, as texts, the properties without a counterpart, followed by the author's own conditions. */
function conditions(taking: BlockReader, except: (key: string) => boolean): Json[] {
  const { block, exporting } = taking;
  const words = IN_WORDS[block.kind]!.filter(key => !except(key)).flatMap(key => {
    const row = kindOf(block.kind)!.properties[key]!;
    const label = key[0]!.toUpperCase() + key.slice(1).replaceAll('-', ' ');
    return taking
      .all(key)
      .flatMap(value =>
        isPointer(value) || (typeof value === 'string' && row.orText && isAddress(value)) ? [] : [`${label}: ${inWords(value, row)}`],
      );
  });
  const own = taking.all('conditions').map(String);
  return [...new Set([...own, ...words])].map(exporting.textOf);
}

/** Writes the first cycle as the frequency of renewal, and any other cycle in words. */
export function renewals(taking: BlockReader): Record<string, Json | undefined> {
  const { exporting } = taking;
  let frequency: string | undefined;
  const profiles = taking.parts('maintenance').flatMap((block, index) => {
    const inner = new BlockReader(block, exporting, `the maintenance of ${taking.called}`);
    const cycle = block.properties?.cycle as Quantity | undefined;
    if (index === 0 && cycle) frequency = isoOf(cycle);
    const first = index === 0 && frequency !== undefined;
    if (first) inner.all('cycle');
    const parts = inner.parts('requirement').flatMap(one => {
      const part = new BlockReader(one, exporting, `${labelOf(one)} of ${taking.called}`);
      const amount = part.one('amount');
      const every = part.one('every');
      part.end();
      if (one.title === undefined || amount === undefined) return [];
      return [
        `${one.title}: ${inWords(amount, { type: 'quantity' })}${every === undefined ? '' : ` every ${inWords(every, { type: 'duration' })}`}`,
      ];
    });
    const named = ['completes', 'passes'].flatMap(key =>
      inner.all(key).flatMap(one => {
        const target = isPointer(one) ? inner.target(key, one) : undefined;
        if (target && target.title === undefined) inner.leave(key, 'not exact', 'What it names has no title.');
        return target?.title === undefined ? [] : [target];
      }),
    );
    const refer = (is: (kind: string) => boolean): Json[] => named.filter(({ kind }) => is(kind)).map(one => exporting.refer(one));
    const said = object('ceterms:ConditionProfile', {
      'ceterms:name': block.title === undefined ? undefined : exporting.textOf(block.title),
      ...inner.rows(RENEWAL),
      'ceterms:targetLearningOpportunity': refer(kind => kind === 'module'),
      'ceterms:targetAssessment': refer(kind => kind === 'assessment'),
      'ceterms:targetCredential': refer(isProgramKind),
      'ceterms:condition': [...conditions(inner, key => key === 'cycle' && first), ...parts.map(exporting.textOf)],
    });
    inner.end();
    // The frequency alone already says that there is a renewal.
    return Object.keys(said).length > 1 || !first ? [said] : [];
  });
  return { [FORM_OF.maintenance]: profiles, 'ceterms:renewalFrequency': frequency };
}
