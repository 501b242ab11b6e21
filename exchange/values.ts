/** Values as Cred writes them. Whatever stands in them, what is made here is read again as the same value. */
import type { Property } from '../language/vocabulary/define.ts';
import { UNITS } from '../language/vocabulary/units.ts';
import { isPointer, type ModelValue, type Quantity, type Range, type Score } from './model.ts';

export function written(value: ModelValue, table: Pick<Property, 'type'>): string {
  if (isPointer(value)) return value.ref;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return digits(value);
  if (typeof value === 'string') return BARE.has(table.type) ? value : quoted(value);
  if ('form' in value) return score(value);
  if ('currency' in value) return `${digits(value.amount)} ${value.currency}`;
  if ('low' in value) return range(value, table.type);
  return quantity(value);
}

/** The types whose text stands without quotation marks. */
const BARE: ReadonlySet<string> = new Set(['date', 'word', 'any-word', 'feature-path']);

/** A text in quotation marks; over several lines in three of them, whose lines are indented by `indent`. */
export function quoted(text: string, indent = '  '): string {
  const escaped = text.replace(/\r\n?/g, '\n').replace(/["\\]/g, '\\$&');
  if (!escaped.includes('\n')) return `"${escaped}"`;
  const lines = escaped.split('\n');
  // Common blanks at the beginning of lines are not part of a text, so a first line that has more stands by itself.
  const indented = (some: readonly string[]): boolean => some.every(line => line.trim() === '' || /^[ \t]/.test(line));
  const [first, ...rest] = lines;
  if (indented(lines) && first!.trim() !== '' && !indented(rest))
    return `"""${first}\n${rest.map(line => indent + line).join('\n')}\n${indent}"""`;
  return `"""\n${lines.map(line => (line === '' ? '' : indent + line)).join('\n')}\n${indent}"""`;
}

/** One line of comment or more; nothing in a text can end one. */
export function comment(text: string, width = 118): string {
  const words = oneLine(text).split(' ');
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line && line.length + word.length >= width) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line ? `${line} ${word}` : word;
  }
  // A comment that begins like an order to keep quiet would be taken for one.
  return [...lines, line].map(one => `// ${one.replace(/^(\s*)cred-ignore/, '$1(cred-ignore)')}`).join('\n');
}

export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();

/** A number without an exponent, which Cred does not know. */
export const digits = (value: number): string =>
  /e/.test(String(value)) ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : String(value);

export function quantity({ amount, to, unit }: Quantity): string {
  if (to !== undefined) return `${digits(amount)} to ${quantity({ amount: to, ...(unit !== undefined && { unit }) })}`;
  if (unit === undefined) return digits(amount);
  if (unit === '%') return `${digits(amount)}%`;
  const known = UNITS.find(({ name }) => name === unit);
  return `${digits(amount)} ${amount === 1 ? unit : (known?.plurals[0] ?? unit)}`;
}

function range({ low, high }: Range, type: string): string {
  const sign = type === 'share' ? '%' : '';
  return low === high && type !== 'range' ? `${digits(low)}${sign}` : `${digits(low)}${sign} to ${digits(high)}${sign}`;
}

function score(value: Score): string {
  if (value.form === 'unpublished') return 'unpublished';
  return value.form === 'ratio'
    ? `${digits(value.part)} of ${digits(value.whole)}`
    : `${digits(value.value)}${value.form === 'percent' ? '%' : ''}`;
}

/** A value in words for people: texts without quotation marks. */
export const inWords = (value: ModelValue, table: Pick<Property, 'type'>): string =>
  typeof value === 'string' ? value : written(value, table);

/** As much of a text as a message has room for. */
export const brief = (text: string): string => {
  const line = oneLine(text);
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
};
