import type { Day } from './values.ts';

/** Reads `2023`, `2023-02` or `2023-02-15` as a span of days. Returns `undefined` if there is no such day. */
export function dayOf(text: string): Day | undefined {
  const [year, month, day] = text.split('-');
  if (!year || year === '0000') return undefined;
  if (month === undefined) return { text, from: `${year}-01-01`, to: `${year}-12-31` };
  const days = daysIn(Number(year), Number(month));
  if (days === undefined) return undefined;
  if (day === undefined) return { text, from: `${year}-${month}-01`, to: `${year}-${month}-${days}` };
  return Number(day) >= 1 && Number(day) <= days ? { text, from: text, to: text } : undefined;
}

/** Returns whether every day of a span lies before `today` (`YYYY-MM-DD`). */
export const isPast = (day: Day, today: string): boolean => day.to < today;
/** Returns whether all of `day` lies after `today` (`YYYY-MM-DD`). */
export const isFuture = (day: Day, today: string): boolean => day.from > today;

const MONTHS: Readonly<Record<string, number>> = { year: 12, month: 1 };
const DAYS: Readonly<Record<string, number>> = { week: 7, day: 1 };

/**
 * Adds a length of time to a span of days. The result is as exact as `day` if the unit allows it. Returns `undefined` if the unit is no
 * length of time in days, or if the result lies beyond the year 9999.
 */
export function later(day: Day, amount: number, unit: string): Day | undefined {
  const months = MONTHS[unit] === undefined ? undefined : amount * MONTHS[unit];
  const whole = months !== undefined && Number.isInteger(months);
  const days = months === undefined ? amount * (DAYS[unit] ?? Number.NaN) : (months * 365.25) / 12;
  const move = (date: string) => (whole ? plusMonths(date, months) : plusDays(date, Math.round(days)));
  const [from, to] = [move(day.from), move(day.to)];
  if (from === undefined || to === undefined) return undefined;
  const [, month, date] = day.text.split('-');
  if (whole && month === undefined && months % 12 === 0) return dayOf(from.slice(0, 4));
  if (whole && month !== undefined && date === undefined) return dayOf(from.slice(0, 7));
  return { text: to, from, to };
}

/** Adds months to a day. If the resulting month has no such day, the result is its last day. */
function plusMonths(day: string, months: number): string | undefined {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  const all = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(all / 12), (all % 12) + 1];
  if (toYear < 1 || toYear > 9999) return undefined;
  return `${padded(toYear, 4)}-${padded(toMonth, 2)}-${padded(Math.min(date, daysIn(toYear, toMonth)!), 2)}`;
}

function plusDays(day: string, days: number): string | undefined {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  const year = at.getUTCFullYear();
  return year >= 1 && year <= 9999 ? at.toISOString().slice(0, 10) : undefined;
}

const padded = (number: number, length: number): string => String(number).padStart(length, '0');

const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number | undefined {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : DAYS_IN[month - 1];
}
