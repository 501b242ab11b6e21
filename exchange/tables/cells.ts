/** Reads the cells of a table as values of the language, with the help of the heading and of the other cells of the column. */
import { CredFile } from '../../language/model/file.ts';
import { dateMeant } from '../../language/model/natural-dates.ts';
import { valueMeant } from '../../language/model/natural-values.ts';
import { type KindTable, type Property, TOP } from '../../language/vocabulary/define.ts';
import { kindOf } from '../../language/vocabulary/kinds.ts';
import { CURRENCIES, UNITS } from '../../language/vocabulary/units.ts';
import { isAddress } from '../addresses.ts';
import { clean, yesNo } from '../csv-values.ts';
import { describe } from '../describe.ts';
import { blocksOf, listOf, type ModelBlock, type ModelValue } from '../model.ts';

/** What a cell says. `guessed` tells how it was understood, if something else might be meant. */
export interface CellValue {
  readonly values: readonly ModelValue[];
  readonly guessed?: string;
}

/** What a column tells of its cells. */
export interface ColumnHints {
  /** A unit or currency in the heading, such as `hours`, `%` or `USD`. */
  readonly unit?: string;
  /** Whether plain numbers are percents, or parts of 1. */
  readonly shares?: 'percent' | 'fraction';
  /** The order of day and month in dates with slashes. */
  readonly dates?: 'day-first' | 'month-first';
}

/** Returns what the heading and the cells of a column tell. */
export function hintsOf(heading: string, cells: readonly string[]): ColumnHints {
  const unit = unitIn(heading);
  const plain = cells.filter(cell => /^\d+([.,]\d+)?$/.test(cell)).map(cell => Number(cell.replace(',', '.')));
  const sum = plain.reduce((all, one) => all + one, 0);
  const isPercent = unit === '%' || (plain.length > 1 && sum >= 98 && sum <= 102) || (plain.length > 1 && sum > 190 && sum < 210);
  const isFraction = plain.length > 0 && plain.every(one => one <= 1) && ((sum > 0.97 && sum < 1.03) || (sum > 1.95 && sum < 2.05));
  const parts = cells.flatMap(cell => /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}$/.exec(cell)?.slice(1, 3).map(Number) ?? []);
  const first = parts.some((part, i) => i % 2 === 0 && part > 12);
  const second = parts.some((part, i) => i % 2 === 1 && part > 12);
  return {
    ...(unit !== undefined && { unit }),
    ...((isPercent || isFraction) && {
      shares: isFraction && !plain.every(one => one === 1) ? ('fraction' as const) : ('percent' as const),
    }),
    ...(first !== second && { dates: first ? ('day-first' as const) : ('month-first' as const) }),
  };
}

/** Returns the unit that a heading names: "Duration (minutes)", "Hours", "% of exam", "Fee in USD". */
function unitIn(heading: string): string | undefined {
  if (/%|\bper ?cent(age)?\b/i.test(heading)) return '%';
  const currency = /\b[A-Z]{3}\b/.exec(heading)?.[0];
  if (currency !== undefined && CURRENCIES.has(currency)) return currency;
  if (/€/.test(heading)) return 'EUR';
  if (/contact[ -]hour/i.test(heading)) return 'contact-hours';
  const words = heading.toLowerCase().match(/[a-z-]+/g) ?? [];
  const short: Readonly<Record<string, string>> = {
    min: 'minutes',
    mins: 'minutes',
    hrs: 'hours',
    hr: 'hours',
    yrs: 'years',
    ceus: 'CEUs',
    ceu: 'CEUs',
  };
  for (const word of words.reverse()) {
    if (Object.hasOwn(short, word)) return short[word]!;
    const known = UNITS.find(({ name, plurals }) => [name, ...plurals].some(one => one.toLowerCase() === word));
    if (known && !['unit', 'point', 'credit'].includes(known.name)) return known.plurals[0] ?? known.name;
  }
  return undefined;
}

/** Reads values; each text of a column is read once, however many rows have it. */
export class CellReader {
  private readonly known = new Map<string, CellValue | undefined>();

  /** Returns what a cell says for a property of a kind; `undefined` if it is none of its values. References are not read here. */
  read(cell: string, kind: string, key: string, hints: ColumnHints = {}): CellValue | undefined {
    const id = [kind, key, hints.unit, hints.shares, hints.dates, cell].join('\u0000');
    if (!this.known.has(id)) this.known.set(id, readCell(clean(cell), kind, key, hints));
    return this.known.get(id);
  }
}

function readCell(text: string, kind: string, key: string, hints: ColumnHints): CellValue | undefined {
  const table = kindOf(kind)!;
  const property = table.properties[key]!;
  if (!property.many) return valueIn(text, table, key, property, hints);
  const whole = property.type === 'text' ? undefined : valueIn(text, table, key, property, hints);
  if (whole) return whole;
  const found = splitValues(text, property).map(one => valueIn(one, table, key, property, hints));
  if (found.length === 0 || found.includes(undefined)) return undefined;
  const guesses = found.flatMap(one => one!.guessed ?? []);
  return { values: found.flatMap(one => one!.values), ...(guesses.length > 0 && { guessed: guesses.join(', ') }) };
}

/** Splits a cell with several values. Commas part words, but not texts. */
export const splitValues = (text: string, { type }: Pick<Property, 'type'>): string[] =>
  text
    .split(type === 'text' ? /[|\n]/ : type === 'word' || type === 'yes-no' ? /[|\n;,/]|\s+and\s+/ : /[|\n;]/)
    .map(one => one.replace(/^\s*[-–•*·]\s+/, '').trim())
    .filter(Boolean);

function valueIn(text: string, table: KindTable, key: string, property: Property, hints: ColumnHints): CellValue | undefined {
  const { type } = property;
  if (text === '') return undefined;
  if (type === 'text' || (type === 'reference' && property.orText)) return { values: [text] };
  if (type === 'document') return { values: [text] };
  if (type === 'url') {
    const address = /^www\./i.test(text) ? `https://${text}` : text;
    return isAddress(address) ? { values: [address] } : undefined;
  }
  if (type === 'reference') return undefined;
  const takes = (one: string): boolean => valuesOfText(table.name, key, one) !== undefined;
  const plain = type === 'yes-no' ? yesNo(text) : withHints(text, property, hints);
  const own = valuesOfText(table.name, key, plain);
  if (own) return { values: own };
  const meant = type === 'date' ? dateIn(plain, hints) : valueMeant(plain, property, takes);
  const values = meant && valuesOfText(table.name, key, meant.text);
  return values && { values, ...(!meant.sure && { guessed: meant.text }) };
}

/** Completes a plain number by what its column tells: a sign, a unit or a currency. */
function withHints(text: string, { type }: Property, { unit, shares }: ColumnHints): string {
  // Where a comma parts the cents, points part the thousands.
  const continental = /^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text;
  const number = /^(\d{1,3}(?:[,\u00a0\u202f’]\d{3})+|\d+)(?:[.,](\d+))?$/.exec(continental);
  if (!number) return text;
  const plain = number[1]!.replace(/\D/g, '') + (number[2] === undefined ? '' : `.${number[2]}`);
  const known = UNITS.some(({ plurals, name }) => unit !== undefined && [name, ...plurals].includes(unit));
  if (type === 'share' && shares !== undefined) return `${shares === 'fraction' ? rounded(Number(plain) * 100) : plain}%`;
  if (type === 'passing-score' && unit === '%') return `${plain}%`;
  if (type === 'money' && unit !== undefined && CURRENCIES.has(unit)) return `${plain} ${unit}`;
  if (['duration', 'quantity', 'quantity-range', 'amount'].includes(type) && known) return `${plain} ${unit}`;
  return type === 'text' || type === 'date' ? text : plain;
}
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Reads a day. One whose day and month might be exchanged is understood only if the column shows their order. */
function dateIn(text: string, { dates }: ColumnHints): { readonly text: string; readonly sure: boolean } | undefined {
  const [, first, sign, second, year] = /^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text) ?? [];
  if (first === undefined || sign === undefined || second === undefined || year === undefined) return dateMeant(text);
  const isOpen = Number(first) <= 12 && Number(second) <= 12 && first !== second;
  // A point between day and month is written where the day stands first.
  const order = dates ?? (sign === '.' ? 'day-first' : undefined);
  if (isOpen && order === undefined) return undefined;
  const [month, day] = (order === 'day-first' && isOpen ? [second, first] : [first, second]) as [string, string];
  const meant = dateMeant(`${month}/${day}/${year}`);
  return meant && { text: meant.text, sure: year.length === 4 };
}

/** Returns the values of a text that is written in the language; `undefined` if it is none of the property's values. */
function valuesOfText(kind: string, key: string, text: string): readonly ModelValue[] | undefined {
  if (text.length > 200 || /[\n\r{};"]|\/\/|\/\*/.test(text)) return undefined;
  const { before, after } = around(kind);
  const file = CredFile.read('', `${before} { ${key}: ${text} }${after}`);
  if (file.problems.length > 0) return undefined;
  const found = innermost(blocksOf(describe([file]).model))?.properties?.[key];
  const values = listOf(found);
  return values.length > 0 ? values : undefined;
}
const innermost = (blocks: readonly ModelBlock[]): ModelBlock | undefined =>
  blocks[0]?.blocks?.length ? innermost(blocks[0].blocks) : blocks[0];

const AROUND = new Map<string, { readonly before: string; readonly after: string }>();
/** Returns the heads of the blocks around a block of a kind, down to its own, and the braces that close them. */
function around(kind: string): { readonly before: string; readonly after: string } {
  const known = AROUND.get(kind);
  if (known) return known;
  const path = [kind];
  for (let at = kindOf(kind)!; !at.standsIn.includes(TOP); ) {
    const parent = at.standsIn.includes('certification') ? 'certification' : at.standsIn[0]!;
    path.unshift(parent);
    at = kindOf(parent)!;
  }
  const made = { before: path.map(one => `${one} x "x"`).join(' { '), after: ' }'.repeat(path.length - 1) };
  AROUND.set(kind, made);
  return made;
}

/** Describes what a property expects, to follow "is not understood:". */
export function expectedFor({ type, words = {}, to = [] }: Property): string {
  if (type === 'word') {
    const all = Object.keys(words);
    return all.length > 6 ? `one of ${all.slice(0, 5).join(', ')} and others was expected` : `one of ${all.join(', ')} was expected`;
  }
  if (type === 'reference') return `the name or title of ${to.map(kind => kindOf(kind)?.called ?? kind).join(' or ')} was expected`;
  return `${EXPECTED[type] ?? 'a text'} was expected`;
}
const EXPECTED: Readonly<Partial<Record<Property['type'], string>>> = {
  url: 'an address that begins with https://',
  date: 'a date such as 2023-02-15, 2023-02 or 2023',
  money: 'an amount with its currency, such as 450 USD',
  'yes-no': 'yes or no',
  share: 'a percent such as 25%',
  count: 'a whole number',
  'count-range': 'a whole number',
  number: 'a number',
  duration: 'a number with its unit, such as 3 years',
  quantity: 'a number with its unit, such as 60 hours',
  'quantity-range': 'a number with its unit, such as 60 hours',
  'passing-score': 'a score such as 70%, 88 of 125 or 500',
};
