/** What a cell of a sheet says: in Cred's own words, else in those of CTDL. */

import type { ValueType } from '../language/vocabulary/define.ts';
import { isProgramKind, kindOf } from '../language/vocabulary/kinds.ts';
import { CURRENCIES } from '../language/vocabulary/units.ts';
import { JsonSource } from './ctdl/source.ts';
import { kindOfClass, PROGRAM } from './ctdl/tables.ts';
import { understood } from './ctdl/understood.ts';
import type { ModelValue } from './model.ts';
import { joint, valuesIn } from './sheet.ts';

/** A sheet keeps formulas apart with an apostrophe; the program does not have it. */
export const clean = (cell: string): string =>
  cell
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');

/** What a spreadsheet shows where it could not work a cell out. */
export const isFault = (cell: string): boolean => /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i.test(cell);

/** The class of a credential, as the bulk upload calls it: "Certification", "ceterms:MicroCredential", "Associate Degree". */
export function classNamed(type: string): string | undefined {
  if (isProgramKind(type.toLowerCase())) return undefined;
  const name = type.replace(/^ceterms:/i, '').replace(/(?:^|[\s_-]+)(\p{L})/gu, (_, letter: string) => letter.toUpperCase());
  return kindOfClass(`ceterms:${name}`) === undefined ? undefined : `ceterms:${name}`;
}
export function kindNamed(type: string): string | undefined {
  if (isProgramKind(type.toLowerCase())) return type.toLowerCase();
  const name = classNamed(type);
  const kind = name === undefined ? undefined : kindOfClass(name);
  return kind !== undefined && isProgramKind(kind) ? kind : undefined;
}

/** `undefined` where it is no value of the property. */
export function valueIn(cell: string, key: string): ModelValue | ModelValue[] | undefined {
  const row = kindOf('certification')!.properties[key]!;
  const cells = row.many ? valuesIn(cell) : [SEVERAL[key]?.(cell) ?? cell];
  const values = cells.map(one => {
    if (key === 'fee') return moneyIn(one);
    const source = JsonSource.of(one);
    const ctdl = PROGRAM.find(each => each.key === key && key !== 'academic-credit')?.form.read([source], 'certification', key, row)[0];
    if (ctdl !== undefined) return ctdl;
    if (row.type === 'text') return key === 'languages' || key === 'ctid' ? undefined : one;
    return understood('certification', key, PLAIN[row.type]?.(one) ?? one);
  });
  if (values.includes(undefined)) return undefined;
  return row.many ? (values as ModelValue[]) : values[0];
}

/** As people write it, in the language's own spelling. */
const PLAIN: Readonly<Partial<Record<ValueType, (cell: string) => string>>> = {
  'yes-no': cell => yesNo(cell),
  word: cell => cell.toLowerCase().replace(/\s+/g, '-'),
};

/** What a cell of the column is to say, after "is no value of …:". */
export function expected(key: string): string {
  const { type, words = {} } = kindOf('certification')!.properties[key]!;
  if (key === 'languages') return 'a language such as en or English';
  if (key === 'ctid') return 'an identifier of the Registry, "ce-" and 32 digits in five groups';
  if (type === 'word') return `one of ${Object.keys(words).join(', ')}`;
  return EXPECTED[type] ?? 'a text';
}
const EXPECTED: Readonly<Partial<Record<ValueType, string>>> = {
  url: 'an address that begins with https://',
  date: 'a date such as 2023-02-15, 2023-02 or 2023',
  money: 'an amount with its currency, such as 450 USD',
  'yes-no': 'yes or no',
};

/** What of several values Cred takes as one text. */
const SEVERAL: Readonly<Record<string, (cell: string) => string>> = {
  audience: cell => valuesIn(cell).join('; '),
  // "Catalog~2025": of which kind the version is, and the version.
  version: cell => cell.split(joint).join(': '),
};

export const yesNo = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/^(true|y|1)$/, 'yes')
    .replace(/^(false|n|0)$/, 'no');

function moneyIn(cell: string): ModelValue | undefined {
  // Two digits after a comma are cents: 450,00 EUR; three are thousands.
  const plain = cell.replace(/(\d),(\d{2})(?!\d)/, '$1.$2');
  const [, before, amount = '', after] = /^([A-Z]{3})?\s*(\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?)\s*([A-Z]{3})?$/.exec(plain) ?? [];
  const currency = before ?? after;
  return amount !== '' && currency !== undefined && CURRENCIES.has(currency)
    ? { amount: Number(amount.replaceAll(',', '')), currency }
    : undefined;
}
