/** Converts durations between ISO 8601 and Cred. A duration that needs several units has no counterpart in Cred. */
import { entry } from '../json.ts';
import type { Quantity } from '../model.ts';
import { digits } from '../values.ts';

const N = '(\\d+(?:[.,]\\d+)?)';
const FORM = new RegExp(`^P(?:${N}Y)?(?:${N}M)?(?:${N}W)?(?:${N}D)?(?:T(?:${N}H)?(?:${N}M)?(?:${N}S)?)?$`, 'i');
/** The units in the order of ISO 8601, each with the number of the next smaller unit in it; a unit without a number ends a chain. */
const UNITS: readonly (readonly [unit: string, next: number | undefined])[] = [
  ['year', 12],
  ['month', undefined],
  ['week', 7],
  ['day', undefined],
  ['hour', 60],
  ['minute', 60],
  ['second', undefined],
];

/** Converts `P3Y` to 3 years, `P1Y6M` and `P1.5Y` to 18 months, `PT1H30M` to 90 minutes; returns `undefined` if there is no single unit. */
export function durationOf(iso: string): Quantity | undefined {
  const found = FORM.exec(iso.trim());
  if (!found) return undefined;
  const amounts = found.slice(1).map(one => Number((one ?? '0').replace(',', '.')));
  const first = amounts.findIndex(one => one > 0);
  if (first < 0) return undefined;
  let amount = amounts[first]!;
  let at = first;
  // Goes to smaller units as far as the duration or its fraction needs them.
  while (amounts.slice(at + 1).some(one => one > 0) || !isWhole(amount)) {
    const next = UNITS[at]![1];
    if (next === undefined) return undefined;
    at++;
    amount = amount * next + amounts[at]!;
  }
  if (UNITS[at]![0] === 'second') return amount % 60 === 0 ? { amount: amount / 60, unit: 'minute' } : undefined;
  return { amount: Math.round(amount), unit: UNITS[at]![0] };
}
/** Whether a text is a duration, of whatever units. */
export const isDuration = (iso: string): boolean => /^P(?=.)/i.test(iso.trim()) && FORM.test(iso.trim());
const isWhole = (amount: number): boolean => Math.abs(amount - Math.round(amount)) < 1e-9;

const ISO: Readonly<Record<string, readonly [before: string, after: string]>> = {
  year: ['P', 'Y'],
  month: ['P', 'M'],
  week: ['P', 'W'],
  day: ['P', 'D'],
  hour: ['PT', 'H'],
  minute: ['PT', 'M'],
};
/** Converts to ISO 8601. Half an hour becomes 30 minutes; a fraction of any other unit returns `undefined`. */
export function isoOf({ amount, unit = '' }: Quantity): string | undefined {
  if (!Number.isInteger(amount))
    return unit === 'hour' && Number.isInteger(amount * 60) ? isoOf({ amount: amount * 60, unit: 'minute' }) : undefined;
  const form = ISO[unit];
  return form && amount > 0 ? `${form[0]}${digits(amount)}${form[1]}` : undefined;
}

/** Converts a frequency in the words of records to Cred's; any other text stays. */
export function frequency(text: string): string {
  const said = text
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^once (?:a |every )/, 'every ');
  const [, count = '', unit] = /^every (?:(\w+) )?(year|month|week|day)s?$/.exec(said) ?? [];
  const number = COUNTS.indexOf(count) + 1 || Number(count || 1);
  if (unit !== undefined && Number.isInteger(number)) return `${number} ${unit}${number === 1 ? '' : 's'}`;
  return entry(FREQUENCIES, said) ?? text;
}
const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const FREQUENCIES: Readonly<Record<string, string>> = {
  yearly: '1 year',
  annual: '1 year',
  annually: '1 year',
  biennially: '2 years',
  quarterly: '3 months',
  monthly: '1 month',
};
