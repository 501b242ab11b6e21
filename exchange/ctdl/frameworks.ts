/** Finds competency frameworks (CTDL-ASN) among the records of a file: their competencies, from the top. */
import { isObject, itemsOf, type Json, type JsonObject } from '../json.ts';
import { oneLine } from '../values.ts';
import type { InFile } from './embedding.ts';
import { idKey } from './importing.ts';
import { JsonSource } from './source.ts';

/** A competency with those below it. */
export interface Competency {
  readonly text: string;
  readonly below: readonly Competency[];
}
/** A framework of competencies. */
export interface Framework {
  readonly file: string;
  readonly at: string;
  readonly title: string;
  readonly record: JsonObject;
  readonly tops: readonly Competency[];
  /** Whether a program has taken its competencies. */
  isUsed: boolean;
}

/** Returns all competencies below one, from the top. */
export const below = (competency: Competency): Competency[] => competency.below.flatMap(one => [one, ...below(one)]);

const FRAMEWORK = 'ceasn:CompetencyFramework';
const COMPETENCY = 'ceasn:Competency';

/** Returns the frameworks by their identifiers, and the records that belong to one. */
export function frameworksIn(records: readonly InFile[]): {
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly members: ReadonlyMap<JsonObject, Framework>;
} {
  const frameworks = new Map<string, Framework>();
  const members = new Map<JsonObject, Framework>();
  const competencies = records.filter(({ record }) => isOf(record, COMPETENCY));
  const byId = new Map<string, JsonObject>(competencies.flatMap(({ record }) => idsOf(record).map(id => [id, record] as const)));
  for (const { file, at, record } of records) {
    if (!isOf(record, FRAMEWORK)) continue;
    const ids = idsOf(record);
    const within = (one: JsonObject, keys: readonly string[]): boolean => keys.some(key => linksOf(one, key).some(id => ids.includes(id)));
    const mine = competencies
      .map(one => one.record)
      .filter(one => within(one, ['ceasn:isPartOf', 'ceasn:isTopChildOf', 'ceasn:isChildOf']));
    const named = known(byId, linksOf(record, 'ceasn:hasTopChild'));
    const tops =
      named.length > 0
        ? named
        : mine.filter(one => within(one, ['ceasn:isTopChildOf', 'ceasn:isChildOf']) || linksOf(one, 'ceasn:isChildOf').length === 0);
    const seen = new Set<JsonObject>();
    const competency = (one: JsonObject): Competency[] => {
      if (seen.has(one)) return [];
      seen.add(one);
      const its = idsOf(one);
      const children = [
        ...known(byId, linksOf(one, 'ceasn:hasChild')),
        ...mine.filter(other => linksOf(other, 'ceasn:isChildOf').some(id => its.includes(id))),
      ];
      const inside = children.flatMap(competency);
      const text = oneLine(JsonSource.of(one, file).peek() ?? '');
      return text === '' ? inside : [{ text, below: inside }];
    };
    const made: Framework = {
      file,
      at,
      title: oneLine(JsonSource.of(record, file).peek() ?? ''),
      record,
      tops: tops.flatMap(competency),
      isUsed: false,
    };
    for (const one of [record, ...mine, ...seen]) members.set(one, made);
    for (const id of ids) frameworks.set(id, made);
  }
  return { frameworks, members };
}

const known = (byId: ReadonlyMap<string, JsonObject>, ids: readonly string[]): JsonObject[] =>
  ids.map(id => byId.get(id)).filter(one => one !== undefined);
const isOf = (record: JsonObject, type: string): boolean => itemsOf(record['@type']).includes(type);
const idsOf = (record: JsonObject): string[] => linksOf(record, '@id').concat(linksOf(record, 'ceterms:ctid'));
const linksOf = (record: JsonObject, key: string): string[] =>
  itemsOf(record[key]).flatMap((one: Json) => {
    const id = isObject(one) ? one['@id'] : one;
    return typeof id === 'string' ? [idKey(id)] : [];
  });
