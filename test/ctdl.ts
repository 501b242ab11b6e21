/** Checks documents against the CTDL schema, and provides the JSON-LD context for expanding them without the network. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json, JsonObject } from '../exchange/json.ts';

export const FIXTURES = path.resolve(import.meta.dirname, 'fixtures/ctdl');
export const record = (name: string): Json => JSON.parse(readFileSync(path.join(FIXTURES, `${name}.json`), 'utf8')) as Json;

interface Schema {
  readonly classes: readonly string[];
  readonly subClassOf: Readonly<Record<string, readonly number[]>>;
  readonly properties: Readonly<Record<string, readonly [domain: readonly number[], range: readonly number[]]>>;
  readonly concepts: readonly string[];
}
export const SCHEMA = record('schema') as unknown as Schema;
const { classes, subClassOf, properties, concepts } = SCHEMA;
const above = (type: string): string[] => [type, ...(subClassOf[type] ?? []).flatMap(one => above(classes[one]!))];

const LITERALS: Readonly<Record<string, (value: Json) => boolean>> = {
  'xsd:string': value => typeof value === 'string' && value !== '',
  'rdf:langString': value =>
    (typeof value === 'string' && value !== '') ||
    (typeof value === 'object' &&
      value !== null &&
      Object.entries(value).every(
        ([tag, one]) => /^[a-z]{2,3}(-\w+)*$/i.test(tag) && [one].flat().every(each => typeof each === 'string'),
      )),
  'xsd:anyURI': value => typeof value === 'string' && /^(https?:\/\/|[a-zA-Z]+:)\S+$/.test(value),
  'xsd:date': value => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
  'xsd:boolean': value => typeof value === 'boolean',
  'xsd:integer': Number.isInteger,
  'xsd:float': value => typeof value === 'number',
  'xsd:decimal': value => typeof value === 'number',
  'xsd:language': value => typeof value === 'string' && /^[a-z]{2,3}(-\w+)*$/i.test(value),
  'schema:Duration': value => typeof value === 'string' && /^P(\d+[YMWD]|T\d+[HM])$/.test(value),
};

/** Returns what does not conform to the schema, with its path. */
export function slips(json: Json, at = ''): string[] {
  const resource = json as JsonObject;
  const type = [resource['@type']].flat()[0] as string;
  if (!classes.includes(type)) return [`${at}: no class "${type}"`];
  return Object.entries(resource).flatMap(([key, value]) => {
    if (key === '@id') return /^(https?:\/\/|_:)\S+$/.test(String(value)) ? [] : [`${at}.@id: ${value}`];
    if (key === '@type') return [];
    const property = properties[key];
    if (!property) return [`${at}: no property "${key}"`];
    const domain = property[0].map(one => classes[one]!);
    const range = property[1].map(one => classes[one]!);
    const values = Array.isArray(value) ? (value as readonly Json[]) : [value];
    return [
      ...(domain.includes(type) ? [] : [`${at}: "${key}" is none of a ${type}`]),
      ...(values.length === 0 ? [`${at}.${key}: empty`] : []),
      ...values.flatMap((one, index) => {
        const place = `${at}.${key}[${index}]`;
        if (typeof one === 'object' && one !== null && '@type' in one)
          return [
            ...(above(String(one['@type'])).some(each => range.includes(each)) ? [] : [`${place}: a ${one['@type']}`]),
            ...slips(one, place),
          ];
        if (typeof one === 'object' && one !== null && '@id' in one)
          return Object.keys(one).length === 1 && range.some(each => each.startsWith('ceterms:')) ? [] : [`${place}: a reference`];
        if (key === 'ceterms:targetNode' && !concepts.includes(String(one))) return [`${place}: no concept "${one}"`];
        if (typeof one === 'string' && /^https?:\/\/\S+$/.test(one) && range.some(each => each.startsWith('ceterms:'))) return [];
        return range.some(each => LITERALS[each]?.(one)) ? [] : [`${place}: ${JSON.stringify(one)} is none of ${range.join(', ')}`];
      }),
    ];
  });
}

/** Returns the Registry's context, made from the schema: prefixes, and the properties that hold addresses. */
export const context = (): JsonObject => ({
  '@context': {
    ceterms: 'https://purl.org/ctdl/terms/',
    ceasn: 'https://purl.org/ctdlasn/terms/',
    schema: 'https://schema.org/',
    ...Object.fromEntries([...new Set(concepts.map(one => one.split(':')[0]!))].map(one => [one, `https://purl.org/ctdl/vocabs/${one}/`])),
    ...Object.fromEntries(
      Object.entries(properties)
        .filter(([name]) => name.startsWith('ceterms:'))
        .map(([name, [, range]]) => {
          const types = range.map(one => classes[one]!);
          const language = types.includes('rdf:langString');
          return [
            name,
            {
              '@id': name.replace('ceterms:', 'https://purl.org/ctdl/terms/'),
              ...(language
                ? { '@container': '@language' }
                : types.some(one => one.startsWith('ceterms:') || one === 'xsd:anyURI') && { '@type': '@id' }),
            },
          ];
        }),
    ),
  },
});
