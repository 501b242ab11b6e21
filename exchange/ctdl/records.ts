/** From the JSON of a file to the records in it: a single resource, an array, a `@graph` document, an envelope of the Registry. */
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Problem } from '../model-in.ts';
import { normal } from './source.ts';

export interface Found {
  /** Where in the file, such as `@graph[2]`; empty for the whole. */
  readonly at: string;
  readonly record: JsonObject;
}

const INSIDE = ['@graph', 'decoded_resource', 'decodedResource', 'envelopes', 'resources'];

export function recordsIn(json: Json, problems: Problem[], at = ''): Found[] {
  if (Array.isArray(json)) return (json as readonly Json[]).flatMap((one, index) => recordsIn(one, problems, `${at}[${index}]`));
  if (!isObject(json)) {
    problems.push({ at, why: 'A record was expected here, in braces.' });
    return [];
  }
  for (const key of INSIDE)
    if (typeof json[key] === 'object' && json[key] !== null) return recordsIn(json[key], problems, at ? `${at}.${key}` : key);
  if (typeof json.resource === 'string' && json.envelope_id !== undefined) {
    problems.push({ at, why: 'It is an envelope whose record is encoded. Download it with its decoded resource.' });
    return [];
  }
  return [{ at, record: normal(json) as JsonObject }];
}
