import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../../test/expect.ts';
import { applyEdits } from '../../findings/finding.ts';

/** The findings of the group on a program that consists of these lines. */
const found = (body: string, head = 'certification CWT "Widget Technician"'): string[] =>
  findingsOf(`${head} {\n${body}\n}\n`)
    .filter(({ rule }) => rule.startsWith('measurement/'))
    .map(({ rule, severity }) => `${severity} ${rule.slice('measurement/'.length)}`);
const exam = (body: string, head?: string): string[] => found(`assessment exam "Exam" {\n${body}\n}`, head);
const CERTIFICATE = 'certificate WRE "Widget Repair"';
const ATTENDANCE = 'attendance WRA "Widget Days"';
const SET = 'passing-score: 70%\nstandard-setting { method: angoff; conducted: 2024; panelists: 9 }';

test.each(['use: ?', 'use: sumative', 'use:'])(
  'of an assessment with "%s" it is not known whether it counts, so nothing of it is missing',
  use => {
    const quiz = `forms: 2\nproctored: no\nscore-report: pass-fail\n${use}`;
    expect(exam(quiz)).toEqual([]);
    expect(exam(quiz, CERTIFICATE)).toEqual([]);
    const program = (kind: string): string[] =>
      findingsOf(
        `${kind} X "Thing" {\n outcome o "Do it"\n module m "Course" { required: no }\n assessment quiz "Quiz" { follows: m; items: 10\n ${use}\n}\n}`,
      ).map(({ rule }) => rule);
    expect(program('certification')).not.toContain('certification/independent-assessment');
    expect(program('certification')).not.toContain('certification/instruction');
    expect(program('certificate')).not.toContain('certificate/linked-assessment');
  },
);

describe('impossible-results', () => {
  test.each([
    ['reliability: 1.01', true],
    ['reliability: 1', false],
    ['reliability: 0', false],
    ['decision-consistency: 90', true],
    ['reliability: ?', false],
    ['items: 100 to 150\nunscored: 120', false],
    ['items: 100 to 150\nunscored: 150', true],
    ['items: ?\nunscored: 150', false],
    ['items: 0\nunscored: 0', false],
  ])('%s', (body, wrong) => expect(exam(`${SET}\n${body}`).includes('error impossible-results')).toBe(wrong));

  test('a scale, and the score on it, may go below zero; a coefficient may not, and a count is none', () => {
    const scale = 'standard-setting { method: angoff; conducted: 2024; panelists: 9 }\nscore-scale: -4 to 4';
    expect(exam(`${scale}\npassing-score: -0.28`)).toEqual([]);
    expect(exam(`${scale}\npassing-score: -4.5`)).toEqual(['error passing-score-range']);
    expect(exam(`${SET}\nreliability: -0.1`)).toEqual(['error impossible-results']);
    const rules = findingsOf('certification C "C" { assessment e "E" { reliability: -0.1; items: -5; duration: -3 hours } }').map(
      ({ rule, message }) => (rule === 'language/wrong-type' ? message : rule),
    );
    expect(rules).toContain('"items" takes a whole number, or a range such as 80 to 120; this is a number below zero.');
    expect(rules.filter(one => one.includes('below zero'))).toHaveLength(2);
  });

  test('a number that is too long to be counted with is a wrong type, and is exported nowhere as another', () => {
    const wrong = findingsOf(`certification C "C" { fee: 1${'0'.repeat(400)} USD }`).filter(({ rule }) => rule === 'language/wrong-type');
    expect(wrong.map(({ message }) => message)).toEqual([expect.stringContaining('more digits than can be counted with')]);
  });

  test('a coefficient beyond its bounds is no wrong type, and no low reliability', () => {
    const rules = findingsOf(`certification C "C" {\nassessment e "E" {\n${SET}\nreliability: 88\n}\n}\n`).map(({ rule }) => rule);
    expect(rules).toContain('measurement/impossible-results');
    expect(rules).not.toContain('language/wrong-type');
    expect(rules).not.toContain('measurement/low-reliability');
  });

  test('speaks of attendance programs, and of planned ones, as an error', () => {
    expect(found('results { candidates: 1; passed: 2 }', ATTENDANCE)).toEqual(['error impossible-results']);
    expect(found('status: planned\nresults { candidates: 1; passed: 2 }')).toEqual(['error impossible-results']);
    expect(found('results { candidates: ?; passed: 2 }')).toEqual([]);
  });
});

describe('what depends on the others', () => {
  test('scoring and a quota are one finding, and no study is asked for', () => {
    expect(exam('scoring: norm-referenced\nstandard-setting { method: quota }')).toEqual(['warning norm-referenced']);
    expect(exam('scoring: norm-referenced')).toEqual(['warning norm-referenced']);
  });
  test('a newer study counts', () => {
    expect(
      exam('passing-score: 70%\nstandard-setting { method: quota; conducted: 2015 }\nstandard-setting { method: angoff; conducted: 2024 }'),
    ).toEqual([]);
  });
  test('a planned program contradicts itself all the same', () => {
    expect(found('status: planned\nassessment e "E" { scoring: norm-referenced }')).toEqual(['warning norm-referenced']);
  });
});

describe('equating-missing', () => {
  test.each([
    ['forms: 2', true],
    ['forms: 1', false],
    ['forms: ?', false],
    ['forms: 2\nequating: ?', false],
    ['forms: 2\nequating: irt', false],
    ['forms: 2\nequating: none', true],
    ['forms: 4\nformat: practical, oral', false],
    ['forms: 4\nformat: practical, multiple-choice', true],
    ['forms: 4\nformat: ?', true],
  ])('%s', (body, missing) => expect(exam(`${SET}\n${body}`).includes('warning equating-missing')).toBe(missing));
});

describe('unproctored', () => {
  test('one finding for an assessment, on what is said of proctoring', () => {
    expect(exam(`${SET}\nproctored: no\ndelivery: remote-unproctored`)).toEqual(['warning unproctored']);
  });
  test('one fix for all that says so', () => {
    const text = `certification CWT "W" {\nassessment exam "Exam" {\n${SET}\nproctored: no\ndelivery: test-center, remote-unproctored\n}\n}\n`;
    const finding = findingsOf(text).find(({ rule }) => rule === 'measurement/unproctored')!;
    expect(finding.related).toHaveLength(1);
    const after = applyEdits(text, finding.fixes[0]!.edits());
    expect(after).toContain('proctored: ?\ndelivery: test-center, ?');
    expect(findingsOf(after).map(({ rule }) => rule)).not.toContain('measurement/unproctored');
  });
  test('a certificate, a portfolio and a practice test may do without', () => {
    expect(exam(`${SET}\nproctored: no`, CERTIFICATE)).toEqual([]);
    expect(exam(`${SET}\nproctored: no\nformat: portfolio\nraters: 2`)).toEqual([]);
    expect(exam('use: formative\nproctored: no')).toEqual([]);
    expect(exam(`${SET}\nproctored: ?`)).toEqual([]);
  });
});

test('rater-agreement: a single rater has nobody to agree with', () => {
  const oral = (more: string): string[] => exam(`${SET}\nformat: oral\n${more}`).filter(one => one.endsWith('rater-agreement'));
  expect(oral('')).toEqual(['information rater-agreement']);
  expect(oral('raters: 1')).toEqual(['information rater-agreement']);
  expect(oral('raters: 2')).toEqual([]);
  expect(oral('raters: ?')).toEqual([]);
  expect(oral('raters: 1\nreliability-method: inter-rater')).toEqual([]);
  expect(oral('raters: 1\ndecision-consistency: 0.9')).toEqual([]);
  const text = `certification C "C" {\nassessment e "E" {\n${SET}\nformat: oral\nraters: 1\n}\n}\n`;
  const finding = findingsOf(text).find(({ rule }) => rule === 'measurement/rater-agreement')!;
  expect(finding.message).toContain('is judged by one person alone');
  expect(applyEdits(text, finding.fixes[0]!.edits())).toContain('raters: ?');
});

describe('standard-setting-missing and habitual-cut', () => {
  test('a warning for a certification, information for a certificate, nothing for attendance', () => {
    expect(exam('passing-score: 70%')).toEqual(['warning standard-setting-missing']);
    expect(exam('passing-score: 70%', CERTIFICATE)).toEqual(['information standard-setting-missing']);
    expect(exam('passing-score: 70%', ATTENDANCE)).toEqual([]);
    expect(found('status: developing\nassessment e "E" { passing-score: 70% }')).toEqual(['information standard-setting-missing']);
  });
  test('a study says its method; a hole will say it', () => {
    expect(exam('passing-score: 70%\nstandard-setting { conducted: 2024 }')).toEqual(['warning standard-setting-missing']);
    expect(exam('passing-score: 70%\nstandard-setting { conducted: 2024 }', CERTIFICATE)).toEqual(['information standard-setting-missing']);
    expect(exam('passing-score: 70%\nstandard-setting { method: angoff; conducted: 2020 }\nstandard-setting { conducted: 2024 }')).toEqual([
      'warning standard-setting-missing',
    ]);
    expect(exam('passing-score: 70%\nstandard-setting { method: ? }')).toEqual([]);
  });
  test('once for a program, with the other places', () => {
    const [finding] = findingsOf(
      'certification C "C" {\nassessment a "A" { passing-score: 70%; standard-setting { method: fixed-percentage } }\nassessment b "B" { passing-score: 70%; standard-setting { method: fixed-percentage } }\n}\n',
    ).filter(({ rule }) => rule === 'measurement/habitual-cut');
    expect(finding?.message).toContain('"A" and "B"');
    expect(finding?.related).toHaveLength(1);
  });
  test('beside another method it is no habit', () => {
    expect(exam('passing-score: 70%\nstandard-setting { method: fixed-percentage, angoff }')).toEqual([]);
    expect(exam('passing-score: 70%\nstandard-setting { method: fixed-percentage, ? }')).toEqual([]);
    expect(exam('passing-score: 70%\nstandard-setting { method: fixed-percentage }', CERTIFICATE)).toEqual(['information habitual-cut']);
  });
});

describe('low-reliability', () => {
  test.each([
    ['0.69', undefined, ['warning low-reliability']],
    ['0.70', undefined, ['information low-reliability']],
    ['0.79', undefined, ['information low-reliability']],
    ['0.80', undefined, []],
    ['0.69', CERTIFICATE, ['information low-reliability']],
    ['0.70', CERTIFICATE, []],
    ['?', undefined, []],
  ])('%s', (value, head, says) => expect(exam(`${SET}\nreliability: ${value}`, head)).toEqual(says));

  test('consistent decisions silence it', () => {
    expect(exam(`${SET}\nreliability: 0.6\ndecision-consistency: 0.8`)).toEqual([]);
    expect(exam(`${SET}\nreliability: 0.6\ndecision-consistency: 0.79`)).toEqual(['warning low-reliability']);
  });
  test('of the results the latest count, each form of them', () => {
    const results = (period: string, value: string) => `results { period: ${period}; reliability: ${value} }`;
    expect(found([results('2023', '0.5'), results('2025', '0.9')].join('\n'))).toEqual([]);
    expect(found([results('2025', '0.5'), results('2025', '0.6')].join('\n'))).toHaveLength(2);
  });
});

describe('pass-fail-only and small-panel', () => {
  test.each([
    ['score-report: pass-fail', ['information pass-fail-only']],
    ['score-report: pass-fail, total', []],
    ['score-report: ?', []],
    ['score-report: pass-fail, ?', []],
  ])('%s', (body, says) => expect(exam(`${SET}\n${body}`)).toEqual(says));

  test('a panel of five is small, whichever way its size is told', () => {
    const study = (body: string) => `passing-score: 70%\nstandard-setting { method: angoff; conducted: 2024; ${body} }`;
    expect(exam(study('panelists: 5'))).toEqual(['information small-panel']);
    expect(exam(study('panelists: 6'))).toEqual([]);
    expect(exam(study('panelists: ?'))).toEqual([]);
    expect(found(`panel judges "Judges" { size: 4 }\nassessment e "E" { ${study('panel: judges').replace('\n', '; ')} }`)).toEqual([
      'information small-panel',
    ]);
    expect(exam(`${study('panelists: 3')}\nstandard-setting { method: angoff; conducted: 2025; panelists: 12 }`)).toEqual([]);
  });
});

test('retired programs are left alone but for errors', () => {
  expect(found('status: retired\nassessment e "E" { passing-score: 70%; reliability: 2; proctored: no }')).toEqual([
    'error impossible-results',
  ]);
});
