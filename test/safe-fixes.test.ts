/**
 * No safe fix removes a word of the author or turns one key into another: programs with natural and mutated lines go through
 * `cred fix`, and every word, number and key is still there afterwards.
 */
import { expect, test } from 'vitest';
import { fixSafely } from '../language/check/apply-fixes.ts';
import { plainHost } from '../language/findings/host.ts';
import { CredFile } from '../language/model/file.ts';
import { Project } from '../language/project/project.ts';
import { KINDS } from '../language/vocabulary/kinds.ts';
import { KEY_SYNONYMS, KIND_SYNONYMS, WORD_SYNONYMS } from '../language/vocabulary/synonyms.ts';
import { CURRENCIES, UNITS } from '../language/vocabulary/units.ts';
import { random } from './random.ts';
import { tries } from './sample.ts';

const host = plainHost('2026-11-23');
const TEXTS = tries(5000);

/** Places in a program; each `//` line is where something may be written. */
const PROGRAM = `organization ASM "Association of Small Museums" {
  legal-form: association
  //
  body council "Council" { governs: MR; autonomous: yes; seats: 9 }
}
person ada "Ada Lovelace" { affiliation: ASM }
certification MR "Museum Registrar" {
  owner: ASM
  goal: validate-competence
  //
  domain care "Caring for objects" { weight: 60% }
  domain loans "Loans" { weight: 40% }
  //
  assessment exam "Examination" {
    measures: care, loans
    format: multiple-choice
    //
    standard-setting { method: modified-angoff; conducted: 2023-02; panelists: 11 }
  }
  award "Designation" { type: designation; letters: "MR"; requires: exam }
  maintenance {
    cycle: 3 years
    //
  }
  milestone "Opening" { stage: plan; due: 2027-05 }
}
`;

const KEYS = [...new Set([...KINDS.values()].flatMap(({ properties }) => Object.keys(properties)))];
const WORDS = [
  ...new Set([...KINDS.values()].flatMap(({ properties }) => Object.values(properties).flatMap(({ words }) => Object.keys(words ?? {})))),
];
const EVERYDAY = [KEY_SYNONYMS, KIND_SYNONYMS, WORD_SYNONYMS].flatMap(table => Object.values(table).flat());
const VALUES = [
  '70%',
  '70 percent',
  'seventy percent',
  '120',
  '1,240',
  '120 questions',
  'about 120',
  '88 of 125',
  '88/125',
  '0,88',
  '80,120',
  '3 years',
  'three years',
  'every 3 years',
  '3 yrs',
  '3 years 6 months',
  '? years',
  '180 min',
  '2 hours and 30 minutes',
  '60 contact hours',
  '450 USD',
  '$450',
  '450 dollars',
  '450,00 €',
  '2021',
  '2021-06',
  '3/15/22',
  '03/15/2022',
  'March 15, 2022',
  'June 2022',
  'in 2022',
  '2022-6',
  '"A text"',
  '"A text""',
  '"A "quoted" text"',
  'A text, and more',
  '“A text”',
  'Yes',
  'true',
  'ASM',
  'Association of Small Museums',
  'care and loans',
  'Ada Lovelace',
  'https://asm.example/a?b=1,2',
  '?',
  'every',
  'a)',
  '200-800',
  '88 points',
  '20-25%',
  'Multiple Choice',
  'multiple choise',
  'ASM.',
  'care,',
  '"en", "fr"',
  'en fr',
  '501(c)(3)',
  'one',
  'monthly',
  '{ x: 1 }',
  '',
];
const SEPARATORS = [': ', ' : ', ' ', ' = ', ' - ', '\t', ':', ' is ', ': \n      ', ' { ', '; '];
const BEFORE = ['', '', '', '', 'a) ', '1. ', '- ', '* ', '**', 'the ', 'Number of ', 'Exam ', 'every ', '}', '"'];
const LINES = [
  'Loans and exhibitions\t30%\n  Care\t70%',
  'Domain 1: Working safely',
  'Domain 1: "Working safely" { weight: 10% }',
  'outcome LO1: Read a gauge',
  'certification C&R "Second" { goal: validate-competence }',
  'domain safety "Safety" weight: 10%',
  'domain safety "Safety" 10%',
  'Job analysis "2021" { conducted: 2021 }',
  'Standard Setting { method: angoff }',
  'Policies: appeals, complaints',
  'policy { covers: appeals complaints }',
  '// cred-ignore language/bad-date: as printed',
  'score: 70%',
  'rates: 5',
  'cause one "Because"',
  'terms: 3 years',
  'form: 3',
  'Title: "Other"',
  'Name: OTHER',
  'Passing score (cut score): 70%',
  '"items": 120,',
  'goal summary: "Text"',
  'eligibility experience: 4000 hours',
  'award "CWT" exam',
  'module m "M" { hours: 8 hours',
  'quota: yes',
  'ethics',
  'Fee – 450 USD per year',
  '2 years experience',
  'Learning outcomes:\n- Read a gauge\n- Set a valve',
  'This program is for registrars.\nThey care for objects.',
  '- High school diploma',
  '120 questions',
  'summary: "Registrars who\n    care"',
  'outcome LO9 "Read\n  a gauge"',
  '**Owner:** ASM',
  '**Launched**: 2019',
  'launched: 2019, scope: broad',
  'launched: TBD',
  'standard setting { method: angoff }',
  'evaluation "Review"\n    conducted: 2023\n    every: 1 year',
  'summary: They care; they lend objects.',
];

const title = (text: string): string => text.replace(/-/g, ' ').replace(/(?<!\p{L})\p{L}/gu, letter => letter.toUpperCase());

/** Changes capitals, blanks and letters as hands and habits do. */
function written(text: string, next: (below: number) => number): string {
  switch (next(9)) {
    case 0:
      return title(text);
    case 1:
      return text.replace(/-/g, ' ');
    case 2:
      return text.toUpperCase();
    case 3:
      return `${text}s`;
    case 4:
      return text.replace(/-/g, '_');
    case 5: {
      const at = next(text.length);
      return text.slice(0, at) + text.slice(at + 1);
    }
    case 6: {
      const at = next(text.length);
      return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
    }
    case 7:
      return title(text).replace(/ize/g, 'ise');
    default:
      return text;
  }
}

function line(next: (below: number) => number): string {
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
  if (next(5) === 0) return pick(LINES);
  const key = written(next(3) === 0 ? pick(EVERYDAY) : next(8) === 0 ? pick([...KINDS.keys()]) : pick(KEYS), next);
  const value = next(3) === 0 ? written(next(2) === 0 ? pick(WORDS) : pick(EVERYDAY), next) : pick(VALUES);
  return `${pick(BEFORE)}${key}${pick(SEPARATORS)}${value}`;
}

function program(next: (below: number) => number): string {
  let text = PROGRAM.replace(/\/\/$/gm, () => (next(2) === 0 ? line(next) : ''));
  for (let times = next(3); times > 0; times--) {
    const at = next(text.length);
    const bit = ['', '"', '{', '}', ':', ';', ',', 'e', ' ', '.', '-', '\n', '/*', '//', '“'][next(15)]!;
    text = text.slice(0, at) + bit + text.slice(at + next(3));
  }
  return text;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const OTHERWISE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    MONTHS.flatMap((month, i) => [
      [month, String(i + 1)],
      [month.slice(0, 3), String(i + 1)],
    ]),
  ),
  seventy: '70',
  true: 'yes',
  false: 'no',
  usd: 'USD',
  dollar: 'USD',
  '€': 'eur',
  $: 'usd',
};
const UNIT: Readonly<Record<string, string>> = { yr: 'year', y: 'year', min: 'minute', hr: 'hour', h: 'hour', mo: 'month', wk: 'week' };
/** Words that add nothing: articles, "number of" before a count, "and" in a list, "is" for a colon. */
const EMPTY: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'our',
  'its',
  'number',
  'of',
  'no',
  'and',
  'is',
  'out',
  'per',
  'cent',
  'percent',
  'between',
  'to',
  'us',
  'st',
  'nd',
  'rd',
  'th',
]);

/** Counts the words and numbers of a text, each in one spelling. */
function said(text: string): Map<string, number> {
  const plain = text
    .replace(/(\d)[, ](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(
      /(\d\s*)(yrs?|y|mins?|hrs?|h|mos?|wks?)(?![\p{L}:.])/giu,
      (_, number: string, unit: string) => number + UNIT[unit.toLowerCase().replace(/s$/, '')]!,
    )
    .toLowerCase();
  const bag = new Map<string, number>();
  for (const run of plain.match(/[\p{L}\p{M}]+|\d+|[€$]/gu) ?? []) {
    if (EMPTY.has(run) || (run.length < 2 && !/\d|[€$]/.test(run))) continue;
    const one = /^\d/.test(run)
      ? String(Number(run))
      : (OTHERWISE[run.replace(/s$/, '')] ?? OTHERWISE[run] ?? (run.length > 3 ? run.replace(/s+$/, '') : run));
    if (!EMPTY.has(one)) bag.set(one, (bag.get(one) ?? 0) + 1);
  }
  return bag;
}

const KNOWN: ReadonlySet<string> = new Set([
  ...KEYS,
  ...WORDS,
  ...KINDS.keys(),
  ...UNITS.map(({ name }) => name.toLowerCase()),
  ...CURRENCIES,
]);

/** Returns whether a word of one text is in the other, unchanged or with its spelling corrected. */
function kept(word: string, after: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>, joined: string): boolean {
  const count = after.get(word) ?? 0;
  if (count >= before.get(word)!) return true;
  // An unknown word may have become a known word that resembles it, or several of them.
  const number = NUMBERS.indexOf(word);
  if (number >= 0) return joined.includes(word) || (after.get(String(number)) ?? 0) > (before.get(String(number)) ?? 0);
  if (/^\d/.test(word)) return false;
  const isKnown = KNOWN.has(word);
  for (const [other, times] of after)
    if (times > (before.get(other) ?? 0) && (other.includes(word) || (!isKnown && isNear(word, other)))) return true;
  if (!isKnown && joined.includes(word)) return true;
  return false;
}

/** Returns whether two words differ in at most two letters. */
function isNear(word: string, other: string): boolean {
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  if (long.length - short.length > 2) return false;
  let row = Array.from({ length: long.length + 1 }, (_, i) => i);
  for (let i = 1; i <= short.length; i++) {
    const line = [i];
    for (let k = 1; k <= long.length; k++)
      line.push(Math.min(row[k]! + 1, line[k - 1]! + 1, row[k - 1]! + (short[i - 1] === long[k - 1] ? 0 : 1)));
    row = line;
  }
  return row[long.length]! <= 2;
}

/** Counts the known keys of a text, outside of texts and comments. */
const keysOf = (file: CredFile): Map<string, number> => {
  const keys = new Map<string, number>();
  for (const token of file.parsed.tokens) {
    const isKey = token.kind === 'key' && token.begins && KEYS.includes(token.text);
    if (isKey) keys.set(token.text, (keys.get(token.text) ?? 0) + 1);
  }
  return keys;
};

test(`what ${TEXTS} programs say is still there after their safe fixes`, () => {
  const next = random(16);
  const lost: string[] = [];
  let changed = 0;
  for (let round = 0; round < TEXTS; round++) {
    const text = program(next);
    const project = new Project(host);
    project.set('a.cred', text, true);
    const file = project.file('a.cred')!;
    const fixed = fixSafely(file, project, host);
    if (fixed === text) continue;
    changed++;
    const [before, after] = [said(text), said(fixed)];
    const joined = fixed.toLowerCase().replace(/[\s_-]/g, '');
    const gone = [...before.keys()].filter(word => !kept(word, after, before, joined));
    const keys = keysOf(CredFile.read('a.cred', fixed));
    const others = [...keysOf(file)].filter(([key, count]) => (keys.get(key) ?? 0) < count).map(([key]) => `${key}:`);
    if (gone.length + others.length > 0) {
      const old = text.split('\n');
      const now = fixed.split('\n');
      lost.push(
        `round ${round}: ${[...gone, ...others].join(', ')} is gone\n- ${old.filter(one => !now.includes(one)).join('\n- ')}\n+ ${now.filter(one => !old.includes(one)).join('\n+ ')}`,
      );
    }
  }
  expect(lost.slice(0, 40).join('\n\n'), `${lost.length} of ${changed}`).toBe('');
  expect(changed).toBeGreaterThan(TEXTS / 4);
}, 240_000);
