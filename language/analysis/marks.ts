/**
 * The names and letters by which the public knows a program, and whether it can tell two of them apart. The words are English; in doubt,
 * the names are distinct.
 */
import type { BlockFacts } from '../model/facts.ts';

/** A pair of marks that the public cannot tell apart. */
export interface AlikeMarks {
  readonly one: string;
  readonly other: string;
}

/** Returns the first mark of a program that the public cannot tell from a mark of another program. */
export function alike(one: BlockFacts, other: BlockFacts): AlikeMarks | undefined {
  const others = marksOf(other);
  for (const mark of marksOf(one)) {
    const found = others.find(({ plain }) => plain === mark.plain);
    if (found) return { one: mark.text, other: found.text };
  }
  return undefined;
}

interface Mark {
  readonly text: string;
  /** The form that the public remembers. */
  readonly plain: string;
}

const marks = new WeakMap<BlockFacts, readonly Mark[]>();
function marksOf(program: BlockFacts): readonly Mark[] {
  let made = marks.get(program);
  if (!made) marks.set(program, (made = marksIn(program)));
  return made;
}

/** Returns the title of a program, and the titles and letters of its awards. */
function marksIn(program: BlockFacts): readonly Mark[] {
  const awards = program.parts.filter(({ kind }) => kind === 'award');
  const letters = awards.flatMap(({ says }) => says.letters ?? []);
  const titles = awards.filter(({ says }) => !ADDED.has(says.type?.[0] ?? '')).map(({ title }) => title);
  return [...[program.title, ...titles].map(title => titleMark(title ?? '', letters)), ...letters.map(lettersMark)].filter(({ plain }) =>
    /[\p{L}\p{N}]{2}/u.test(plain),
  );
}

/** Words for things that come with an award; such an award often has no other title. */
const ADDED: ReadonlySet<string> = new Set(['badge', 'card']);

/** Words that only tell the kind; they do not distinguish a certificate from a certification. */
const KIND = new Set(
  'certified certificate certificated certification credential designation program programme award badge digital a an the of in on for and'.split(
    ' ',
  ),
);
const GIVEN_FOR = /\bcertificate of (?:achievement|attendance|completion|participation|proficiency|competence|mastery)\b/g;

function titleMark(title: string, letters: readonly string[]): Mark {
  const own = new Set(letters.map(joined));
  const words = folded(title.replace(/\(([^()]*)\)/g, (all, inner: string) => (own.has(joined(inner)) ? ' ' : all)))
    .replace(GIVEN_FOR, ' ')
    .replace(/\bassessment[- ]based\b/g, ' ')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const kept = (words ?? []).map(singular).filter(word => !KIND.has(word));
  return { text: title, plain: kept.sort().join(' ') };
}

const lettersMark = (letters: string): Mark => ({ text: letters, plain: singular(joined(letters)) });

const joined = (text: string): string => folded(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** Removes case, accents, dots and trademark signs. */
const folded = (text: string): string => (PLAIN.test(text) ? text.replaceAll('.', '').toLowerCase() : withoutAccents(text));

const PLAIN = /^[ -~]*$/;
const withoutAccents = (text: string): string =>
  text
    .replace(/[®™℠©.]/g, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

const singular = (word: string): string => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word);
