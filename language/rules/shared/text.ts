/** Splits free text into words and sentences, for the few rules that read it. */

/** Returns the words of a text in lower case. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];

/** Returns the independent parts of a text: sentences, and the parts between semicolons. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?;])\s+|\n\s*\n/).filter(sentence => sentence.trim() !== '');

/**
 * Returns the first of the words that a title contains, unless the title only leads up to it ("Toward Certification", "Preparing for the
 * Certified …").
 */
export function titleSays(title: string, words: readonly string[]): string | undefined {
  const all = wordsOf(title);
  const at = all.findIndex(word => words.includes(word));
  if (at < 0) return undefined;
  const leadsUp = all.slice(0, at).some(word => ['toward', 'towards', 'for', 'preparing', 'preparation', 'prep', 'before'].includes(word));
  const prep = ['prep', 'preparation', 'preparatory', 'readiness', 'review'].includes(all[at + 1] ?? '');
  return leadsUp || prep ? undefined : all[at];
}

/** Matches occupations that people are licensed or registered in beforehand: "Registered Nurse" names a course's audience. */
const OCCUPATIONS =
  'nurses?|nursing|electricians?|plumbers?|contractors?|builders?|engineers?|surveyors?|architects?|dietiti?c?ians?|nutritionists?|pharmacists?|pharmacy technicians?|physicians?|practitioners?|dentists?|hygienists?|midwives|midwife|doulas?|counsel?lors?|therapists?|psychologists?|social workers?|radiographers?|technologists?|paramedics?|veterinar\\w+|teachers?|educators?|brokers?|agents?|appraisers?|inspectors?|pilots?|drivers?|operators?|guards?|investigators?|cosmetologists?|barbers?|estheticians?|acupuncturists?|optometrists?|opticians?|chiropractors?|audiologists?|accountants?|auditors?|representatives?|advis[eo]rs?|foresters?|geologists?|electrolog\\w+|interpreters?|massage|mechanics?|welders?|locksmiths?|childminders?|childcare|apprentices?|professionals?';
const OF_OCCUPATION = new RegExp(`^\\W+(?:[\\p{L}-]+\\W+){0,2}(?:${OCCUPATIONS})(?![\\p{L}])`, 'iu');
const THINGS =
  /^\W+(?:online |in-person |blended )?(?:courses?|programs?|programmes?|training|classes|class|modules?|providers?|cent(?:er|re)s?|schools?|education|learning|certificates?)(?![\p{L}])/iu;

/**
 * Returns the word by which a title says that its holders are certified, licensed, registered or accredited, if the title begins with it or
 * contains it after "Board-". The name of a previous occupation does not count.
 */
function titleClaims(title: string): string | undefined {
  const found =
    /^\s*(licen[sc]ed|registered|accredited)(?![\p{L}])|\bboard-(certified|licen[sc]ed|registered|accredited)(?![\p{L}])/iu.exec(title);
  if (!found) return undefined;
  const word = (found[1] ?? found[2])!.toLowerCase();
  const after = title.slice(found.index + found[0].length);
  if (found[1] && (OF_OCCUPATION.test(after) || THINGS.test(after))) return undefined;
  // "For Board-Certified Nurses" names the audience.
  if (found[2] && /(?:\bfor|\bof|\bby|\btoward|\btowards|\bpreparing)\s+(?:the\s+)?(?:\w+\s+)?$/i.test(title.slice(0, found.index)))
    return undefined;
  return word;
}

/** Returns the word of a title that makes the public take holders for certified, licensed, registered or accredited people. */
export const holdersNamedBy = (title: string): string | undefined =>
  titleSays(title, ['certified', 'certification', 'certifications']) ?? titleClaims(title);
