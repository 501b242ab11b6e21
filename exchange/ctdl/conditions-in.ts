/** Reads condition profiles into eligibility and maintenance. */
import { isProgramKind, kindOf } from '../../language/vocabulary/kinds.ts';
import { type BlockDraft, draft, listOf, type ModelValue } from '../model.ts';
import { oneLine } from '../values.ts';
import type { ImportState } from './importing.ts';
import { fill, titled } from './parts-in.ts';
import type { JsonSource } from './source.ts';
import { CONDITION, IN_WORDS, RENEWAL } from './tables.ts';
import { understood } from './understood.ts';

/** Reads what a profile requires besides assessments, instruction and competencies; returns `undefined` if that is nothing. */
export function eligibilityFrom(source: JsonSource, importing: ImportState, applies?: string): BlockDraft | undefined {
  const made = draft('eligibility');
  if (applies !== undefined) made.properties.applies = applies;
  fill(made, source, CONDITION);
  const holds = source.all('ceterms:targetCredential').flatMap((one): ModelValue[] => {
    const known = importing.pointer(one, isProgramKind);
    if (known) return [known];
    const name = one.isObject ? one.text('ceterms:name') : undefined;
    return name === undefined ? one.address() : [oneLine(name)];
  });
  if (holds.length > 0) made.properties.holds = holds;
  // A learning opportunity of which only the address is known cannot become a module.
  const completes = source.all('ceterms:targetLearningOpportunity').flatMap(one => {
    return importing.entry(one) || one.all('ceterms:name').length > 0 ? [] : one.address();
  });
  if (completes.length > 0) made.properties.completes = completes;
  conditions(made, source);
  const says = Object.keys(made.properties).length > (applies === undefined ? 0 : 1);
  if (!says) return undefined;
  titled(made, source);
  return made;
}

/** Reads the conditions of renewal; returns `undefined` if there are none. */
export function maintenanceFrom(source: JsonSource): BlockDraft | undefined {
  const made = draft('maintenance');
  fill(made, source, RENEWAL);
  conditions(made, source);
  titled(made, source);
  return made.title !== undefined || Object.keys(made.properties).length > 0 ? made : undefined;
}

/** Reads descriptions and conditions, each as a text. A text that states a property in Cred's own words becomes that property. */
function conditions(into: BlockDraft, source: JsonSource): void {
  const rest: string[] = [];
  for (const one of ['ceterms:description', 'ceterms:condition', 'ceterms:experience'].flatMap(key => source.all(key))) {
    const text = one.said();
    if (text === undefined || rest.includes(text)) continue;
    if (!inWords(into, text)) rest.push(text);
  }
  if (rest.length > 0) into.properties.conditions = rest;
}

function inWords(into: BlockDraft, text: string): boolean {
  const [, label = '', value = ''] = /^([A-Z][a-z ]*[a-z]): (.+)$/.exec(text) ?? [];
  const key = label.toLowerCase().replaceAll(' ', '-');
  if (!IN_WORDS[into.kind]!.includes(key)) return false;
  const row = kindOf(into.kind)!.properties[key]!;
  if (Object.hasOwn(into.properties, key) && !row.many) return false;
  const read = understood(into.kind, key, value);
  if (read === undefined) return false;
  into.properties[key] = row.many ? [...listOf(into.properties[key] as ModelValue[] | undefined), read] : read;
  return true;
}
