/** Durations of ISO 8601 and of Cred. What has no one unit in the one has no counterpart in the other. */
import { entry } from '../json.ts';
import type { Quantity } from '../model.ts';
import { digits } from '../values.ts';

const N = '(\\d+(?:[.,]\\d+)?)';
const FORM = new RegExp(`^P(?:${N}Y)?(?:${N}M)?(?:${N}W)?(?:${N}D)?(?:T(?:${N}H)?(?:${N}M)?(?:${N}S)?)?$`, 'i');
/** Units by the order in which they are written, each with how many of the next one it has; what has none ends a chain. */
const UNITS: readonly (readonly [unit: string, next: number | undefined])[] = [
  ['year', 12],
  ['month', undefined],
  ['week', 7],
  ['day', undefined],
  ['hour', 60],
  ['minute', 60],
  ['second', undefined],
];

/** `P3Y` → 3 years, `P1Y6M` and `P1.5Y` → 18 months, `PT1H30M` → 90 minutes. */
export function durationOf(iso: string): Quantity | undefined {
  const found = FORM.exec(iso.trim());
  if (!found) return undefined;
  const amounts = found.slice(1).map(one => Number((one ?? '0').replace(',', '.')));
  const first = amounts.findIndex(one => one > 0);
  if (first < 0) return undefined;
  let amount = amounts[first]!;
  let at = first;
  // Down the chain as far as the duration goes, or its fraction does.
  while (amounts.slice(at + 1).some(one => one > 0) || !isWhole(amount)) {
    const next = UNITS[at]![1];
    if (next === undefined) return undefined;
    at++;
    amount = amount * next + amounts[at]!;
  }
  if (UNITS[at]![0] === 'second') return amount % 60 === 0 ? { amount: amount / 60, unit: 'minute' } : undefined;
  return { amount: Math.round(amount), unit: UNITS[at]![0] };
}
const isWhole = (amount: number): boolean => Math.abs(amount - Math.round(amount)) < 1e-9;

const ISO: Readonly<Record<string, readonly [before: string, after: string]>> = {
  year: ['P', 'Y'],
  month: ['P', 'M'],
  week: ['P', 'W'],
  day: ['P', 'D'],
  hour: ['PT', 'H'],
  minute: ['PT', 'M'],
};
/** Half an hour is 30 minutes; a fraction of anything else is not said. */
export function isoOf({ amount, unit = '' }: Quantity): string | undefined {
  if (!Number.isInteger(amount))
    return unit === 'hour' && Number.isInteger(amount * 60) ? isoOf({ amount: amount * 60, unit: 'minute' }) : undefined;
  const form = ISO[unit];
  return form && amount > 0 ? `${form[0]}${digits(amount)}${form[1]}` : undefined;
}

/** How often, as records say it in words; anything else as it is. */
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
