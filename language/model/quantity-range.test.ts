import { describe, expect, test } from 'vitest';
import { expectFix, findingsOf } from '../../test/expect.ts';
import { plain } from './facts.ts';
import { CredFile } from './file.ts';

const text = (value: string): string => `certification C "C" {\n  maintenance { continuing-education: ${value} }\n}`;
const read = (value: string): unknown => {
  const [maintenance] = CredFile.read('a.cred', text(value)).programs[0]!.all('maintenance');
  return maintenance!.continuingEducation?.value;
};

describe('a quantity or a range of quantities', () => {
  test.each([
    ['60 hours', { amount: 60, unit: 'hour' }, '60 hour'],
    ['25 to 100 points', { amount: 25, to: 100, unit: 'point' }, '25 to 100 point'],
    ['2 to 5 ECTS', { amount: 2, to: 5, unit: 'ECTS' }, '2 to 5 ECTS'],
    ['1.5 CEUs', { amount: 1.5, unit: 'CEU' }, '1.5 CEU'],
  ])('%s', (written, value, words) => {
    expect(read(written)).toEqual(value);
    expect(plain(read(written))).toBe(words);
  });

  test.each([
    ['25 to 100', 'language/wrong-type'],
    ['25%', 'language/wrong-type'],
    ['25 of 100', 'language/wrong-type'],
    ['25 to 100 pints', 'language/bad-unit'],
    ['25 to 100 USD', 'language/bad-unit'],
  ])('%s is none', (written, rule) => {
    expect(read(written)).toBeUndefined();
    expect(findingsOf(text(written)).map(finding => finding.rule)).toContain(rule);
  });

  test('a sign between the numbers is the word that is meant', () => {
    for (const written of ['25-100 points', '25 – 100 points'])
      expectFix(text(written), 'language/syntax', 'Write 25 to 100 points', text('25 to 100 points'));
  });
});
