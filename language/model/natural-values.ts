/**
 * Reads values in the words of people who have not read the manual: `three years`, `70 percent`, `Multiple Choice`. Each reading is
 * tried on the property itself, so only values that it accepts are offered.
 */
import type { Property, ValueType } from '../vocabulary/define.ts';
import { type Certainty, wordMeant } from '../vocabulary/meant.ts';
import { CURRENCIES, UNITS, unitOf } from '../vocabulary/units.ts';
import { dateMeant } from './natural-dates.ts';

/** A value in the notation of the language. `sure` is set if the words have no other meaning and none of them is lost. */
export interface ValueMeant {
  readonly text: string;
  readonly sure: boolean;
}

/**
 * Finds the value that a text means for a property of numbers, quantities, days or words; `undefined` if it cannot be told. `takes` says
 * whether the property accepts a text.
 */
export function valueMeant(line: string, table: Property, takes: (text: string) => boolean): ValueMeant | undefined {
  const plain = line.trim().replace(/[.;,]+$/, '');
  if (plain === '' || plain.length > 200 || /[\n\r"{}]/.test(plain)) return undefined;
  const meant =
    table.type === 'word' || table.type === 'yes-no'
      ? wordsMeant(plain, table)
      : table.type === 'date'
        ? dateMeant(plain)
        : amountMeant(plain, table.type);
  return meant && meant.text !== line && takes(meant.text) ? meant : undefined;
}

/** Reads one word, or a list of words with commas, "and" or blanks between them. */
function wordsMeant(written: string, table: Property): ValueMeant | undefined {
  const line = written.replace(/[ \t]+(?:or|and)[ \t]+(?:higher|above|better|more|greater|equivalent|similar|an? equivalent)$/i, '');
  let isWhole = line === written;
  const found: { readonly word: string; readonly by: Certainty }[] = [];
  for (const piece of line.split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|&|\+)\s+/)) {
    const words = piece.split(/\s+/);
    for (let i = 0; i < words.length; ) {
      let length = Math.min(words.length - i, LONGEST);
      let meant = wordMeant(words.slice(i, i + length).join(' '), table);
      while (!meant && length > 1) meant = wordMeant(words.slice(i, i + --length).join(' '), table);
      if (!meant && i === 0 && words.length > 1 && FILLERS.has(words[0]!.toLowerCase())) {
        isWhole = false;
        i++;
        continue;
      }
      if (!meant) return undefined;
      found.push(meant);
      i += length;
    }
  }
  if (found.length === 0 || (!table.many && found.length > 1)) return undefined;
  return { text: [...new Set(found.map(({ word }) => word))].join(', '), sure: isWhole && found.every(({ by }) => by === 'same') };
}
const LONGEST = 6;
/** Words before a value that add nothing to it. The author wrote them, so a fix that removes them is not sure. */
const FILLERS: ReadonlySet<string> = new Set(['to', 'the', 'a', 'an', 'by', 'in', 'on', 'at', 'via', 'through', 'with']);

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const BELOW_HUNDRED = `(?:(?:${TENS.join('|')})(?:[ -](?:${SMALL.slice(1, 10).join('|')}))?|${SMALL.join('|')})\\b`;
const NUMBER_WORD = new RegExp(`\\b${BELOW_HUNDRED}(?:[ -]hundred\\b(?:[ -](?:and[ -])?${BELOW_HUNDRED})?)?`, 'gi');

/** Reads a number in words: `seventy-five` → 75, `two hundred` → 200, `one hundred and twenty` → 120. */
function numberOf(words: string): number {
  let sum = 0;
  for (const part of words.toLowerCase().split(/[ -]/)) {
    if (part === 'hundred') sum *= 100;
    else if (TENS.includes(part)) sum += (TENS.indexOf(part) + 2) * 10;
    else if (part !== 'and') sum += SMALL.indexOf(part);
  }
  return sum;
}

/** Lengths of time in one word. */
const PERIODS: Readonly<Record<string, string>> = {
  annually: '1 year',
  annual: '1 year',
  yearly: '1 year',
  'once a year': '1 year',
  'every year': '1 year',
  biennially: '2 years',
  biennial: '2 years',
  triennially: '3 years',
  triennial: '3 years',
  monthly: '1 month',
  'every month': '1 month',
  quarterly: '3 months',
  'every other year': '2 years',
  'half a year': '6 months',
  'half an hour': '30 minutes',
  'one and a half hours': '90 minutes',
  'an hour and a half': '90 minutes',
  'one and a half years': '18 months',
  'a year and a half': '18 months',
  'a year': '1 year',
  'an hour': '1 hour',
};

/** Matches words before a number that qualify it in a way that the language cannot express. */
const BEFORE =
  /^(?:(?:once )?every|each|per|once per|up to|at least|a minimum of|minimum of|minimum|min\.?|at most|a maximum of|maximum of|maximum|max\.?|about|approximately|approx\.?|around|circa|ca\.?|roughly|over|more than|less than|under|a total of|total of|total|some|exactly|only|within|after|for|alle|mindestens|höchstens|etwa|rund|tous les|toutes les|au moins|environ|cada|al menos|~|≈|>=?|<=?|≥|≤|±|\+)[ \t]*(?=[\d.])/i;

/** Units and signs in everyday writing, each with its spelling in the language. */
const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)[ \t-]*(?:per[ -]?cents?|pct\.?|percentage|procent|prozent|pour[ -]?cent|por[ -]?ciento|%ile|％)(?![\p{L}])/giu, '%'],
  [/(?<=\d)[ \t-]*(?:mins?\.?|minute|minuten|minutos?)(?![\p{L}-])/giu, ' minutes'],
  [/(?<=\d)[ \t-]*(?:h|hrs?\.?|clock[ -]hours?|stunden?|std\.?|heures?|horas?)(?![\p{L}-])/giu, ' hours'],
  [/(?<=\d)[ \t-]*(?:tagen?|tage?|jours?|d[ií]as?)(?![\p{L}-])/giu, ' days'],
  [/(?<=\d)[ \t-]*(?:wks?\.?|wochen?|semaines?|semanas?)(?![\p{L}-])/giu, ' weeks'],
  [/(?<=\d)[ \t-]*(?:mos?\.?|mths?\.?|monate?n?|mois|mes(?:es)?)(?![\p{L}-])/giu, ' months'],
  [/(?<=\d)[ \t-]*(?:yrs?\.?|y|jahre?n?|ans|ann[ée]es?|años?)(?![\p{L}-])/giu, ' years'],
  [/(?<=\d)[ \t-]*(?:contact[ -]h(?:ou)?rs?)(?![\p{L}-])/giu, ' contact-hours'],
  [/(?<=\d)[ \t-]*(?:c\.?e\.?u\.?s?)(?![\p{L}-])/giu, ' CEUs'],
  [/(?<=\d)[ \t-]*(?:pdus?)(?![\p{L}-])/giu, ' PDUs'],
  [/(?<=\d)[ \t-]*(?:cpes?)(?![\p{L}-])/giu, ' CPEs'],
  [/(?<=\d)[ \t-]*(?:pts\.?)(?![\p{L}-])/giu, ' points'],
];

const CURRENCY_WORDS: readonly (readonly [RegExp, string, sure: boolean])[] = [
  [/(?:u\.?s\.?[ -]?dollars?|us\$|u\.s\.?\$)/i, 'USD', true],
  [/canadian[ -]dollars?|c\$|ca\$|can\$/i, 'CAD', true],
  [/australian[ -]dollars?|a\$|au\$/i, 'AUD', true],
  [/pounds?[ -]sterling/i, 'GBP', true],
  [/swiss[ -]francs?/i, 'CHF', true],
  [/euros?|€/i, 'EUR', true],
  [/dollars?|bucks|\$/i, 'USD', false],
  [/pounds?|quid|£/i, 'GBP', false],
  [/yen|¥/i, 'JPY', false],
];

const PLAIN: ReadonlySet<ValueType> = new Set(['count', 'count-range', 'number']);
const TIMES: ReadonlySet<ValueType> = new Set(['duration', 'quantity', 'quantity-range', 'amount']);

function amountMeant(line: string, type: ValueType): ValueMeant | undefined {
  if (!AMOUNTS.has(type)) return undefined;
  const period = TIMES.has(type) ? (PERIODS[line.toLowerCase()] ?? hoursAndMinutes(line)) : undefined;
  if (period) return { text: period, sure: false };
  if (PLAIN.has(type) && /^\d{1,3}(?:\.\d{3})+$/.test(line)) return { text: line.replaceAll('.', ''), sure: false };
  let sure = true;
  let text = line.replace(NUMBER_WORD, words => String(numberOf(words))).replace(/(\d)[,\u00a0\u202f](?=\d{3}(?!\d))/g, '$1');
  const halves = text.replace(/(\d)(?:[ \t]+and[ \t]+a[ \t]+half(?![\p{L}-])|[ \t]*½|[ \t]+1\/2(?!\d))/gu, '$1.5');
  if (halves !== text) [text, sure] = [halves, false];
  // "three (3) years" gives the number twice.
  text = text.replace(/(\d+)[ \t]*\([ \t]*\1[ \t]*\)/g, '$1');
  const bare = text.replace(BEFORE, '');
  if (bare !== text) [text, sure] = [bare, false];
  if (type === 'money') {
    for (const [pattern, currency, certain] of CURRENCY_WORDS) {
      const rest = text.replace(pattern, ' ');
      if (rest === text) continue;
      const amount = /^[ \t]*(\d+(?:\.\d+)?)[ \t]*(?:\.-|,-)?[ \t]*([A-Z]{3})?[ \t]*$/.exec(rest);
      if (!amount) continue;
      return amount[2] === undefined
        ? { text: `${amount[1]} ${currency}`, sure: sure && certain }
        : { text: `${amount[1]} ${amount[2]}`, sure: sure && CURRENCIES.has(amount[2]) };
    }
    const glued = /^([A-Z]{3})(\d+(?:\.\d+)?)$/.exec(text);
    if (glued) return { text: `${glued[2]} ${glued[1]}`, sure };
    return bare !== line ? { text, sure } : undefined;
  }
  // "2+ years" sets a minimum.
  const least = text.replace(/(?<=\d)[ \t]*\+(?=[ \t]|$)/, '');
  if (least !== text) [text, sure] = [least, false];
  for (const [pattern, unit] of UNIT_WORDS) text = text.replace(pattern, unit);
  text = text
    .replace(/(\d)-(?=\p{L})/u, '$1 ')
    .replace(/[ \t]+/g, ' ')
    .trim();
  const range = /^(?:between )?(\d+(?:\.\d+)?)( ?%)? ?(?:-|–|—|−|to|and|through|up to|bis|à|hasta) ?(\d+(?:\.\d+)?)( ?%)?$/i.exec(text);
  if (range && (/^between /i.test(text) || !/ and /i.test(text))) {
    const percent = range[2] || range[4] ? '%' : '';
    text = `${range[1]}${percent} to ${range[3]}${percent}`;
    if (percent !== '') return { text, sure };
  }
  const ratio =
    /^(\d+) ?(?:\/|out of|of|from|von|sur|de)(?: the)? ?(\d+)(?: (?:points?|items?|questions?|correct|correct answers?))?$/i.exec(text);
  if (ratio) return { text: `${ratio[1]} of ${ratio[2]}`, sure: sure && /\d$/.test(text) };
  // In "120 questions" or "3 years of experience" the property does not need the words after the number, but the author wrote them.
  const more = /^(\d+(?:\.\d+)?(?: to \d+(?:\.\d+)?)?)( ?%|(?: [\p{L}-]+)?)(?:[ \t]+[\p{L}(].*)?$/u.exec(text);
  if (!more) return text === line ? undefined : { text, sure };
  const [whole, number, unit] = more as unknown as [string, string, string];
  const words = text
    .slice(number.length)
    .trim()
    .split(/[ \t]+/);
  // "3 years, 60 hours" is two amounts, and "3 times a year" is no length of time.
  if (/\d/.test(text.slice(number.length)) || words.some(word => RATES.has(word.toLowerCase()))) return undefined;
  const known = unit.trim() === '%' ? '%' : words.map(word => unitOf(unitName(word))).find(one => one !== undefined);
  if (known === '%' && PLAIN.has(type)) return undefined;
  const wants = PLAIN.has(type) ? '' : known === '%' ? '%' : known ? ` ${number === '1' ? known.name : known.plurals[0]!}` : '';
  return {
    text: number + wants,
    sure: sure && (number + unit).length === whole.length && (wants !== '' || unit.trim() === '') && words.length < 2,
  };
}

/** Reads a time such as `1h30`, `1 h 30 min` or `1:30` as minutes. */
function hoursAndMinutes(line: string): string | undefined {
  const m =
    /^(\d{1,2})(?:[ \t]*(?:h|hrs?|hours?|std|stunden?|heures?|horas?)\.?,?[ \t]*|:)(\d{1,2})(?:[ \t]*(?:m|mins?|minutes?)\.?)?$/i.exec(
      line,
    );
  return m && Number(m[2]) < 60 ? `${Number(m[1]) * 60 + Number(m[2])} minutes` : undefined;
}

/** Words that make an amount a rate. */
const RATES: ReadonlySet<string> = new Set(['times', 'time', 'x', 'per', 'each', 'every', 'a']);

const AMOUNTS: ReadonlySet<ValueType> = new Set([...PLAIN, ...TIMES, 'share', 'range', 'money', 'passing-score']);

/** Returns the unit's spelling in the language, for a unit in any capitals: `Years`, `YEAR`. */
const unitName = (word: string): string =>
  UNITS.flatMap(({ name, plurals }) => [name, ...plurals]).find(one => one.toLowerCase() === word.toLowerCase()) ?? word;
