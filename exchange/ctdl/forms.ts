/** Declares how values are written in CTDL and read from it. */
import type { Property } from '../../language/vocabulary/define.ts';
import { isAddress, isCtid } from '../addresses.ts';
import { isDay } from '../fits.ts';
import { entry, isObject, type Json } from '../json.ts';
import type { ModelValue, Quantity } from '../model.ts';
import { inWords } from '../values.ts';
import { durationOf, frequency, isDuration, isoOf } from './durations.ts';
import type { JsonSource } from './source.ts';
import { understood } from './understood.ts';

/** Writes a text with its language if that is known, otherwise as it is. */
export type TextOf = (text: string) => Json;

/** How values of one type are read and written. */
export interface Form {
  /** Reads values. Each source is marked as read, or as not understood if it is not a value of the property. */
  read(sources: readonly JsonSource[], kind: string, key: string, row: Property): ModelValue[];
  /** Writes values; returns `undefined` if they cannot be expressed exactly. */
  write(values: readonly ModelValue[], row: Property, textOf: TextOf): Json | undefined;
}

/** Makes a form that reads and writes one value at a time. */
const each = (
  read: (text: string, kind: string, key: string) => ModelValue | undefined,
  write: (value: ModelValue, row: Property, textOf: TextOf) => Json | undefined,
): Form => ({
  read: (sources, kind, key, row) => {
    const found: ModelValue[] = [];
    for (const one of sources) {
      // Where Cred takes one value, the others are kept as notes.
      if (!row.many && found.length > 0) break;
      if (typeof one.json === 'boolean') continue;
      const text = typeof one.json === 'number' ? String(one.json) : one.peek();
      const value = text === undefined ? undefined : read(text, kind, key);
      if (value !== undefined) {
        one.said();
        if (!found.includes(value)) found.push(value);
      } else if (text !== undefined) one.wrong();
    }
    return found;
  },
  write: (values, row, textOf) => {
    const all = values.map(value => write(value, row, textOf));
    return all.includes(undefined) ? undefined : row.many ? (all as Json[]) : all[0];
  },
});

/** A text with its language. */
export const text = each(
  value => value,
  (value, _row, textOf) => textOf(String(value)),
);
/** A text without a language. */
export const plain = each(
  value => value,
  value => (value === '' ? undefined : String(value)),
);
/** A web address. */
export const address: Form = {
  // The value may be written as a reference.
  read: sources => {
    for (const one of sources) {
      const [found] = one.address();
      if (found !== undefined) return [found];
      one.wrong();
    }
    return [];
  },
  write: ([value]) => (isAddress(value) ? value : undefined),
};
/**
 * A day; its time of day is dropped. A month or a year is not a day and is not written as one. Some records use a day in the year 1 for
 * "no date".
 */
export const date = each(
  value => [value.replace(/[T ]\d.*$/, '')].find(one => DAY.test(one) && isDay(one) && !one.startsWith('0001-')),
  value => (DAY.test(String(value)) ? String(value) : undefined),
);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A day, month or year, written as it is. */
export const day = each(
  value => (isDay(value) ? value : undefined),
  value => String(value),
);
/** The Registry's identifier. */
export const identifier: Form = {
  read: ([one]) => (one && isCtid(one.json) ? [one.took(one.json)] : (one?.wrong() ?? [])),
  write: ([value]) => String(value),
};
/** A whole number. */
export const whole = each(
  value => (/^\d+$/.test(value) ? Number(value) : undefined),
  value => value as number,
);
/** A number of years. */
export const years = each(
  value => (/^\d+(\.\d+)?$/.test(value) && Number(value) > 0 ? { amount: Number(value), unit: 'year' } : undefined),
  value => ((value as Quantity).unit === 'year' ? (value as Quantity).amount : undefined),
);
/** A value in Cred's own words. Of other words only those are understood that mean exactly this. */
export const said = each(
  (value, kind, key) => understood(kind, key, frequency(value)),
  (value, row, textOf) => textOf(inWords(value, row)),
);

const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  spanish: 'es',
  french: 'fr',
  german: 'de',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  polish: 'pl',
  russian: 'ru',
  arabic: 'ar',
  chinese: 'zh',
  japanese: 'ja',
  korean: 'ko',
  vietnamese: 'vi',
  hindi: 'hi',
  turkish: 'tr',
  ukrainian: 'uk',
};
const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
/** The code of a language. */
export const language = each(
  value => entry(LANGUAGES, value.toLowerCase()) ?? [/\(([a-z-]+)\)$/i.exec(value)?.[1] ?? value].find(one => TAG.test(one)),
  value => (TAG.test(String(value)) ? String(value) : undefined),
);

/** Makes an alignment, which is an item of somebody else's list with its name. */
export const alignment = (name: Json, more: Readonly<Record<string, Json>> = {}): Json => ({
  '@type': 'ceterms:CredentialAlignmentObject',
  ...more,
  'ceterms:targetNodeName': name,
});
/** The sign between names that Cred takes as one text. */
const JOINT = '; ';
/** Names. Where Cred takes one text, several names are joined, and written apart again. */
export const named: Form = {
  read: (sources, _kind, _key, row) => {
    // If only the address is known, there is no name.
    const names = [...new Set(sources.flatMap(one => (isAddress(one.peek()) ? [] : (one.said() ?? []))))];
    return row.many || names.length < 2 ? names : [names.join(JOINT)];
  },
  write: (values, row, textOf) =>
    values.flatMap(value => (row.many ? [String(value)] : String(value).split(JOINT).filter(Boolean))).map(name => alignment(textOf(name))),
};

const flag = (negate: boolean): Form => ({
  read: ([one]) => {
    const value =
      one &&
      (typeof one.json === 'boolean' ? one.json : /^(true|false)$/i.test(String(one.json)) ? /^t/i.test(String(one.json)) : undefined);
    return value === undefined ? (one?.wrong() ?? []) : [one!.took(value !== negate)];
  },
  write: ([value]) => (value as boolean) !== negate,
});
/** Yes or no. */
export const truth = flag(false);
/** Yes or no, with the opposite meaning in CTDL. */
export const negated = flag(true);

/** A duration, in ISO 8601. */
export const duration: Form = {
  read: sources => {
    for (const one of sources) {
      const exact = one.all('ceterms:exactDuration')[0] ?? (typeof one.json === 'string' ? one : undefined);
      if (!exact) continue;
      const value = typeof exact.json === 'string' ? durationOf(exact.json) : undefined;
      if (value) return [exact.took(value)];
      // A duration of several units is right, though Cred has no word for it.
      if (typeof exact.json !== 'string' || !isDuration(exact.json)) exact.wrong();
    }
    return [];
  },
  write: ([value]) => {
    const iso = isoOf(value as Quantity);
    return iso === undefined ? undefined : [{ '@type': 'ceterms:DurationProfile', 'ceterms:exactDuration': iso }];
  },
};

/**
 * Makes a form for words that are concepts of a scheme. The words of `oneWay` are written but not read back, because their concepts say
 * less.
 */
export function concept(scheme: string, both: Readonly<Record<string, string>>, oneWay: Readonly<Record<string, string>> = {}): Form {
  const words = new Map(Object.entries(both).map(([word, name]) => [name.toLowerCase(), word]));
  return {
    read: (sources, _kind, _key, row) => {
      const found: string[] = [];
      for (const one of sources) {
        const node = isObject(one.json)
          ? (one.all('ceterms:targetNode')[0] ?? one.all('ceterms:targetNodeName')[0] ?? one.all('@id')[0])
          : one;
        const name = typeof node?.json === 'string' ? node.json.split(/[:/#]/).at(-1)! : '';
        const word = words.get(name.toLowerCase().replace(/[ -]/g, ''));
        if (word === undefined || (!row.many && found.length > 0)) continue;
        if (!found.includes(word)) found.push(word);
        node!.took(0);
        for (const key of ['targetNodeName', 'framework', 'frameworkName', 'targetNodeDescription'])
          for (const part of one.all(`ceterms:${key}`)) part.took(0);
      }
      return found;
    },
    write: (values, row, textOf) => {
      const names = values.map(value => entry(both, String(value)) ?? entry(oneWay, String(value)));
      if (names.includes(undefined)) return undefined;
      const all = [...new Set(names as string[])].map(name =>
        alignment(textOf(name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')), { 'ceterms:targetNode': `${scheme}:${name}` }),
      );
      return row.many ? all : all[0];
    },
  };
}
