/** Durations of ISO 8601 and of Cred. What has no one unit in the one has no counterpart in the other. */
import type { Quantity } from '../model.ts';
import { digits } from '../values.ts';

const FORM = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:0S)?)?$/;

/** `P3Y` → 3 years, `P1Y6M` → 18 months, `PT1H30M` → 90 minutes. */
export function durationOf(iso: string): Quantity | undefined {
  const found = FORM.exec(iso.trim());
  if (!found) return undefined;
  const [years, months, weeks, days, hours, minutes] = found.slice(1).map(one => Number(one ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const pairs: readonly [number, number, number, string, string][] = [
    [years, months, 12, 'year', 'month'],
    [weeks, days, 7, 'week', 'day'],
    [hours, minutes, 60, 'hour', 'minute'],
  ];
  const stated = pairs.filter(([large, small]) => large + small > 0);
  if (stated.length !== 1) return undefined;
  const [large, small, factor, unit, part] = stated[0]!;
  return small === 0 ? { amount: large, unit } : { amount: large * factor + small, unit: part };
}

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

/** How often, as records say it in words. */
export const FREQUENCIES: Readonly<Record<string, string>> = {
  yearly: '1 year',
  annually: '1 year',
  'every year': '1 year',
  biennially: '2 years',
  'every two years': '2 years',
  'every three years': '3 years',
  'every five years': '5 years',
  quarterly: '3 months',
  monthly: '1 month',
};
