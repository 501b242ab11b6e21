import type { Day } from './values.ts';

/** `2023`, `2023-02` or `2023-02-15` as a span of days; `undefined` where there is no such day. */
export function dayOf(text: string): Day | undefined {
  const [year, month, day] = text.split('-');
  if (!year || year === '0000') return undefined;
  if (month === undefined) return { text, from: `${year}-01-01`, to: `${year}-12-31` };
  const days = daysIn(Number(year), Number(month));
  if (days === undefined) return undefined;
  if (day === undefined) return { text, from: `${year}-${month}-01`, to: `${year}-${month}-${days}` };
  return Number(day) >= 1 && Number(day) <= days ? { text, from: text, to: text } : undefined;
}

function daysIn(year: number, month: number): number | undefined {
  return month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : undefined;
}
