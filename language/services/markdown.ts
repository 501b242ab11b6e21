/** Parts of Markdown for hovers and completions. Text from a file is escaped, because it may contain anything. */
import type { Differs, KindTable, Property, ValueType } from '../vocabulary/define.ts';
import { kindOf } from '../vocabulary/kinds.ts';

/** Escapes an author's text so that it appears as plain words in one line. `most` is its greatest length in characters. */
export function escaped(text: string, most = 300): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > most ? `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
  return short.replace(/[\\`*_[\]<>~&|]|:(?=\/\/)|(?<=www)\./gi, '\\$&');
}

/** Formats a word of the language as code. */
export const code = (word: string): string => `\`${word.replaceAll('`', '')}\``;

/** Formats an address as a link, and escapes a text that is no address. */
export const linked = (address: string): string => (/^https?:\/\/[^\s<>]+$/.test(address) ? `<${address}>` : escaped(address));

/** Joins parts with an empty line between them, and leaves out those that are missing or empty. */
export const paragraphs = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter(part => part !== undefined && part !== false && part !== '').join('\n\n');

/** Returns a key as a label: `next-due` gives "Next due". */
export function labelled(key: string): string {
  const plain = key.replaceAll('-', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Returns a list of the words that a property allows, each with its meaning. */
export const words = (all: Readonly<Record<string, string>> | undefined): string | undefined =>
  all &&
  Object.entries(all)
    .map(([word, says]) => `- ${code(word)}: ${says}`)
    .join('\n');

/** Returns how the kinds of program differ in it, and which clauses ask for it. */
export const context = (table: { readonly differs?: Differs; readonly asked?: readonly string[] } | undefined): string =>
  paragraphs(differing(table?.differs), asking(table?.asked));

function differing(differs: Differs | undefined): string | undefined {
  if (!differs) return undefined;
  return Object.entries(differs)
    .map(([kind, says]) => `- In ${kindOf(kind)?.called ?? kind}: ${says}`)
    .join('\n');
}

function asking(asked: readonly string[] | undefined): string | undefined {
  if (!asked?.length) return undefined;
  return asked.length === 1 ? `Asked for by ${asked[0]}.` : `Asked for by:\n${asked.map(one => `- ${one}`).join('\n')}`;
}

/** Returns the form of a property's value, such as "Text in quotation marks." */
export function expects(table: Property): string {
  const what = table.type === 'reference' ? referring(table) : WRITTEN[table.type];
  const words = table.words && table.type !== 'word' ? `, or ${Object.keys(table.words).map(code).join(', ')}` : '';
  if (table.many && table.type === 'word') return 'Written as one or several of the words below, separated by commas.';
  const list = table.many ? 'One or several, separated by commas: ' : 'Written as ';
  return `${list}${what}${words}.`;
}

function referring(table: Property): string {
  const kinds = (table.to ?? []).map(kind => kindOf(kind)?.called ?? kind);
  return `the name of ${or(kinds)}${table.orText ? ', or a text in quotation marks' : ''}`;
}

const or = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;

const WRITTEN: Readonly<Record<ValueType, string>> = {
  text: 'a text in quotation marks',
  url: 'an address in quotation marks',
  document: 'a path or an address in quotation marks',
  date: 'a date such as `2026-03-15`; a month or a year is enough',
  count: 'a whole number',
  'count-range': 'a whole number, or a range such as `90 to 120`',
  number: 'a number',
  share: 'a percent such as `25%`, or a range such as `20% to 25%`',
  range: 'a range such as `200 to 800`',
  duration: 'a number and a unit, such as `3 years`',
  quantity: 'a number and a unit, such as `60 hours`',
  'quantity-range': 'a number and a unit, such as `60 hours`, or a range such as `25 to 100 points`',
  money: 'a number and a currency, such as `450 USD`',
  amount: 'a number, with a unit where it has one',
  'passing-score': 'a number, a percent such as `70%`, or so many of so many such as `88 of 125`',
  word: 'one of the words below',
  'yes-no': '`yes` or `no`',
  reference: 'a name',
  'any-word': 'a word of the language',
  'feature-path': 'a kind and its property, such as `job-analysis.conducted`',
};

/** Returns the description of a kind, for the pane beside a completion. */
export const aboutKind = (table: KindTable): string => paragraphs(table.says, context(table));
/** Returns what a property says, what is expected as its value, and where it comes from. */
export const aboutProperty = (table: Property): string => paragraphs(table.says, expects(table).replace(' below', ''), context(table));
