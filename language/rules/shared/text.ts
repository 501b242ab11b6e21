/** Words and sentences of free text, for the few rules that read it. */

/** The words of a text in lower case. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];

/** Parts of a text that stand for themselves: sentences and what semicolons part. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?;])\s+|\n\s*\n/).filter(sentence => sentence.trim() !== '');

/** Whether a title says one of the words, other than as what it leads up to ("Toward Certification", "Preparing for the Certified …"). */
export function titleSays(title: string, words: readonly string[]): string | undefined {
  const all = wordsOf(title);
  const at = all.findIndex(word => words.includes(word));
  if (at < 0) return undefined;
  const leadsUp = all.slice(0, at).some(word => ['toward', 'towards', 'for', 'preparing', 'preparation', 'prep', 'before'].includes(word));
  const prep = ['prep', 'preparation', 'preparatory', 'readiness', 'review'].includes(all[at + 1] ?? '');
  return leadsUp || prep ? undefined : all[at];
}

/** Occupations that people are licensed or registered in before they come; "Registered Nurse" is whom a course is for. */
const OCCUPATIONS =
  'nurses?|nursing|electricians?|plumbers?|contractors?|builders?|engineers?|surveyors?|architects?|dietiti?c?ians?|nutritionists?|pharmacists?|pharmacy technicians?|physicians?|practitioners?|dentists?|hygienists?|midwives|midwife|doulas?|counsel?lors?|therapists?|psychologists?|social workers?|radiographers?|technologists?|paramedics?|veterinar\\w+|teachers?|educators?|brokers?|agents?|appraisers?|inspectors?|pilots?|drivers?|operators?|guards?|investigators?|cosmetologists?|barbers?|estheticians?|acupuncturists?|optometrists?|opticians?|chiropractors?|audiologists?|accountants?|auditors?|representatives?|advis[eo]rs?|foresters?|geologists?|electrolog\\w+|interpreters?|massage|mechanics?|welders?|locksmiths?|childminders?|childcare|apprentices?|professionals?';
const OF_OCCUPATION = new RegExp(`^\\W+(?:[\\p{L}-]+\\W+){0,2}(?:${OCCUPATIONS})(?![\\p{L}])`, 'iu');
const THINGS =
  /^\W+(?:online |in-person |blended )?(?:courses?|programs?|programmes?|training|classes|class|modules?|providers?|cent(?:er|re)s?|schools?|education|learning|certificates?)(?![\p{L}])/iu;

/**
 * The word by which a title says that its holders are certified, licensed, registered or accredited: where it begins so, or
 * says so after "Board-". An occupation that people bring along says nothing of them.
 */
function titleClaims(title: string): string | undefined {
  const found =
    /^\s*(licen[sc]ed|registered|accredited)(?![\p{L}])|\bboard-(certified|licen[sc]ed|registered|accredited)(?![\p{L}])/iu.exec(title);
  if (!found) return undefined;
  const word = (found[1] ?? found[2])!.toLowerCase();
  const after = title.slice(found.index + found[0].length);
  if (found[1] && (OF_OCCUPATION.test(after) || THINGS.test(after))) return undefined;
  // "For Board-Certified Nurses" says whom it is for.
  if (found[2] && /(?:\bfor|\bof|\bby|\btoward|\btowards|\bpreparing)\s+(?:the\s+)?(?:\w+\s+)?$/i.test(title.slice(0, found.index)))
    return undefined;
  return word;
}

/** The word of a title that makes the public take holders for certified, licensed, registered or accredited people. */
export const holdersNamedBy = (title: string): string | undefined =>
  titleSays(title, ['certified', 'certification', 'certifications']) ?? titleClaims(title);
