/** Pieces of Markdown for hovers and completions. What comes from a file is escaped: it may be anything. */
import type { Differs, KindTable, Property, ValueType } from '../vocabulary/define.ts';
import { kindOf } from '../vocabulary/kinds.ts';

/** A text of the author's, as plain words within a line: no emphasis, no link, no markup. */
export function escaped(text: string, most = 300): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > most ? `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
  return short.replace(/[\\`*_[\]<>~&|]|:(?=\/\/)|(?<=www)\./gi, '\\$&');
}

/** Words of the language, as they are written. */
export const code = (word: string): string => `\`${word.replaceAll('`', '')}\``;

/** An address as a link, where it is one. */
export const linked = (address: string): string => (/^https?:\/\/[^\s<>]+$/.test(address) ? `<${address}>` : escaped(address));

export const paragraphs = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter(part => part !== undefined && part !== false && part !== '').join('\n\n');

/** `next-due` as a label: "Next due". */
export function labelled(key: string): string {
  const plain = key.replaceAll('-', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** The words that a property allows, each with what it means. */
export const words = (all: Readonly<Record<string, string>> | undefined): string | undefined =>
  all &&
  Object.entries(all)
    .map(([word, says]) => `- ${code(word)}: ${says}`)
    .join('\n');

/** How the two kinds of program differ, and who asks for it. */
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

/** What is written as its value: "Text in quotation marks." */
export function expects(table: Property): string {
  const what = table.type === 'reference' ? referring(table) : WRITTEN[table.type];
  const words = table.words && table.type !== 'word' ? `, or ${Object.keys(table.words).map(code).join(', ')}` : '';
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

/** What a kind or a property is, for the pane beside a completion. */
export const aboutKind = (table: KindTable): string => paragraphs(table.says, context(table));
export const aboutProperty = (table: Property): string => paragraphs(table.says, expects(table).replace(' below', ''), context(table));
