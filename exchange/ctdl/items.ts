/** The items of a JSON-LD value: the members of lists, the texts of language maps, the values of value objects. */
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { CarriedStep } from './carried-path.ts';
import { LIST } from './carried-path.ts';
import { idKey } from './importing.ts';
import { isLanguageMap } from './language-maps.ts';
import { step } from './leaves.ts';

/** An item of a value. */
export interface Item {
  /** A text, number or truth value, or an object. */
  readonly json: Json;
  /** Its path as {@link JsonSource} writes it. */
  readonly path: string;
  /** How it is reached from its property: its place in a list, its language. */
  readonly steps: readonly CarriedStep[];
}

/** Returns the items of a property. */
export function itemsAt(key: string, value: Json | undefined, path = key): Item[] {
  return value === undefined ? [] : unfolded(value, path, [{ key }]);
}

/** Returns the items of a value; those of a list know their place in it. */
function unfolded(value: Json, path: string, steps: readonly CarriedStep[]): Item[] {
  const found = members(value, path);
  const { key } = steps.at(-1)!;
  return found.flatMap((one, index) => {
    const pick = isObject(one.json) && !Object.hasOwn(one.json, '@value') ? index : LIST;
    return single(one.json, one.path, one.isListed ? [...steps.slice(0, -1), { key, pick }] : steps);
  });
}

interface Member {
  readonly json: Json;
  readonly path: string;
  readonly isListed: boolean;
}

/** Returns the members of lists, and of lists within lists; anything else is its own only member. */
function members(json: Json, path: string, isListed = false): Member[] {
  if (json === null) return [];
  if (Array.isArray(json)) return (json as readonly Json[]).flatMap((one, index) => members(one, `${path}[${index}]`, true));
  if (isObject(json))
    for (const list of ['@list', '@set']) if (Object.hasOwn(json, list)) return members(json[list]!, step(path, list), true);
  return [{ json, path, isListed }];
}

function single(value: Json, path: string, steps: readonly CarriedStep[]): Item[] {
  if (!isObject(value)) return [{ json: value, path, steps }];
  if (isLanguageMap(value)) return Object.entries(value).flatMap(([language, text]) => spoken(language, text, path, steps));
  if (Object.hasOwn(value, '@value') && typeof value['@value'] !== 'object') return valueObject(value, path, steps);
  return [{ json: value, path, steps }];
}

const spoken = (language: string, text: Json, path: string, steps: readonly CarriedStep[]): Item[] =>
  unfolded(text, step(path, language), [...steps.slice(0, -1), { key: steps.at(-1)!.key }, { key: language }]).map(one => ({
    ...one,
    steps: [...one.steps.slice(0, -1), { key: language }],
  }));

function valueObject(value: JsonObject, path: string, steps: readonly CarriedStep[]): Item[] {
  const { '@language': language } = value;
  const json = value['@value']!;
  const place = step(path, '@value');
  return typeof language === 'string'
    ? spoken(language, json, path, steps).map(one => ({ ...one, path: place }))
    : [{ json, path: place, steps }];
}

/**
 * Returns a value as it is compared: blanks do not count, nor do the places under which the Registry keeps a record. An object has no text
 * of its own.
 */
export const compared = (json: Json): string => {
  const text = (typeof json === 'object' ? '' : String(json)).replace(/\s+/g, ' ').trim();
  return text.includes('-') && !text.includes(' ') ? idKey(text) : text;
};

/** Returns all texts and numbers of a value, except its classes, as they are compared. The names of a thing come first. */
export function textsIn(json: Json): string[] {
  if (Array.isArray(json)) return (json as readonly Json[]).flatMap(textsIn);
  if (!isObject(json)) return json === null ? [] : [compared(json)];
  const named = NAMING.filter(key => Object.hasOwn(json, key));
  const others = Object.keys(json).filter(key => !NAMING.includes(key) && !/^@(type|context|language)$/.test(key));
  return [...named, ...others].flatMap(key => textsIn(json[key]!));
}
const NAMING = ['ceterms:name', 'ceterms:targetNodeName', 'ceterms:targetNode', '@id'];

/** How much of a text tells an item apart; a longer one is cut. */
const LONGEST = 60;
/** Returns a text by which an item is picked. */
export const pickOf = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
/** Whether an item is the one that a text picks; an empty text picks an item without any. */
export const isPicked = (json: Json, pick: string): boolean => {
  const texts = textsIn(json);
  return pick === '' ? texts.length === 0 : texts.some(text => text === pick || pickOf(text) === pick);
};
