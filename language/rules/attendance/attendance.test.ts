import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../../test/expect.ts';
import { applyEdits } from '../../findings/finding.ts';

const text = (body: string) => `attendance FROST "Frost Days" {\n${body}\n}\n`;
const claims = (body: string) => findingsOf(text(body)).filter(finding => finding.rule === 'attendance/claims');

describe('claims', () => {
  test.each(['designation', 'license', 'degree'])('fail: an award that is a %s', type => {
    expect(claims(`award { type: ${type} }`).map(finding => finding.severity)).toEqual(['error']);
  });
  test('fail: an accreditation for either kind, sought or held', () => {
    expect(claims('accreditation { standard: NCCA-2021; status: accredited }')).toHaveLength(1);
    expect(claims('accreditation { standard: ICE-1100-2019; status: seeking }')).toHaveLength(1);
    expect(claims('accreditation { standard: ICE-1100-2019; status: planned }')).toEqual([]);
  });
  test('success: an accreditation of the provider', () => {
    const own = 'standard CEU "Providers" { accredits: provider }\n';
    expect(
      findingsOf(own + text('accreditation { standard: CEU; status: accredited }')).filter(f => f.rule === 'attendance/claims'),
    ).toEqual([]);
  });
  test('success: outcomes, ungraded quizzes, badges and holes', () => {
    expect(
      claims('outcome o "Know"\nassessment q "Quiz" { use: formative }\naward { type: badge; requires: q }\naward { type: ?; letters: ? }'),
    ).toEqual([]);
    expect(claims('assessment q "Quiz" { passing-score: ? }\naward { requires: q }')).toEqual([]);
    expect(claims('assessment q "Quiz"\naward { requires: q }')).toEqual([]);
  });
  test('fail: an assessment to be passed is information: the award may say either', () => {
    const found = claims('status: planned\nassessment q "Quiz" { passing-score: 60% }\naward { type: attendance; requires: q }');
    expect(found.map(finding => finding.severity)).toEqual(['information']);
    expect(found[0]!.fixes.map(fix => fix.title)).toEqual(['Declare it a certificate', 'Say that "Quiz" is formative']);
  });
  test('fail: without "requires" the award asks for what is summative', () => {
    expect(claims('assessment q "Quiz" { passing-score: 60% }\naward { type: attendance }').map(finding => finding.severity)).toEqual([
      'information',
    ]);
    expect(claims('assessment q "Quiz" { use: ?; passing-score: 60% }\naward { type: attendance }')).toEqual([]);
    expect(claims('assessment q "Quiz" { use: formative; passing-score: 60% }\naward { type: attendance }')).toEqual([]);
  });
  test('fail: declaring it a certificate changes the awards that are passed for', () => {
    const before = text('  assessment q "Quiz" { passing-score: 60% }\n  award { type: attendance; requires: q }');
    const [finding] = findingsOf(before).filter(one => one.rule === 'attendance/claims');
    expect(applyEdits(before, finding!.fixes[0]!.edits())).toBe(
      'certificate FROST "Frost Days" {\n  assessment q "Quiz" { passing-score: 60% }\n  award { type: certificate; requires: q }\n}\n',
    );
  });
});

test('claims: holders are not called certified', () => {
  const said = (award: string): string[] =>
    findingsOf(`attendance A "Radon Days" { ${award} }`)
      .filter(({ rule }) => rule === 'attendance/claims')
      .map(({ severity, message }) => `${severity} ${message}`);
  expect(said('award "Card" { type: attendance; wording: "Holders are certified radon inspectors." }')).toEqual([
    'warning The wording of "Card" calls holders certified. "Radon Days" is an attendance program: say that they took part.',
  ]);
  expect(said('award "Certified Radon Attendee" { type: attendance }')).toHaveLength(1);
  expect(said('award "Card" { type: attendance; wording: "It does not make holders certified. They took part." }')).toEqual([]);
  expect(said('award "Radon Days for Registered Nurses" { type: attendance }')).toEqual([]);
  expect(said('award "Certified Radon Attendee" { type: designation }')).toEqual([expect.stringContaining('is a designation')]);
});
