/** Resolves the names that a document gives to CTDL terms: by its context, by full addresses, or in the Registry's abbreviations. */
import { entry, isObject, type Json, type JsonObject } from '../json.ts';
import { CREDENTIALS, OTHER_CLASSES, PROPERTIES } from './terms.ts';

/** The prefixes and other names that a document defines, with their meanings. */
export type JsonLdContext = Readonly<Record<string, string>>;

/** The vocabularies that are recognized, with the prefixes that the Registry uses. */
const SPACES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:purl\.org\/ctdl|credreg\.net\/ctdl)\/(?:terms[/#])?/, 'ceterms:'],
  [/^https?:\/\/(?:purl\.org\/ctdlasn|credreg\.net\/ctdlasn)\/(?:terms[/#])?/, 'ceasn:'],
  [/^https?:\/\/schema\.org\//, 'schema:'],
];

/** Adds a document's own context to the surrounding one. A context that is only an address is the Registry's, or unknown to Cred. */
export function contextOf(json: Json | undefined, around: JsonLdContext = {}): JsonLdContext {
  if (Array.isArray(json)) return (json as readonly Json[]).reduce((context: JsonLdContext, one) => contextOf(one, context), around);
  if (!isObject(json)) return around;
  const names = Object.entries(json).flatMap(([name, value]): [string, string][] => {
    const term = isObject(value) ? value['@id'] : value;
    return typeof term === 'string' && !name.startsWith('@') ? [[name, term]] : [];
  });
  return { ...around, ...Object.fromEntries(names) };
}

/** Returns a name with the Registry's prefix. */
function term(name: string, context: JsonLdContext): string {
  const own = entry(context, name);
  const told = own === undefined || own === name ? name : term(own, {});
  const [, prefix = '', rest = ''] = /^([^:/]*):(?!\/\/)(.+)$/.exec(told) ?? [];
  const full = `${entry(context, prefix) ?? `${prefix}:`}${rest}`;
  for (const [space, short] of SPACES) {
    const address = prefix === '' ? told : full;
    const local = address.replace(space, '');
    if (local !== address && /^[A-Za-z]\w*$/.test(local)) return short + local;
  }
  return told;
}

const isClass = (name: string): boolean => CREDENTIALS.has(name) || OTHER_CLASSES.has(name);
const among = (name: string, is: (name: string) => boolean): string => (is(`ceterms:${name}`) ? `ceterms:${name}` : name);

function property(key: string, context: JsonLdContext): string {
  if (key.startsWith('@')) return key;
  const own = entry(context, key);
  if (own?.startsWith('@')) return own;
  if (key === 'id' || key === 'type') return `@${key}`;
  return among(term(key, context), name => PROPERTIES.has(name));
}

function types(json: Json, context: JsonLdContext): Json {
  if (Array.isArray(json)) {
    const items = (json as readonly Json[]).map(one => types(one, context));
    return items.every((one, index) => one === json[index]) ? json : items;
  }
  return typeof json === 'string' ? among(term(json, context), isClass) : json;
}

/** Rewrites keys and classes in the Registry's abbreviations: `ceterms:name` instead of the full address or of `name` alone. */
export function normal(json: Json, context: JsonLdContext = {}): Json {
  if (Array.isArray(json)) {
    const items = (json as readonly Json[]).map(one => normal(one, context));
    return items.every((one, index) => one === json[index]) ? json : items;
  }
  if (!isObject(json)) return json;
  const inner = contextOf(json['@context'], context);
  const made = new Map<string, Json>();
  for (const [key, value] of Object.entries(json)) {
    if (key === '@context') continue;
    const name = property(key, inner);
    // Two keys may have the same meaning; the second keeps its own name, so that neither value is lost.
    made.set(made.has(name) ? key : name, name === '@type' ? types(value, inner) : normal(value, inner));
  }
  // Most records are in this form already; a copy of each would double the memory that a large file takes.
  const isSame = made.size === Object.keys(json).length && [...made].every(([key, value]) => json[key] === value);
  return isSame ? json : (Object.fromEntries(made) as JsonObject);
}
