/** Shows the numbers of spreadsheets as the language writes them, by the format of their cell: days, shares, money, lengths of time. */

/** What a format makes of a number. */
export type NumberKind =
  | { readonly is: 'plain' }
  | { readonly is: 'date'; readonly unit: 'day' | 'month' | 'year' | 'time' }
  | { readonly is: 'elapsed' }
  | { readonly is: 'percent' }
  | { readonly is: 'money'; readonly currency: string };

const PLAIN: NumberKind = { is: 'plain' };

/** Returns the meaning of a format that every spreadsheet knows by its number (ECMA-376, Part 1, 18.8.30). */
function builtIn(id: number): NumberKind {
  if (id === 9 || id === 10) return { is: 'percent' };
  if (id === 17) return { is: 'date', unit: 'month' };
  if ((id >= 14 && id <= 16) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { is: 'date', unit: 'day' };
  if (id >= 18 && id <= 21) return { is: 'date', unit: 'time' };
  if (id >= 45 && id <= 47) return { is: 'elapsed' };
  return PLAIN;
}

/** The currencies of languages whose currency has the sign of a dollar, by their code in formats. */
const DOLLARS: Readonly<Record<string, string>> = { '409': 'USD', '1009': 'CAD', c0c: 'CAD', c09: 'AUD', '1409': 'NZD', '4809': 'SGD' };
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR', '₩': 'KRW', zł: 'PLN', Kč: 'CZK' };

/** Returns what a format makes of a number; `code` is absent for the formats that have only a number. */
export function numberKind(id: number, code?: string): NumberKind {
  if (code === undefined) return builtIn(id);
  const first = code.split(';')[0]!;
  const named = /\[\$([^\]-]*)-?([0-9a-f]*)[^\]]*\]/i.exec(first);
  const sign = named?.[1] ?? /["']?([$€£¥₹₩])["']?/.exec(first)?.[1] ?? /"([A-Z]{3}|zł|Kč)"/.exec(first)?.[1];
  if (sign !== undefined && sign !== '') {
    const place = named?.[2]?.toLowerCase().replace(/^0+/, '') ?? '';
    const known = sign === '$' ? (DOLLARS[place] ?? '$') : (SIGNS[sign] ?? sign);
    return /^[A-Z]{3}$|^\$$/.test(known) ? { is: 'money', currency: known } : PLAIN;
  }
  if (/\[(h+|m+|s+)\]/i.test(first)) return { is: 'elapsed' };
  const bare = first.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  if (bare.includes('%')) return { is: 'percent' };
  if (!/[dmyhsj]/i.test(bare) || /general/i.test(bare)) return PLAIN;
  if (/[djt]/i.test(bare.replace(/general/gi, ''))) return { is: 'date', unit: 'day' };
  if (/y/i.test(bare)) return { is: 'date', unit: /m/i.test(bare) ? 'month' : 'year' };
  return { is: 'date', unit: 'time' };
}

const DAY = 86_400_000;

/** Shows a number of a cell. `since1904` tells from which day the file counts days. */
export function shownNumber(value: number, kind: NumberKind, since1904: boolean): string {
  switch (kind.is) {
    case 'percent':
      return `${exact(value * 100)}%`;
    case 'money':
      return kind.currency === '$' ? `$${exact(value)}` : `${exact(value)} ${kind.currency}`;
    case 'elapsed': {
      const minutes = Math.round(value * 1440);
      return minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`;
    }
    case 'date':
      return kind.unit === 'time' && value < 1 ? clock(value) : day(value, kind.unit, since1904);
    case 'plain':
      return exact(value);
  }
}

/** Returns a number as a spreadsheet shows it: fifteen digits, no exponent. */
function exact(value: number): string {
  const rounded = Number(value.toPrecision(15));
  return /e/.test(String(rounded)) ? rounded.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : String(rounded);
}

const clock = (value: number): string => new Date(Math.round(value * 1440) * 60_000).toISOString().slice(11, 16);

/** Returns a day by its number. Excel counts a 29 February 1900 that never was, so days before March 1900 are one off. */
function day(value: number, unit: 'day' | 'month' | 'year' | 'time', since1904: boolean): string {
  const whole = Math.floor(value);
  const since = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const at = new Date(since + whole * DAY);
  if (!(whole >= 0) || Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return exact(value);
  const iso = at.toISOString();
  return iso.slice(0, unit === 'year' ? 4 : unit === 'month' ? 7 : 10);
}
