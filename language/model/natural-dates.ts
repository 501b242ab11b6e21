/** Reads dates in the words of people who have not read the manual. */
import { dayOf } from './day.ts';
import type { ValueMeant } from './natural-values.ts';

/** The names of the months in English, German, French and Spanish, without accents. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'januar', 'janner', 'janvier', 'enero'],
  ['february', 'februar', 'feber', 'fevrier', 'febrero'],
  ['march', 'marz', 'maerz', 'mars', 'marzo'],
  ['april', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'juni', 'juin', 'junio'],
  ['july', 'juli', 'juillet', 'julio'],
  ['august', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre', 'setiembre'],
  ['october', 'oktober', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'dezember', 'decembre', 'diciembre'],
];

/** Returns the month that a word or its first letters name, from 1; 0 if that is none, or not one alone. */
function monthOf(word: string): number {
  const plain = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  if (plain.length < 3) return 0;
  const found = MONTHS.flatMap((names, i) => (names.some(name => name.startsWith(plain)) ? [i + 1] : []));
  return found.length === 1 ? found[0]! : 0;
}
const two = (n: number | string): string => String(n).padStart(2, '0');

/**
 * Reads a day, a month or a year in words or with slashes: `March 15, 2022`, `15. März 2022`, `03/15/2022`, `3/15/22`, `2022-6`,
 * `20220315`.
 */
export function dateMeant(line: string): ValueMeant | undefined {
  const found = (year: string, month: number, day: string | undefined, sure: boolean): ValueMeant | undefined => {
    const text = [year, two(month), ...(day === undefined ? [] : [two(day)])].join('-');
    return month >= 1 && dayOf(text) ? { text, sure } : undefined;
  };
  // In "in March 2019" the author wrote the word before the date, so the fix that removes it is not sure.
  const later =
    /^(?:in|on|since|from|as of|im|am|seit|vom|ab|le|en|depuis|el|desde|(?:completed|conducted|done|finished|held)(?:[ \t]+(?:in|on))?)[ \t]+(?=\p{L}*[ \t.]*\d)/iu.exec(
      line,
    );
  if (later && !/^\S+[ \t]+\d{4}$/.test(line)) {
    const meant = dateMeant(line.slice(later[0].length));
    return meant && { ...meant, sure: false };
  }
  const clock = /^(\d{4}-\d{2}-\d{2})[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/.exec(line);
  if (clock) return dayOf(clock[1]!) ? { text: clock[1]!, sure: false } : undefined;
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(line);
  if (digits) return found(digits[1]!, Number(digits[2]), digits[3], false);
  let m = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(line);
  if (m) {
    // Two digits leave the century open, and a day up to the twelfth leaves the order of day and month open.
    const short = m[4]!.length === 2;
    const year = short ? `${Number(m[4]) < 70 ? 20 : 19}${m[4]}` : m[4]!;
    const monthFirst = found(year, Number(m[1]), m[3]!, !short && Number(m[3]) > 12);
    return monthFirst ?? found(year, Number(m[3]), m[1]!, !short);
  }
  m = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(line);
  if (m) return found(m[1]!, Number(m[2]), m[3], true);
  m = /^(\d{1,2})[/.-](\d{4})$/.exec(line);
  if (m) return found(m[2]!, Number(m[1]), undefined, true);
  m =
    /^(?:the )?(?:(\d{1,2})(?:st|nd|rd|th|er|º|°)?\.?(?:[ \t]+(?:of|de))?[ \t-]+)?(\p{L}+)\.?,?(?:[ \t]+del?)?[ \t-]+(?:(\d{1,2})(?:st|nd|rd|th)?,?[ \t]+)?(\d{4})$/iu.exec(
      line,
    );
  if (m && monthOf(m[2]!) > 0) return m[1] && m[3] ? undefined : found(m[4]!, monthOf(m[2]!), m[1] ?? m[3], true);
  m =
    /^(?:(?:completed|conducted|done|finished|held)[ \t]+in|completed|conducted|done|finished|held|in|since|about|around|circa|ca\.?|early|mid|late|spring|summer|fall|autumn|winter|q[1-4]|year|fy)[ -]*(\d{4})$/i.exec(
      line,
    ) ?? /^(\d{4})[ -]*q[1-4]$/i.exec(line);
  return m ? { text: m[1]!, sure: false } : undefined;
}
