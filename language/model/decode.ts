/** Decodes a value of the syntax tree to the value that its property holds, or to the problem with it. */
import { lex } from '../syntax/lexer.ts';
import { parseMembers } from '../syntax/parser.ts';
import type { Token } from '../syntax/token.ts';
import type { SlipFix, ValueNode } from '../syntax/tree.ts';
import type { Property, ValueType } from '../vocabulary/define.ts';
import { wordMeant } from '../vocabulary/meant.ts';
import { CURRENCIES, UNITS, unitOf } from '../vocabulary/units.ts';
import { dayOf } from './day.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { spanOf } from './span.ts';
import { textOf } from './text.ts';
import type { Quantity } from './values.ts';

/** The result of decoding: a value, or the problem with what is written. */
export type Decoded = { readonly value: unknown } | { readonly problem: Problem };

const ok = (value: unknown): Decoded => ({ value });

/** Decodes a value for the property `key`, whose type is in `table`. Never throws; a value of a wrong type gives a problem. */
export function decode(node: ValueNode, key: string, table: Property): Decoded {
  const span = spanOf(node.first, node.last);
  const wrong = (found: string, fix?: SlipFix): Decoded => ({
    problem: { rule: 'wrong-type', span, key, table, found, ...(fix && { fix }) },
  });
  const unquoted = node.type === 'text' && !node.first.flaw ? unquote(node.first, key, table) : undefined;
  const asText = () =>
    wrong(
      'a text',
      unquoted === undefined
        ? undefined
        : { title: 'Take the quotation marks off', safe: false, edits: [{ first: node.first, last: node.last, text: unquoted }] },
    );
  const isAmount = node.type === 'amount';
  const plainNumber = isAmount && !node.percent && !node.upper && !node.whole && !node.unit;
  const number = isAmount ? Number(node.first.text) : Number.NaN;
  const numbers = isAmount ? [node.first, node.upper, node.whole] : [];
  const below = numbers.some(one => one?.text.startsWith('-'));
  const endless = numbers.some(one => one && Math.abs(Number(one.text)) === Number.POSITIVE_INFINITY);

  if (node.type === 'text' && !TEXTS.has(table.type) && !table.orText) return asText();
  if (below && (node.whole || !SIGNED.has(table.type))) return wrong('a number below zero');
  if (endless && !TEXTS.has(table.type)) return wrong('a number with more digits than can be counted with');
  switch (table.type) {
    case 'text':
    case 'url':
    case 'document':
      if (node.type === 'text' || node.first.flaw) return ok(textOf(node.first));
      if (node.type === 'word' || node.type === 'bad' || node.type === 'date' || node.type === 'amount')
        return wrong('words without quotation marks', quoteFix(node.first, node.last));
      return wrong(describe(node));
    case 'date': {
      const year = plainNumber && /^\d{4}$/.test(node.first.text);
      if (node.type !== 'date' && !year) return wrong(describe(node));
      const day = dayOf(node.first.text);
      return day ? ok(day) : { problem: { rule: 'bad-date', span, text: node.first.text } };
    }
    case 'count':
      if (plainNumber) return Number.isInteger(number) ? ok(number) : wrong('a number with a fraction');
      return wrong(describe(node), withoutUnit(node));
    case 'number':
      return plainNumber ? ok(number) : wrong(describe(node), withoutUnit(node));
    case 'count-range':
      if (plainNumber && Number.isInteger(number)) return ok({ low: number, high: number });
      if (node.type === 'amount' && node.upper && !node.unit && !node.percent) return ok({ low: number, high: Number(node.upper.text) });
      return wrong(plainNumber ? 'a number with a fraction' : describe(node), withoutUnit(node));
    case 'range':
      return node.type === 'amount' && node.upper && !node.unit && !node.percent
        ? ok({ low: number, high: Number(node.upper.text) })
        : wrong(node.type === 'amount' && node.upper && node.unit ? 'a range with a unit' : describe(node), withoutPoints(node));
    case 'share':
      if (node.type !== 'amount' || node.unit || node.whole) return wrong(describe(node));
      if (node.upper && (node.percent || node.upperPercent)) return ok({ low: number, high: Number(node.upper.text) });
      if (node.percent) return ok({ low: number, high: number });
      return node.upper
        ? wrong('a range without a percent sign')
        : wrong('a number without a percent sign', {
            title: `Write ${node.first.text}%`,
            safe: false,
            edits: [{ at: node.last, side: 'after', text: '%' }],
          });
    case 'duration':
    case 'quantity':
      if (node.type !== 'amount' || node.upper || node.whole || node.percent) return wrong(describe(node));
      return quantity(node, number, wrong);
    case 'quantity-range': {
      if (node.type !== 'amount' || node.whole || node.percent || node.upperPercent) return wrong(describe(node));
      const read = quantity(node, number, wrong);
      return node.upper && 'value' in read ? ok({ ...(read.value as Quantity), to: Number(node.upper.text) }) : read;
    }
    case 'amount':
      if (plainNumber) return ok({ amount: number });
      if (node.type === 'amount' && node.percent && !node.upper) return ok({ amount: number, unit: '%' });
      if (node.type !== 'amount' || !node.unit) return wrong(describe(node));
      return CURRENCIES.has(node.unit.text) ? ok({ amount: number, currency: node.unit.text }) : quantity(node, number, wrong);
    case 'money': {
      if (node.type !== 'amount' || node.upper || node.whole || node.percent) return wrong(describe(node));
      if (!node.unit) return wrong('a number without a currency');
      const currency = node.unit.text;
      if (CURRENCIES.has(currency)) return ok({ amount: number, currency });
      const sure = CURRENCIES.has(currency.toUpperCase());
      const meant = sure ? currency.toUpperCase() : MONEY_MEANT[currency.toLowerCase().replace(/s$/, '')];
      return {
        problem: { rule: 'bad-unit', span: spanOf(node.unit), unit: currency, wants: 'money', ...(meant && { nearest: meant, sure }) },
      };
    }
    case 'passing-score':
      if (node.type === 'word' && node.first.text === 'unpublished') return ok({ form: 'unpublished' });
      if (node.type !== 'amount' || node.unit || node.upper) return wrong(describe(node), withoutPoints(node));
      if (node.whole) return ok({ form: 'ratio', part: number, whole: Number(node.whole.text) });
      return ok({ form: node.percent ? 'percent' : 'number', value: number });
    case 'yes-no':
      if (node.type !== 'word') return wrong(describe(node));
      return word(node.first, key, table, YES_NO, w => w === 'yes');
    case 'word':
      if (node.type !== 'word') return wrong(describe(node));
      return word(node.first, key, table, table.words ?? {}, w => w);
    case 'any-word':
      if (node.type === 'word') return ok(node.first.text);
      return node.type === 'text' ? ok(textOf(node.first)) : wrong(describe(node));
    case 'reference':
      if (node.type === 'word') return ok({ path: node.first.composed.split('.').filter(Boolean) });
      if (table.orText && node.type === 'text') return ok(textOf(node.first));
      return wrong(describe(node));
    case 'feature-path':
      return node.type === 'word' ? ok(node.first.text) : wrong(describe(node));
  }
}

/** The types of values that may be below zero: a scale in logits can be, and then its scores can. */
const SIGNED: ReadonlySet<ValueType> = new Set(['number', 'range', 'passing-score', 'amount']);

const YES_NO = { yes: 'It is so.', no: 'It is not so.' };
const SAME_ANSWER: ReadonlySet<string> = new Set(['true', 'false', 'y', 'n']);

function word(
  token: Token,
  key: string,
  table: Property,
  words: Readonly<Record<string, string>>,
  make: (word: string) => unknown,
): Decoded {
  const written = token.composed;
  if (Object.hasOwn(words, written)) return ok(make(written));
  const meant = wordMeant(written, table);
  const near = meant ?? nearest(written, Object.keys(words));
  const sure = meant !== undefined && (meant.by === 'same' || SAME_ANSWER.has(written.toLowerCase()));
  return { problem: { rule: 'unknown-word', span: spanOf(token), word: written, key, table, ...(near && { nearest: near.word, sure }) } };
}

function quantity(node: ValueNode, amount: number, wrong: (found: string) => Decoded): Decoded {
  if (!node.unit) return wrong(node.upper ? 'a range without a unit' : 'a number without a unit');
  const unit = unitOf(node.unit.text);
  if (unit) return ok({ amount, unit: unit.name });
  const written = node.unit.text;
  const short = SHORT[written.toLowerCase().replace(/s$/, '')];
  const many = (unitName: string): string => (amount === 1 ? unitName : (unitOf(unitName)?.plurals[0] ?? unitName));
  const like = short
    ? { word: short }
    : nearest(
        written,
        UNITS.flatMap(u => [u.name, ...u.plurals]),
      );
  const near = like && { word: many(like.word) };
  const sure = short !== undefined || like?.word.toLowerCase() === written.toLowerCase();
  return {
    problem: { rule: 'bad-unit', span: spanOf(node.unit), unit: written, wants: 'quantity', ...(near && { nearest: near.word, sure }) },
  };
}

/** Units as people shorten them, and in German, French and Spanish, each without the plural's s. */
const SHORT: Readonly<Record<string, string>> = {
  minuten: 'minute',
  minuto: 'minute',
  std: 'hour',
  stunde: 'hour',
  stunden: 'hour',
  heure: 'hour',
  hora: 'hour',
  tag: 'day',
  tage: 'day',
  tagen: 'day',
  jour: 'day',
  día: 'day',
  dia: 'day',
  woche: 'week',
  wochen: 'week',
  semaine: 'week',
  semana: 'week',
  monat: 'month',
  monate: 'month',
  monaten: 'month',
  moi: 'month',
  mese: 'month',
  jahr: 'year',
  jahre: 'year',
  jahren: 'year',
  an: 'year',
  année: 'year',
  año: 'year',
  min: 'minute',
  h: 'hour',
  hr: 'hour',
  wk: 'week',
  mo: 'month',
  mth: 'month',
  yr: 'year',
  y: 'year',
};
const MONEY_MEANT: Readonly<Record<string, string>> = { dollar: 'USD', euro: 'EUR', pound: 'GBP', yen: 'JPY' };

const TEXTS: ReadonlySet<string> = new Set(['text', 'url', 'document', 'any-word']);

/** Returns the text inside the quotation marks, if the property would accept it without them. */
function unquote(token: Token, key: string, table: Property): string | undefined {
  const inside = textOf(token).trim();
  if (TEXTS.has(table.type) || inside === '' || /[\n\r"]/.test(inside)) return undefined;
  const read = valueOf(inside);
  return read && 'value' in decode(read, key, table) ? inside : undefined;
}

/** Returns whether a property accepts a text as it would stand in a file, as one value or as a list. */
export function takes(text: string, key: string, table: Property): boolean {
  const [member, more] = parseMembers(lex(`k: ${text}`).tokens);
  return (
    !more &&
    member?.type === 'property' &&
    member.values.length === member.commas.length + 1 &&
    (table.many || member.values.length === 1) &&
    member.values.every(value => 'value' in decode(value, key, table))
  );
}

/** Parses a text as one value; `undefined` if it is not exactly one. */
function valueOf(text: string): ValueNode | undefined {
  const [member, more] = parseMembers(lex(`k: ${text}`).tokens);
  return !more && member?.type === 'property' && member.values.length === 1 && member.commas.length === 0 ? member.values[0] : undefined;
}

/** Returns a fix that removes the unit, as in `500 points` or `200 to 800 points`: a scale has no unit. */
function withoutPoints({ type, first, upper, unit, last }: ValueNode): SlipFix | undefined {
  if (type !== 'amount' || !unit || !/^(?:points?|pts)$/i.test(unit.text)) return undefined;
  const text = upper ? `${first.text} to ${upper.text}` : first.text;
  return { title: `Write ${text}`, safe: false, edits: [{ first, last, text }] };
}

/** Returns a fix that removes the unit of a plain number, as in `150 items`, for a property that takes a number. */
const withoutUnit = (node: ValueNode): SlipFix | undefined =>
  node.type === 'amount' && node.unit && !node.upper && !unitOf(node.unit.text) && !CURRENCIES.has(node.unit.text)
    ? { title: `Write ${node.first.text}`, safe: false, edits: [{ first: node.first, last: node.last, text: node.first.text }] }
    : undefined;

/** Describes a value's type for a message. */
export function describe(node: ValueNode): string {
  switch (node.type) {
    case 'text':
      return 'a text';
    case 'date':
      return 'a date';
    case 'word':
      return 'a word';
    case 'hole':
      return 'a hole';
    case 'bad':
      return `"${node.first.text}"`;
    case 'amount':
      if (node.whole) return 'a ratio';
      if (node.upper) return 'a range';
      if (node.percent) return 'a percent';
      return node.unit ? 'a quantity' : 'a number';
  }
}

/** Matches the bullet of a list, as written in Markdown; it is not part of the value. */
export const BULLET = /^[-–—*•+]/;

/** Returns the fix that puts a value in quotation marks. It is not safe where the value begins with the mark of a list. */
export const quoteFix = (first: Token, last: Token): SlipFix => ({
  title: 'Put it in quotation marks',
  safe: !BULLET.test(first.text),
  edits: [
    { at: first, side: 'before', text: '"' },
    { at: last, side: 'after', text: '"' },
  ],
});
