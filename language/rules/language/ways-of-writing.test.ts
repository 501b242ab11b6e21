/** The same program in other line endings, on one line, in any script, in other case, or thousands of braces deep. */
import { describe, expect, test } from 'vitest';
import { CLEAN, put, visible } from '../../../test/clean-certification.ts';
import { findingsOf, projectOf, shown } from '../../../test/expect.ts';
import { applyEdits } from '../../findings/finding.ts';
import { format } from '../../services/format.ts';

describe('success: any way of writing the file', () => {
  test.each([
    ['Windows', '\r\n'],
    ['old Mac', '\r'],
  ])('with %s line endings', (_, eol) => {
    const text = CLEAN.replaceAll('\n', eol);
    expect(findingsOf(text)).toEqual([]);
    const slipped = text.replace('goal: validate', 'goal validate');
    const [finding, more] = visible(slipped);
    expect(more).toBeUndefined();
    expect(finding!.range).toEqual({ start: { line: 2, character: 2 }, end: { line: 2, character: 6 } });
    expect(applyEdits(slipped, finding!.fixes[0]!.edits())).toBe(text);
  });

  test('with a byte-order mark', () => {
    expect(findingsOf(`\uFEFF${CLEAN}`)).toEqual([]);
    const [finding] = visible(`\uFEFF${CLEAN.replace('certification CWT', 'Certification CWT')}`);
    expect(finding!.range).toEqual({ start: { line: 0, character: 1 }, end: { line: 0, character: 14 } });
  });

  test('on one line, and without indentation', () => {
    expect(
      visible(
        CLEAN.replace(/\n\s*/g, '; ')
          .replace(/([{]); /g, '$1 ')
          .replace(/; ([}])/g, ' $1'),
      ),
    ).toEqual([]);
    expect(visible(CLEAN.replace(/^ +/gm, ''))).toEqual([]);
    expect(visible(CLEAN.replace(/^( +)/gm, (_, blanks: string) => '\t'.repeat(blanks.length / 2)))).toEqual([]);
  });

  test('with names in any script, composed or not', () => {
    for (const name of ['sécurité', '安全', 'безопасность', 'सुरक्षा', 'Sicherheit_1']) {
      expect(visible(CLEAN.replaceAll(/\bsafety\b(?! \))/g, name)), name).toEqual([]);
    }
    const text = CLEAN.replace('domain safety', `domain ${'sécurité'.normalize('NFD')}`).replace(
      'measures: safety',
      `measures: ${'sécurité'.normalize('NFC')}`,
    );
    expect(visible(text)).toEqual([]);
  });

  test('with text over several lines', () => {
    const text = CLEAN.replace('"Codes change."', '"""\n      Codes change,\n        and "practice" too.\n      """');
    expect(findingsOf(text)).toEqual([]);
    const rationale = projectOf({ 'a.cred': text }).file('a.cred')!.programs[0]!.all('maintenance')[0]!.rationale;
    expect(rationale!.value).toBe('Codes change,\n  and "practice" too.');
  });
});

test.each([
  ['on one line', ' ', 5000],
  ['over lines', '\n', 5000],
  ['never closed', ' ', 0],
])('fail: blocks that stand thousands deep in each other are one finding: %s', (_, between, closed) => {
  const text = `${Array.from({ length: 5000 }, (_, n) => `thing t${n} "T" {`).join(between)}${'}'.repeat(closed)}\n`;
  const found = visible(text).filter(({ message }) => message.includes('100 deep'));
  expect(found.map(finding => shown(finding, text))).toEqual([expect.stringContaining('«{»')]);
  const formatted = applyEdits(text, format(text));
  expect(formatted.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  expect(format(formatted)).toEqual([]);
  const project = projectOf({ 'a.cred': text });
  project.findings('a.cred');
  project.set('a.cred', `${text}organization LAST "The last one" { legal-form: nonprofit }\n`, true);
  expect(project.findings('a.cred').filter(({ message }) => message.includes('100 deep'))).toHaveLength(1);
});

describe('fail: another case is one finding with a safe fix', () => {
  test.each([
    ['a kind', 'assessment exam', 'Assessment exam', 'unknown-kind'],
    ['a program', 'certification CWT', 'CERTIFICATION CWT', 'unknown-kind'],
    ['a key', 'goal: validate', 'Goal: validate', 'unknown-property'],
    ['a key with a hyphen', 'passing-score:', 'Passing-Score:', 'unknown-property'],
    ['a word', 'scope: broad', 'scope: Broad', 'unknown-word'],
    ['yes', 'independent: yes', 'independent: YES', 'unknown-word'],
    ['a unit', '3 years', '3 Years', 'bad-unit'],
    ['a currency', '450 USD', '450 usd', 'bad-unit'],
    ['a name', 'owner: ABWP', 'owner: Abwp', 'unresolved-reference'],
  ])('of %s', (_, from, to, rule) => {
    const text = put(from, to);
    const [finding, ...more] = visible(text);
    expect(more.map(one => shown(one, text))).toEqual([]);
    expect(finding!.rule).toBe(`language/${rule}`);
    expect(finding!.severity).toBe('error');
    expect(finding!.fixes[0]!.safe).toBe(true);
    expect(applyEdits(text, finding!.fixes[0]!.edits())).toBe(CLEAN);
  });
});
