/** Finds the records in the JSON of a file: a single resource, an array, a `@graph` document, or an envelope of the Registry. */
import { isObject, type Json, type JsonObject, parseJson } from '../json.ts';
import type { ImportProblem } from '../model-in.ts';
import { contextOf, type JsonLdContext, normal } from './context.ts';

/** A record with its place. */
export interface FoundRecord {
  /** The place within the file, such as `@graph[2]`; empty for the whole file. */
  readonly at: string;
  readonly record: JsonObject;
}

/** The keys under which documents and answers of services hold records. */
const INSIDE = ['@graph', 'decoded_resource', 'decodedResource', 'envelopes', 'resources'];
const ANSWERS = ['data', 'results', 'items'];

/** Returns all records of a file; problems are added to `problems`. */
export function recordsIn(json: Json, problems: ImportProblem[], at = '', around: JsonLdContext = {}): FoundRecord[] {
  if (Array.isArray(json)) return (json as readonly Json[]).flatMap((one, index) => recordsIn(one, problems, `${at}[${index}]`, around));
  if (!isObject(json)) {
    problems.push({ at, why: 'A record was expected here, in braces.' });
    return [];
  }
  const context = contextOf(json['@context'], around);
  const claimed = json['@type'] ?? json.type;
  for (const key of claimed === undefined ? [...INSIDE, ...ANSWERS] : INSIDE) {
    const inside = json[key];
    const place = at ? `${at}.${key}` : key;
    if (typeof inside === 'object' && inside !== null) return recordsIn(inside, problems, place, context);
    if (typeof inside === 'string' && /^\s*[[{]/.test(inside)) return written(inside, problems, place, context);
  }
  if (typeof json.resource === 'string' && json.envelope_id !== undefined) {
    const place = at ? `${at}.resource` : 'resource';
    const content = payload(json.resource);
    if (content !== undefined) return written(content, problems, place, context);
    problems.push({
      at: place,
      why: 'The record of this envelope is encoded in a way that Cred does not know. Download its decoded resource.',
    });
    return [];
  }
  return [{ at, record: normal(json, context) as JsonObject }];
}

/** Reads a record that its envelope contains as a text. */
function written(text: string, problems: ImportProblem[], at: string, context: JsonLdContext): FoundRecord[] {
  const parsed = parseJson(text);
  if ('json' in parsed) {
    for (const one of parsed.remarks) problems.push({ at, why: `The text in it: ${one.at}: ${one.why}` });
    return recordsIn(parsed.json, problems, at, context);
  }
  problems.push({ at, why: `The text in it: ${parsed.at ? `${parsed.at}: ` : ''}${parsed.why}` });
  return [];
}

/** Returns the payload of a web token that the Registry signed. The signature is not checked. */
function payload(token: string): string | undefined {
  const [, body] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(token.trim()) ?? [];
  if (body === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(body.replaceAll('-', '+').replaceAll('_', '/')), one => one.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
