import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CredFile } from '../../model/file.ts';
import { KINDS } from '../../vocabulary/kinds.ts';
import { changesBetween } from './changes.ts';
import { WORDINGS, wordingOf } from './words.ts';

const example = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, '../../../examples', `clean-${name}.cred`), 'utf8');
const TEXTS = { certificate: example('certificate'), certification: example('certification') };
const read = (text: string): CredFile[] => [CredFile.read('file:///a.cred', text)];
const changes = (before: string, after: string) => changesBetween(read(before), read(after)).flatMap(one => one.changes);
const said = (before: string, after: string): string[] => changes(before, after).map(({ what }) => what);

/** Returns the sentences about an example after one replacement in its text. */
function edited(kind: keyof typeof TEXTS, from: string, to: string): string {
  const text = TEXTS[kind];
  expect(text).toContain(from);
  return said(text, text.replace(from, to)).join('\n');
}

describe('what is said of an edit', () => {
  test.each([
    [
      'measures: read-labels, cross, set-up, talk, react',
      'measures: read-labels, set-up, talk',
      'The assessment "Final test" no longer measures "Explain how cross-contact happens on a busy line" ("cross") or "Recognize a reaction and take the first steps" ("react").',
    ],
    ['follows: m1, m3', 'follows: m1, m2, m3', 'The assessment "Knowledge checks" now also comes after "The safe station" ("m2").'],
    [
      'requires: final }',
      'requires: m1 }',
      'The award "Allergen-Safe Kitchen badge" now requires "Allergens and labels" ("m1") and no longer requires "Final test" ("final").',
    ],
    [
      'instructors: bram-oduya',
      'instructors: bram-oduya, lena-fairley',
      'The module "The safe station" is now also taught by "Lena Fairley" ("lena-fairley").',
    ],
    ['written-by: testers', '', 'Who writes the assessment "Final test" is no longer stated; it was "Test development group" ("testers").'],
    [
      '"en", "es"',
      '"en", "fr"',
      'The languages of the certificate program "Allergen-Safe Kitchen Certificate" now include "fr" and no longer include "es".',
    ],
    ['proctored: yes;', 'proctored: no;', 'The assessment "Final test" is no longer proctored.'],
    ['open-book: no', '', 'It is no longer stated that the assessment "Final test" is not open-book.'],
    [
      'academic-credit: no',
      'academic-credit: ?',
      'Whether the certificate program "Allergen-Safe Kitchen Certificate" gives academic credit is open again.',
    ],
    ['items: 40', 'items: 45', 'The number of items in the assessment "Final test" went up from 40 to 45.'],
    [
      '24 hours, 14 days',
      '7 days, 14 days',
      'The wait before a retake of the assessment "Final test" was changed from 24 hours and 14 days to 7 days and 14 days.',
    ],
    [
      'They are not certified and',
      'They',
      'The wording of the award "Allergen-Safe Kitchen Certificate" was reworded; it now reads "Holders may say that they earned the Allergen-Safe Kitchen Certificate, with the year. They use no letters after the name."',
    ],
    [
      'candidates: 702',
      'candidates: 712',
      'The number of candidates in the set of results of "Allergen-Safe Kitchen Certificate" (period: 2025-11) went up from 702 to 712.',
    ],
    [
      'results { period: 2025-11',
      'results { period: 2026-11; form: "C" }\n  results { period: 2025-11',
      '"Allergen-Safe Kitchen Certificate" has a new set of results (period: 2026-11).',
    ],
  ])('of a certificate program: %s → %s', (from, to, what) => expect(edited('certificate', from, to)).toBe(what));

  test.each([
    [
      'governs: CHMS',
      'governs: ?',
      'What the governing body "Certification Commission" governs is open again; it was "Certified Heritage Masonry Specialist" ("CHMS").',
    ],
    [
      'luis-ferrante, greta-holm',
      'greta-holm',
      'The members of the governing body "Certification Commission" no longer include "Luis Ferrante" ("luis-ferrante").',
    ],
    [
      '8000 hours',
      '6000 hours',
      'The experience that the eligibility route "Trade route" asks for went down from 8000 hours to 6000 hours.',
    ],
    [
      'after: written;',
      '',
      'What the assessment "CHMS bench examination" comes after is no longer stated; it was "CHMS written examination" ("written").',
    ],
    ['letters: "CHMS"', 'letters: "CHM"', 'The letters of the award "CHMS designation" were changed from "CHMS" to "CHM".'],
    [
      'ethics: yes',
      'ethics: yes; reexamination: no',
      'It is stated now that the maintenance requirement of "Certified Heritage Masonry Specialist" does not ask for reexamination.',
    ],
    [
      'covers: eligibility, fees',
      'covers: fees',
      'The candidate handbook of "Certified Heritage Masonry Specialist" no longer explains eligibility.',
    ],
    [
      'every: 2 years;',
      'every: 1 year;',
      'The interval of the evaluation of "Certified Heritage Masonry Specialist" went down from 2 years to 1 year.',
    ],
    [
      'charge { amount: 180',
      'charge { amount: 190',
      'The amount of the charge of "Certified Heritage Masonry Specialist" (for: retake) went up from 180 USD to 190 USD.',
    ],
    ['purpose: item-writing, item-review', 'purpose: item-writing', 'The panel "Item writers" is no longer for item-review.'],
    [
      'supports: NCCA-2021.S4;',
      'supports: NCCA-2021.S4, NCCA-2021.S3;',
      'The piece of evidence of "Board for Heritage Masonry Credentials" (supports: NCCA-2021.S4, NCCA-2021.S3) now also supports NCCA-2021.S3.',
    ],
  ])('of a certification: %s → %s', (from, to, what) => expect(edited('certification', from, to)).toBe(what));

  test('a name that is written in another way everywhere changes nothing', () => {
    expect(said(TEXTS.certificate, TEXTS.certificate.replaceAll('read-labels', 'labels').replaceAll('m2', 'station'))).toEqual([]);
  });
  test('a name that is no longer described is no other name', () => {
    const owner = 'organization X "X" {}\n';
    const body = 'certification C "C" { owner: X }\n';
    expect(said(owner + body, body)).toEqual(['The organization "X" is no longer described.']);
  });
});

describe('holders are told only where there are some', () => {
  const program = (status: string, term: string): string => `certification C "C" { status: ${status}; award "A" { valid-for: ${term} } }`;
  const told = (before: string, after: string): readonly string[] => changes(before, after).flatMap(({ notice }) => notice);
  test.each([
    ['a program that is new', '', program('operating', '2 years')],
    ['one that was planned', program('planned', '2 years'), program('operating', '3 years')],
    ['one that was planned and is gone', program('developing', '2 years'), ''],
    ['an organization that is new', '', 'organization X "X" {}'],
  ])('%s has none', (_, before, after) => {
    expect(told(before, after)).not.toHaveLength(0);
    expect(told(before, after)).not.toContain('holders');
  });
  test('one that runs has some', () => expect(told(program('operating', '2 years'), program('operating', '3 years'))).toContain('holders'));
});

describe('the words', () => {
  const properties = [...KINDS.values()].flatMap(kind =>
    Object.entries(kind.properties).map(([key, property]) => ({ kind: kind.name, key, property })),
  );
  test('whether something is so is said as a sentence', () => {
    const bare = properties.filter(({ kind, key, property }) => (property.type === 'yes-no') !== 'is' in wordingOf(kind, key));
    expect(bare.map(({ kind, key }) => `${kind}.${key}`)).toEqual([]);
  });
  test('each is of a property that there is', () => {
    const known = new Set(properties.flatMap(({ kind, key }) => [key, `${kind}.${key}`]));
    expect(Object.keys(WORDINGS).filter(key => !known.has(key))).toEqual([]);
  });
});
