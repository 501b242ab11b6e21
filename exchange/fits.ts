/** Decides whether a plain value may stand in a property: only if Cred reads from it exactly what it says. */
import { dayOf } from '../language/model/day.ts';
import type { Property, ValueType } from '../language/vocabulary/define.ts';
import { CURRENCIES, unitOf } from '../language/vocabulary/units.ts';

/** The JSON form of a value of each type as a regular expression, for the reader and for the schema. */
export const LOOKS: Readonly<Record<ValueType, string>> = {
  text: 'a text',
  url: 'a text',
  document: 'a text',
  date: 'a date such as "2023", "2023-02" or "2023-02-15"',
  count: 'a whole number',
  'count-range': '{"low": 150, "high": 150}',
  number: 'a number',
  share: '{"low": 25, "high": 25}, in percent',
  range: '{"low": 200, "high": 800}',
  duration: '{"amount": 3, "unit": "year"}',
  quantity: '{"amount": 60, "unit": "hour"}',
  'quantity-range': '{"amount": 60, "unit": "hour"}, or with "to" for a range',
  money: '{"amount": 450, "currency": "USD"}',
  amount: '{"amount": 60} or {"amount": 60, "unit": "hour"}',
  'passing-score':
    '{"form": "ratio", "part": 88, "whole": 125}, {"form": "percent", "value": 70}, {"form": "number", "value": 500} or {"form": "unpublished"}',
  word: 'one of its words',
  'yes-no': 'true or false',
  'any-word': 'a word',
  reference: '{"ref": "NAME"}',
  'feature-path': 'a path such as "job-analysis.method"',
};

/** Matches a name of the language. */
export const NAME = /^(?!(?:of|to)$)[_\p{L}][\p{L}\p{M}\p{N}_-]*$/u;
const DOTTED = /^[_\p{L}][\p{L}\p{M}\p{N}_-]*(\.[\p{L}\p{M}\p{N}_-]+)*$/u;

/** Whether a text is a year, a month or a day that exists in the calendar. */
export const isDay = (text: string): boolean => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) && dayOf(text) !== undefined;

type FittingProperty = Pick<Property, 'type' | 'words' | 'orText'>;
const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const number = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const text = (value: unknown): value is string => typeof value === 'string';
const pair = (value: unknown): boolean => number(object(value).low) && number(object(value).high);
const unit = (value: unknown): boolean => text(value) && unitOf(value)?.name === value;
const measured = (value: unknown): boolean => number(object(value).amount) && unit(object(value).unit);

const FITS: Readonly<Record<ValueType, (value: unknown, row: FittingProperty) => boolean>> = {
  text,
  url: text,
  document: text,
  date: value => text(value) && isDay(value),
  count: value => number(value) && Number.isInteger(value),
  'count-range': value => pair(value) && Object.values(object(value)).every(Number.isInteger),
  number,
  share: pair,
  range: pair,
  duration: measured,
  quantity: measured,
  'quantity-range': value => measured(value) && (object(value).to === undefined || number(object(value).to)),
  money: value => number(object(value).amount) && CURRENCIES.has(String(object(value).currency)),
  amount: value => measured(value) || (number(object(value).amount) && [undefined, '%'].includes(object(value).unit as undefined)),
  'passing-score': value => {
    const { form, part, whole, value: points } = object(value);
    return (
      form === 'unpublished' ||
      (form === 'ratio' ? number(part) && number(whole) : (form === 'number' || form === 'percent') && number(points))
    );
  },
  word: (value, { words = {} }) => text(value) && Object.hasOwn(words, value),
  'yes-no': value => typeof value === 'boolean',
  'any-word': value => text(value) && DOTTED.test(value),
  reference: (value, { orText }) => (orText && text(value)) || (text(object(value).ref) && DOTTED.test(object(value).ref as string)),
  'feature-path': value => text(value) && DOTTED.test(value),
};

/** Whether a value may stand in a property. */
export const fits = (value: unknown, row: FittingProperty): boolean => FITS[row.type](value, row);

/** Describes the values of a property for a message. */
export function looksLike({ type, words, orText }: FittingProperty): string {
  if (type === 'word')
    return `one of ${Object.keys(words ?? {})
      .map(word => `"${word}"`)
      .join(', ')}`;
  return orText ? `${LOOKS[type]} or a text` : LOOKS[type];
}
