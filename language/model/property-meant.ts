/** Finds the property that words without a key state, by what they name or else by the form of their value. */
import type { KindTable, Property, ValueType } from '../vocabulary/define.ts';
import { keyMeant } from '../vocabulary/meant.ts';
import { takes } from './decode.ts';
import { valueMeant } from './natural-values.ts';

/** Returns the property that a line states, as it is written, among the keys of a kind: `2 years experience` gives `experience: 2 years`. */
export function propertyOf(line: string, table: KindTable, keys: readonly string[]): string | undefined {
  const found = keys.flatMap(key => {
    const value = valueOf(line, key, table.properties[key]!);
    return value === undefined ? [] : [{ key, value, type: table.properties[key]!.type }];
  });
  // "120 questions" and "2 years experience" name the key, or what it counts.
  const said = /^[^\p{L}]*\d[\d.,]*[ \t]*(?:%|[\p{L}-]+)?[ \t]+(?:of[ \t]+)?(.+)$/u.exec(line)?.[1] ?? line.replace(/^\S+[ \t]+/, '');
  const named = [said, line.replace(/^\S+[ \t]+/, '')].map(words => keyMeant(words, table)?.word);
  const own = found.find(({ key }) => named.includes(key));
  if (own) return `${own.key}: ${own.value}`;
  const telling = found.filter(({ type }) => TELLING.has(type));
  const usual = telling.filter(({ key }) => table.insert.includes(key));
  const [only, other] = usual.length > 0 ? usual : telling;
  return only && !other ? `${only.key}: ${only.value}` : undefined;
}

/** The types of values whose form tells the property, if only one of the usual properties has such a value, or else of all. */
const TELLING: ReadonlySet<ValueType> = new Set<ValueType>(['word', 'date', 'share', 'money', 'duration', 'quantity', 'quantity-range']);

function valueOf(line: string, key: string, table: Property): string | undefined {
  if (table.type === 'text' || table.type === 'document' || table.type === 'url' || table.type === 'reference') return undefined;
  if (takes(line, key, table)) return line;
  return valueMeant(line, table, text => takes(text, key, table))?.text;
}

/** The keys under which a file or an address stands, the likeliest first. */
const PLACES = ['document', 'website'];

/** Returns the property for a file or an address, as in `register https://…`; `undefined` if it is neither, or the kind has no such key. */
export function placeOf(written: string, { properties }: KindTable): string | undefined {
  const value = written.replace(/^"|"$/g, '');
  if (!/^(?:https?:\/\/|www\.)[^\s"{}]+$|^[^\s"{}?/]+\.[a-z]{2,4}$/i.test(value)) return undefined;
  const key = PLACES.find(one => Object.hasOwn(properties, one));
  return key && `${key}: "${value}"`;
}
