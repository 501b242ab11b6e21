/** Writes several texts of a language as one language map, as the Registry does: JSON-LD allows no list of such maps. */
import { isObject, type Json, type JsonObject } from '../json.ts';

/** Matches the codes of languages, the keys of a language map. */
export const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]+)*$/i;

/** Whether a value is a language map: texts by their language, and nothing else. */
export const isLanguageMap = (json: Json | undefined): json is JsonObject =>
  isObject(json) && Object.keys(json).length > 0 && Object.keys(json).every(key => LANGUAGE.test(key));

/** Joins the language maps of each list into one: `[{"en": "A"}, {"en": "B"}]` becomes `{"en": ["A", "B"]}`. */
export function joinedMaps(json: Json): Json {
  if (Array.isArray(json)) {
    const items = (json as readonly Json[]).map(joinedMaps);
    return items.length > 0 && items.every(isLanguageMap) ? joined(items) : items;
  }
  return isObject(json) ? (Object.fromEntries(Object.entries(json).map(([key, one]) => [key, joinedMaps(one)])) as JsonObject) : json;
}

function joined(maps: readonly JsonObject[]): JsonObject {
  const texts = new Map<string, Json[]>();
  for (const map of maps)
    for (const [language, text] of Object.entries(map)) {
      const before = texts.get(language) ?? [];
      texts.set(language, [...before, ...(Array.isArray(text) ? (text as readonly Json[]) : [text])]);
    }
  return Object.fromEntries([...texts].map(([language, all]) => [language, all.length === 1 ? all[0]! : all]));
}
