import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingsOf, projectOf } from '../../test/expect.ts';
import { pathOf, pointsElsewhere } from './path.ts';

const fitOf = (body: string, kind = 'program') => {
  const project = projectOf({ 'a.cred': `${kind} P "Program" {\n${body}\n}\n` });
  const file = project.file('a.cred')!;
  return { ...pathOf(file.programs[0]!, file, project), elsewhere: pointsElsewhere(file.programs[0]!, file, project) };
};
const COURSE = 'module m "Course"\noutcome o "Do it"\nassessment a "Test" { measures: o; follows: m }\n';
const TITLE = 'award { type: designation; letters: "PX" }\nmaintenance { cycle: 3 years }\n';

describe('path', () => {
  test('success: undecided with fewer than two dimensions, whatever gate there is', () => {
    for (const body of [
      '',
      'goal: acquire-competence',
      'goal: ?; purpose: ?',
      'goal: acquire-competence; purpose: ?\naward { type: ? }',
      'module m "Course"',
    ]) {
      expect(fitOf(body), body).toMatchObject({ path: 'undecided', confidence: 0 });
    }
    expect(fitOf('').next[0]).toMatch(/^State the goal/);
  });
  test('success: a course with its test is a certificate', () => {
    const fit = fitOf(`goal: acquire-competence\n${COURSE}award { type: certificate }`);
    expect(fit.path).toBe('certificate');
    expect(fit.reasons.map(({ dimension, pointsTo }) => `${dimension} ${pointsTo}`)).toEqual([
      'goal certificate',
      'instruction certificate',
      'assessment certificate',
      'award certificate',
    ]);
    expect(fit.next.join()).not.toMatch(/keep it up/);
  });
  test('success: an independent examination with a designation and upkeep is a certification', () => {
    const fit = fitOf(`goal: validate-competence\nassessment a "Exam" { independent: yes }\n${TITLE}`);
    expect(fit.path).toBe('certification');
    expect(fit.confidence).toBeGreaterThan(0.8);
    expect(fit.next.at(-1)).toMatch(/job analysis/);
  });
  test('success: own course and a designation with upkeep are both; without upkeep or a designation not', () => {
    expect(fitOf(COURSE + TITLE).path).toBe('both');
    expect(fitOf(`${COURSE}award { type: designation }\nmaintenance { cycle: ? }`).path).not.toBe('both');
    expect(fitOf(`${COURSE}award { type: certificate }\nmaintenance { cycle: 2 years }`).path).toBe('certificate');
  });
  test('success: no gate is neither', () => {
    expect(fitOf('goal: acquire-competence\nmodule m "Course"').path).toBe('neither');
    expect(fitOf('module m "Course"\naward { type: attendance; requires: m }').path).toBe('neither');
    expect(fitOf('module m "Course"\nassessment a "Quiz" { use: formative }\naward { type: certificate }').path).toBe('neither');
    expect(fitOf('module m "Course"\nassessment a "Test"\naward { type: certificate; requires: m }').path).toBe('neither');
    expect(fitOf(`${COURSE}award { type: degree }`).path).toBe('neither');
  });
  test('success: without an assessment it is undecided until something says that taking part is enough', () => {
    const study = 'job-analysis { conducted: 2022-06; method: survey }\n';
    for (const body of [
      `${study}accreditation { standard: NCCA-2021; status: seeking }`,
      'goal: acquire-competence\noutcome o "Do it"',
      'goal: validate-competence\neligibility { experience: 2 years }',
      'purpose: recognize-competence\nmodule m "Preparation" { required: no }',
      'module m "Course"\naward { type: designation }',
      'goal: acquire-competence\naward { type: certificate }',
    ]) {
      expect(fitOf(body), body).toMatchObject({ path: 'undecided', confidence: 0 });
      expect(fitOf(body).next.join(), body).toMatch(/Describe the assessment/);
    }
    expect(fitOf(`${study}award { type: attendance }`).path).toBe('neither');
  });
  test('success: what else is described can point to a kind before the assessment is, if loosely', () => {
    const certification = fitOf(`goal: validate-competence\n${TITLE}`);
    expect(certification.path).toBe('certification');
    expect(certification.confidence).toBeLessThan(0.5);
    expect(certification.next[0]).toMatch(/^Describe the assessment/);
    expect(fitOf('goal: acquire-competence; purpose: build-capacity\naward { type: certificate }').path).toBe('certificate');
    expect(fitOf('goal: acquire-competence\nmodule m "Course"\naward { type: designation }')).toMatchObject({
      path: 'neither',
      confidence: 0.4,
    });
    expect(fitOf('module m "Course"\naward { type: badge }').confidence).toBe(0.6);
    // An award for attendance needs no maintenance.
    expect(fitOf('module m "Course"\naward { type: attendance }').next.join()).not.toMatch(/keep it up/);
  });
  test('success: the letters of a license are none of a designation', () => {
    const fit = fitOf(`${COURSE}award { type: license; letters: "RX" }\nmaintenance { cycle: 3 years }`);
    expect([fit.path, fit.outside]).toEqual(['neither', true]);
    expect(fit.reasons.filter(({ dimension }) => dimension === 'award').map(({ pointsTo }) => pointsTo)).toEqual(['neither']);
  });
  test('success: what is stated next suits what is there: a degree, an attendance program, evidence that balances', () => {
    expect(fitOf(`${COURSE}award { type: license }`).next).toEqual([expect.stringMatching(/^Degrees are granted by schools and licenses/)]);
    expect(fitOf('goal: acquire-competence\nmodule m "Day"\naward { type: attendance }', 'attendance')).toMatchObject({
      path: 'neither',
      next: [],
    });
    const balanced = fitOf('goal: acquire-competence\nassessment a "Exam" { independent: yes }');
    expect(balanced).toMatchObject({ path: 'undecided', confidence: 0 });
    expect(balanced.next[0]).toMatch(/as much as to a certification\. Settle the goal first/);
  });
  test('success: more evidence makes it firmer, contrary evidence weaker', () => {
    const little = fitOf(COURSE);
    const more = fitOf(`goal: acquire-competence\n${COURSE}award { type: certificate }`);
    const mixed = fitOf(`goal: validate-competence\n${COURSE}award { type: certificate }`);
    expect(more.confidence).toBeGreaterThan(little.confidence);
    expect(mixed.confidence).toBeLessThan(more.confidence);
    expect(mixed.path).toBe('certificate');
  });
  test('success: an even balance is undecided', () => {
    expect(fitOf('goal: acquire-competence\nassessment a "Exam" { independent: yes }')).toMatchObject({ path: 'undecided', confidence: 0 });
  });
  test('success: accreditation weighs by what its standard accredits', () => {
    const reason = fitOf('accreditation { standard: NCCA-2021; status: seeking }').reasons[0];
    expect(reason).toMatchObject({ dimension: 'accreditation', pointsTo: 'certification' });
  });
});

describe('how firmly, in words that can be counted', () => {
  test.each([
    [`goal: acquire-competence\n${COURSE}award { type: certificate }`, 'all four stated dimensions point there'],
    [`goal: validate-competence\n${COURSE}award { type: certificate }`, 'three of four stated dimensions point there; the goal does not'],
    ['goal: acquire-competence\nmodule m "Day"\naward { type: attendance }', 'nothing in it must be passed'],
    [COURSE, 'both stated dimensions point there'],
  ])('%s', (body, words) => expect(fitOf(body).firmness).toBe(words));
  test('continuing education that nobody has to take points nowhere', () => {
    const { reasons, firmness } = fitOf(
      'goal: validate-competence\nassessment a "Exam" { independent: yes }\nmodule m "Update" { required: no }\nmaintenance { cycle: 1 year; continuing-education: 0 to 20 hours }',
    );
    expect(reasons.map(({ dimension }) => dimension)).toEqual(['goal', 'assessment']);
    expect(firmness).toBe('two of three stated dimensions point there; the instruction does not');
  });
});

describe('pointsElsewhere', () => {
  test('fail: a certification that teaches and tests its own course', () => {
    expect(fitOf(`goal: acquire-competence\n${COURSE}`, 'certification').elsewhere).toMatchObject({
      kind: 'certificate',
      fit: { path: 'certificate', stated: 3 },
    });
  });
  test('success: with two dimensions, with half of them, or with holes', () => {
    expect(fitOf(COURSE, 'certification').elsewhere).toBeUndefined();
    expect(fitOf(`${COURSE}award { type: designation }\nmaintenance { cycle: 1 year }`, 'certification').elsewhere).toBeUndefined();
    expect(fitOf(`goal: ?\n${COURSE}`, 'certification').elsewhere).toBeUndefined();
  });
  test('success: an honest attendance program teaches and builds capacity', () => {
    expect(
      fitOf('goal: acquire-competence; purpose: build-capacity\nmodule m "Day"\naward { type: attendance }', 'attendance').elsewhere,
    ).toBeUndefined();
  });
  test('fail: attendance that validates and gives a designation', () => {
    expect(
      fitOf('goal: validate-competence; purpose: recognize-competence\naward { type: designation }', 'attendance').elsewhere,
    ).toMatchObject({ kind: 'certification' });
  });
});

describe('the rule', () => {
  const of = (text: string) => findingsOf(text).filter(finding => finding.rule === 'program/path');
  test('success: the fitting kind comes first, and every program has one finding', () => {
    const [a, b, c] = of(
      `program A "A" { goal: acquire-competence\n${COURSE} }\nprogram B "B" { goal: validate-competence\nassessment x "X" { independent: yes } }\nprogram C "C" { goal: acquire-competence\nmodule m "Day" }`,
    );
    expect(a!.fixes.map(fix => fix.title)).toEqual(['Declare it a certificate', 'Declare it a certification', 'Declare it attendance']);
    expect(b!.fixes[0]!.title).toBe('Declare it a certification');
    expect(c!.fixes[0]!.title).toBe('Declare it attendance');
    expect([a, b, c].map(finding => finding!.severity)).toEqual(['information', 'information', 'information']);
    for (const { message } of [a!, b!, c!]) expect(message).toMatch(/[.?]$/);
  });
  test('success: a license or a degree alone fits no kind, so none is offered; beside another award it does not decide', () => {
    const exam = 'goal: validate-competence\nassessment x "Exam" { independent: yes }\n';
    const [license] = of(`program P "P" { ${exam}award a "License" { type: license } }`);
    expect([license!.message, license!.fixes]).toEqual([
      '"P" fits neither path, firmly: "License" is a license. Degrees are granted by schools and licenses by governments, outside of these kinds. State what the program itself awards: a certificate, a designation, or a certificate of attendance.',
      [],
    ]);
    const [alone] = of('program P "P" { award a "License" { type: license } }');
    expect(alone!.message).toMatch(/^It cannot be told yet .* Degrees are granted/);
    expect(alone!.fixes).toEqual([]);
    const [beside] = of(`program P "P" { ${exam}award a "License" { type: license }\naward b "Title" { type: ? } }`);
    expect(beside!.message).toMatch(/fits the path of a certification.* Against it: "License" is a license\./);
  });
  test('success: a declared kind whose only award is a license is left to the rule about its award', () => {
    const text = `certificate P "P" { goal: validate-competence\nassessment x "Exam" { independent: yes }\naward a "License" { type: license } }`;
    expect(of(text)).toEqual([]);
    expect(findingsOf(text).map(({ rule }) => rule)).toContain('certificate/award');
  });
  test('success: a declared kind that fits both paths is two programs, not the other kind', () => {
    const [finding] = of(
      `certificate P "P" { goal: validate-competence; purpose: recognize-competence\n${COURSE}${TITLE}accreditation { standard: NCCA-2021; status: seeking } }`,
    );
    expect(finding!.message).toMatch(/ point to a certification: .*\. Describe it as two programs: /);
    expect(finding!.fixes).toEqual([]);
  });
  test('success: the examples are what they say they are', () => {
    const example = (name: string) => of(readFileSync(path.join(import.meta.dirname, `../../examples/${name}.cred`), 'utf8'));
    expect(example('undecided')[0]!.message).toMatch(/fits both paths/);
    for (const name of [
      'clean-certificate',
      'clean-certification',
      'clean-attendance',
      'hybrid-certificate',
      'flawed-certificate',
      'planned-certification',
      'with-ignores',
    ]) {
      expect(
        example(name).map(finding => finding.message),
        name,
      ).toEqual([]);
    }
  });
});
