/** Writes values in the syntax of Cred. Whatever a value contains, the written text is read as the same value again. */
import type { Property } from '../language/vocabulary/define.ts';
import { UNITS } from '../language/vocabulary/units.ts';
import { isPointer, type ModelValue, type Quantity, type Range, type Score } from './model.ts';

/** Writes a value in the syntax of its property's type. */
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

/** The types that are written without quotation marks. */
const BARE: ReadonlySet<string> = new Set(['date', 'word', 'any-word', 'feature-path']);

/** Writes a text in quotation marks. A text of several lines gets triple quotation marks, and its lines are indented by `indent`. */
export function quoted(text: string, indent = '  '): string {
  const escaped = text.replace(/\r\n?/g, '\n').replace(/["\\]/g, '\\$&');
  if (!escaped.includes('\n')) return `"${escaped}"`;
  const lines = escaped.split('\n');
  // Blanks that all lines share are not part of a text, so a first line with more of them stands on a line of its own.
  const indented = (some: readonly string[]): boolean => some.every(line => line.trim() === '' || /^[ \t]/.test(line));
  const [first, ...rest] = lines;
  if (indented(lines) && first!.trim() !== '' && !indented(rest))
    return `"""${first}\n${rest.map(line => indent + line).join('\n')}\n${indent}"""`;
  return `"""\n${lines.map(line => (line === '' ? '' : indent + line)).join('\n')}\n${indent}"""`;
}

/** Writes a text as line comments of at most `width` characters; nothing in the text can end a comment. */
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
  // A comment that begins like a directive to silence findings would be taken for one.
  return [...lines, line].map(one => `// ${one.replace(/^(\s*)cred-ignore/, '$1(cred-ignore)')}`).join('\n');
}

/** Replaces line breaks and control characters by single blanks. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();

/** Writes a number without an exponent, which Cred does not have. */
export const digits = (value: number): string =>
  /e/.test(String(value)) ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : String(value);

/** Writes a quantity, with its upper end and unit if it has them. */
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

/** Writes a value for people, with texts without quotation marks. */
export const inWords = (value: ModelValue, table: Pick<Property, 'type'>): string =>
  typeof value === 'string' ? value : written(value, table);

/** Shortens a text to fit into a message. */
export const brief = (text: string): string => {
  const line = oneLine(text);
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
};
