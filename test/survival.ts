/** Compares a record with what comes back of it, value by value. */
import { exportTo } from '../exchange/export.ts';
import { importFiles } from '../exchange/import.ts';
import { isObject, type Json } from '../exchange/json.ts';
import { CredFile } from '../language/model/file.ts';

/** How many values of a property there are, and how many of them come back. */
export interface Survival {
  readonly all: number;
  readonly back: number;
  /** The values that do not come back, each with its record. */
  readonly lost: readonly string[];
}

/** Returns every text, number and truth value of a document with the property in which it stands. Classes and contexts do not count. */
export function valuesOf(json: Json, property = ''): [property: string, value: string][] {
  if (Array.isArray(json)) return json.flatMap(one => valuesOf(one as Json, property));
  if (isObject(json))
    return Object.entries(json).flatMap(([key, one]) =>
      key === '@type' || key === '@context' || key === '@language' ? [] : valuesOf(one, key.includes(':') ? key : property),
    );
  return json === null || String(json).trim() === '' ? [] : [[property || '@id', String(json).replace(/\s+/g, ' ').trim()]];
}

/** Imports a record, exports it again, and counts by property how many of its values stand in the same property of the result. */
export function survivalOf(records: readonly { readonly name: string; readonly json: Json }[]): ReadonlyMap<string, Survival> {
  const found = new Map<string, { all: number; back: number; lost: string[] }>();
  for (const { name, json } of records) {
    const { files } = importFiles([{ file: name, text: JSON.stringify(json) }]);
    const read = files.map((one, index) => CredFile.read(`file:///${index}.cred`, one.text));
    const made = exportTo('ctdl', read, read);
    const back = new Map<string, number>();
    const written = 'refused' in made ? [] : made.files.flatMap(one => valuesOf(JSON.parse(one.text) as Json));
    for (const [property, value] of written) back.set(`${property} ${value}`, (back.get(`${property} ${value}`) ?? 0) + 1);
    for (const [property, value] of valuesOf(json)) {
      const counts = found.get(property) ?? { all: 0, back: 0, lost: [] };
      found.set(property, counts);
      counts.all++;
      const left = back.get(`${property} ${value}`) ?? 0;
      if (left > 0) {
        counts.back++;
        // One value of the result stands for one of the record, except an address that is referred to.
        if (!/^https?:|^_:/.test(value)) back.set(`${property} ${value}`, left - 1);
      } else counts.lost.push(`${name}: ${value}`);
    }
  }
  return found;
}

/** Returns the properties with the most values. */
export const mostUsed = (survival: ReadonlyMap<string, Survival>, count: number): [string, Survival][] =>
  [...survival].sort(([a, one], [b, other]) => other.all - one.all || a.localeCompare(b)).slice(0, count);
