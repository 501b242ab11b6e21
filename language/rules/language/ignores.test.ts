/** What `cred-ignore` silences, and what is said of it. */
import { describe, expect, test } from 'vitest';
import { findingsOf, inLanguage, ofRule } from '../../../test/expect.ts';
import { applyEdits } from '../../findings/finding.ts';

describe('ignores', () => {
  const after = (text: string, title: string): string => {
    const fix = findingsOf(text)
      .flatMap(({ fixes }) => fixes)
      .find(one => one.title.startsWith(title))!;
    return applyEdits(text, fix.edits());
  };
  test('fail: without a reason it still silences, and is not reported as unused', () => {
    expect(inLanguage('program P "P" {\n  // cred-ignore language/bad-date\n  launched: 2023-02-30\n}')).toEqual([
      '2:3 warning language/missing-reason «// cred-ignore language/bad-date» This does not say why the rule is silenced. Write a colon and the reason after it.',
    ]);
    expect(inLanguage('program P "P" {\n  // cred-ignore language/bad-date\n  launched: 2023-02\n}')).toHaveLength(1);
  });
  test('success: with one', () =>
    expect(inLanguage('program P "P" {\n  // cred-ignore language/bad-date: as printed on the charter\n  launched: 2023-02-30\n}')).toEqual(
      [],
    ));
  test('success: a whole group, the whole file, the end of a line', () => {
    expect(inLanguage('// cred-ignore language/*: a draft\nprogram P "P" {\n  launched: 2023-02-30\n  goal: x\n}')).toEqual([]);
    expect(inLanguage('program P "P" {\n  launched: 2023-02-30 // cred-ignore language/bad-date: as printed\n}')).toEqual([]);
  });
  test('fail: at the end of a block it covers nothing', () => {
    expect(
      inLanguage(
        'program P "P" {\n  award {\n    type: badge\n    // cred-ignore language/bad-date: as printed\n  }\n  launched: 2023-02-30\n}',
      ),
    ).toHaveLength(2);
  });
  test('fail: an unused one goes with its line', () => {
    const text = 'program P "P" {\n  // cred-ignore language/bad-date: as printed\n  launched: 2023\n}';
    const [finding] = ofRule(text, 'unused-ignore');
    expect(finding!.unnecessary).toBe(true);
    expect(after(text, 'Remove it')).toBe('program P "P" {\n  launched: 2023\n}');
  });
  test('fail: at the end of a line, without the line', () => {
    expect(after('program P "P" {\n  launched: 2023 // cred-ignore language/bad-date: as printed\n}', 'Remove it')).toBe(
      'program P "P" {\n  launched: 2023\n}',
    );
  });
  test('fail: of several rules the unused one alone', () => {
    const line = (rules: string): string => `program P "P" {\n  // cred-ignore ${rules}: as printed\n  launched: 2023-02-30\n}`;
    expect(after(line('language/bad-unit, language/bad-date'), 'Remove "language/bad-unit"')).toBe(line('language/bad-date'));
    expect(after(line('language/bad-date, language/bad-unit'), 'Remove "language/bad-unit"')).toBe(line('language/bad-date'));
  });
  test('fail: a rule that is not there is named, with the one that is near', () => {
    expect(
      ofRule('program P "P" {\n  // cred-ignore language/bad-dates: as printed\n  launched: 2023-02-30\n}', 'unused-ignore')[0]!.message,
    ).toContain('There is no rule "language/bad-dates". Did you mean "language/bad-date"?');
  });
  test('fail: clauses of standards may be named', () => {
    expect(
      ofRule('program P "P" {\n  // cred-ignore ncca-2021/S14: next year\n  launched: 2023\n}', 'unused-ignore')[0]!.message,
    ).toContain('There is no finding of "ncca-2021/S14" here');
  });
});
