/** Parses the cells of a sheet: first as Cred's own words, then as those of CTDL. */

import type { ValueType } from '../language/vocabulary/define.ts';
import { isProgramKind, kindOf } from '../language/vocabulary/kinds.ts';
import { CURRENCIES } from '../language/vocabulary/units.ts';
import { JsonSource } from './ctdl/source.ts';
import { kindOfClass, PROGRAM } from './ctdl/tables.ts';
import { understood } from './ctdl/understood.ts';
import type { ModelValue } from './model.ts';
import { JOINED, joint, valuesIn } from './sheet.ts';

/** Removes the apostrophe with which a sheet marks a text that is not a formula. */
export function clean(cell: string): string {
  const text = (cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell).trim();
  return text.startsWith("'") ? text.replace(/^'(?=[=+\-@])/, '') : text;
}

/** Whether a cell has the error that a spreadsheet shows if it could not compute the cell. */
export const isFault = (cell: string): boolean => /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i.test(cell);

/**
 * Returns the CTDL class of a credential by its name in the bulk upload, such as "Certification", "ceterms:MicroCredential" or "Associate
 * Degree".
 */
export function classNamed(type: string): string | undefined {
  if (isProgramKind(type.toLowerCase())) return undefined;
  const name = type.replace(/^ceterms:/i, '').replace(/(?:^|[\s_-]+)(\p{L})/gu, (_, letter: string) => letter.toUpperCase());
  return kindOfClass(`ceterms:${name}`) === undefined ? undefined : `ceterms:${name}`;
}
/** Returns the kind of program by its name in a cell; `undefined` if there is none. */
export function kindNamed(type: string): string | undefined {
  if (isProgramKind(type.toLowerCase())) return type.toLowerCase();
  const name = classNamed(type);
  const kind = name === undefined ? undefined : kindOfClass(name);
  return kind !== undefined && isProgramKind(kind) ? kind : undefined;
}

/** Returns the value of a cell; `undefined` if it is not a value of the property. `own` says that Cred wrote the sheet. */
export function valueIn(cell: string, key: string, own = false): ModelValue | ModelValue[] | undefined {
  const row = kindOf('certification')!.properties[key]!;
  const cells = row.many ? valuesIn(cell) : [own && !JOINED.has(key) ? cell : (SEVERAL[key]?.(cell) ?? cell)];
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

/** For some types, turns common spellings into the language's own. */
const PLAIN: Readonly<Partial<Record<ValueType, (cell: string) => string>>> = {
  'yes-no': cell => yesNo(cell),
  word: cell => cell.toLowerCase().replace(/\s+/g, '-'),
};

/** Returns what a cell of the column should contain, to follow "is no value of …:". */
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

/** Properties of which Cred takes several values as one text, with the function that joins them. */
const SEVERAL: Readonly<Record<string, (cell: string) => string>> = {
  audience: cell => valuesIn(cell).join('; '),
  // In "Catalog~2025" the kind of version comes first, then the version.
  version: cell => cell.split(joint).join(': '),
};

/** Turns common words for yes and no into Cred's. */
export const yesNo = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/^(true|y|1)$/, 'yes')
    .replace(/^(false|n|0)$/, 'no');

function moneyIn(cell: string): ModelValue | undefined {
  // Two digits after a comma are cents (450,00 EUR); three are thousands.
  const plain = cell.replace(/(\d),(\d{2})(?!\d)/, '$1.$2');
  const [, before, amount = '', after] = /^([A-Z]{3})?\s*(\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?)\s*([A-Z]{3})?$/.exec(plain) ?? [];
  const currency = before ?? after;
  return amount !== '' && currency !== undefined && CURRENCIES.has(currency)
    ? { amount: Number(amount.replaceAll(',', '')), currency }
    : undefined;
}
