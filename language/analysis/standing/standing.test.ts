/** How a program stands: what is said of it, its dates, its holes, its alignment and what comes next. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { certification, standingIn } from '../../../test/standing.ts';
import { isProgramKind, KINDS } from '../../vocabulary/kinds.ts';
import { DATES } from '../timeline-dates.ts';
import type { Standing } from './standing.ts';

const events = ({ timeline }: Standing): string[] => timeline.map(({ what, date, state }) => `${date} ${what}: ${state}`);
const example = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../../../examples', name), 'utf8');

describe('what is said of the program itself', () => {
  test('its owner, status and findings, all with their places', () => {
    const standing = standingIn({
      'a.cred': certification('  owner: ABWP\n  goal: acquire-competence\n  accreditation { standard: NCCA-2021; status: seeking }'),
      'b.cred': 'organization ABWP "American Board of Widget Professionals" { legal-form: ? }\n',
    });
    expect(standing.program).toEqual({
      name: 'CWT',
      label: 'Widget Technician',
      kind: 'certification',
      status: 'operating',
      owner: {
        name: 'ABWP',
        label: 'American Board of Widget Professionals',
        at: { uri: 'b.cred', range: { start: { line: 0, character: 13 }, end: { line: 0, character: 17 } } },
      },
      at: { uri: 'a.cred', range: { start: { line: 0, character: 14 }, end: { line: 0, character: 17 } } },
    });
    expect(standing.findings.error).toBe(1);
    expect(standing.dimensions.map(({ dimension }) => dimension)).toEqual([
      'goal',
      'purpose',
      'instruction',
      'assessment',
      'award',
      'maintenance',
      'accreditation',
    ]);
    expect(standing.dimensions[0]!.reasons[0]).toMatchObject({ pointsTo: 'certificate', at: { range: { start: { line: 2 } } } });
    expect(standing.readiness[0]).toMatchObject({ standard: 'NCCA-2021', claim: 'seeking' });
    expect(standing.features.find(({ feature }) => feature === 'A job analysis')).toEqual({
      feature: 'A job analysis',
      shown: false,
      rule: 'certification/job-analysis',
    });
  });

  test('findings of another program of the file are not counted', () => {
    const text = `${certification('goal: acquire-competence')}\ncertification CWA "Widget Assembler" { goal: validate-competence }\n`;
    expect([standingIn(text).findings.error, standingIn(text, { index: 1 }).findings.error]).toEqual([1, 0]);
  });

  test('it can be sent: plain data throughout', () => {
    const standing = standingIn({ 'a.cred': example('both/certification.cred'), 'o.cred': example('both/organization.cred') });
    expect(JSON.parse(JSON.stringify(standing))).toEqual(structuredClone(standing));
  });
});

describe('the timeline', () => {
  test('what happened and what is due, in order; a month is over with its last day', () => {
    const text = certification(
      '  launched: 2019-04\n  job-analysis { conducted: 2020-06; next-due: 2025-12 }\n' +
        '  policy "Appeals" { covers: appeals; approved: 2022-02-10; reviewed: 2024-01; review-every: 2 years }\n' +
        '  evaluation { type: quality-review; conducted: 2023; every: 1 year }\n' +
        '  milestone "Pilot" { stage: deliver; due: 2026-01 }; milestone "Charter" { due: 2018; done: 2018-03-12 }\n' +
        '  accreditation { standard: NCCA-2021; status: seeking; application-due: 2026-02-28 }',
    );
    expect(events(standingIn(text))).toEqual([
      '2018-03-12 Charter: done',
      '2019-04 Launch: done',
      '2020-06 Job analysis: done',
      '2022-02-10 "Appeals" approved: done',
      '2023 Quality review: done',
      '2024-01 "Appeals" reviewed: done',
      '2024 Next quality review: overdue',
      '2025-12 Next job analysis: overdue',
      '2026-01 Review of "Appeals": due',
      '2026-01 Pilot: due',
      '2026-02-28 Application due: NCCA-2021: due',
    ]);
    expect(events(standingIn(text, { today: '2025-12-31' }))).toContain('2025-12 Next job analysis: due');
  });

  test('a later study settles what the one before it put down as due', () => {
    const text = certification('job-analysis { conducted: 2015; next-due: 2020 }; job-analysis { conducted: 2021-05; next-due: 2027 }');
    expect(events(standingIn(text))).toEqual(['2015 Job analysis: done', '2021-05 Job analysis: done', '2027 Next job analysis: due']);
  });

  test('a review is due again on a day that there is', () => {
    const review = (reviewed: string, every: string): string | undefined =>
      standingIn(certification(`policy "P" { covers: fees; reviewed: ${reviewed}; review-every: ${every} }`)).timeline.at(-1)?.date;
    expect(review('2024-02-29', '1 year')).toBe('2025-02-28');
    expect(review('2024-11-30', '3 months')).toBe('2025-02-28');
    expect(review('2024', '2 years')).toBe('2026');
    expect(review('2024-11', '18 months')).toBe('2026-05');
    expect(review('2025-12-20', '2 weeks')).toBe('2026-01-03');
    expect(review('2024-07-01', '0.5 years')).toBe('2025-01-01');
  });

  test("the owner's reviews stand in it, with their place in the owner's file", () => {
    const { timeline } = standingIn({
      'a.cred': certification('owner: ABWP'),
      'b.cred': 'organization ABWP "Board" { policy "Privacy" { covers: privacy; reviewed: 2020; review-every: 2 years } }\n',
    });
    expect(timeline).toMatchObject([
      { what: '"Privacy" reviewed', state: 'done', at: { uri: 'b.cred' } },
      { what: 'Review of "Privacy"', date: '2022', state: 'overdue', at: { uri: 'b.cred' } },
    ]);
  });

  test('a retired program owes nothing more', () => {
    expect(events(standingIn(certification('status: retired\njob-analysis { conducted: 2015; next-due: 2020 }')))).toEqual([
      '2015 Job analysis: done',
    ]);
  });

  test('every date that a program can state has its meaning', () => {
    const dates = [...KINDS.values()].flatMap(kind =>
      kind.standsIn.some(one => isProgramKind(one) || one === 'assessment') || isProgramKind(kind.name)
        ? Object.entries(kind.properties).flatMap(([key, { type }]) => (type === 'date' ? [`${kind.name}.${key}`] : []))
        : [],
    );
    expect(dates.length).toBeGreaterThan(20);
    expect(dates.filter(one => !DATES[one.split('.')[0]!]?.[one.split('.')[1]!])).toEqual([]);
  });
});

describe('holes, in words', () => {
  test('what is still to be stated, and of what', () => {
    const { holes, next } = standingIn(
      certification(
        '  assessment exam "CWT examination" { passing-score: ?; format: multiple-choice, ?; standard-setting { conducted: ? } }\n' +
          '  job-analysis { conducted: ? }\n  domain safety ?',
      ),
    );
    expect(holes.map(({ what }) => what)).toEqual([
      'passing score of "CWT examination"',
      'rest of the format of "CWT examination"',
      'date of the standard-setting study of "CWT examination"',
      'date of the job analysis',
      'title of "safety"',
    ]);
    expect(next.at(-1)).toMatchObject({
      text: 'State the title of "safety".',
      rule: 'language/hole',
      at: { range: { start: { line: 3 } } },
    });
  });
});

describe('the examination specifications and the alignment', () => {
  const text = certification(
    '  domain a "A" { weight: 60%; task t "Do it" }; domain b "B" { weight: 35% to 40%; items: 30 }\n' +
      '  assessment exam "Exam" { measures: a, b; items: 110; unscored: 10 }\n  assessment drill "Drill" { use: formative }',
  );
  test('weights, items as stated or as the weights give, and their sum', () => {
    expect(standingIn(text).specifications).toMatchObject([
      {
        of: { name: 'CWT' },
        domains: [
          { label: 'A', weight: { low: 60, high: 60 }, items: { low: 60, high: 60, stated: false }, tasks: ['Do it'] },
          { label: 'B', weight: { low: 35, high: 40 }, items: { low: 30, high: 30, stated: true }, tasks: [] },
        ],
        total: { low: 95, high: 100, complete: true, fits: true },
        scored: 100,
      },
    ]);
  });
  test('which assessments test what', () => {
    const { alignment } = standingIn(text);
    expect(alignment.assessments.map(({ name, use }) => [name, use])).toEqual([
      ['exam', 'summative'],
      ['drill', 'formative'],
    ]);
    expect(alignment.domains.map(({ testedBy }) => testedBy)).toEqual([[0], [0]]);
  });
  test('what is taught and tested in a certificate program', () => {
    const { alignment } = standingIn(
      'certificate WF "Widget Fundamentals" {\noutcome o1 "One" { level: apply }; outcome o2 "Two"\n' +
        'module m1 "First" { teaches: o1; hours: 1.5hours }; module m2 "Second" { teaches: o1, o2; hours: 1 hour }\nassessment t "Test" { measures: o2 }\n}\n',
    );
    expect(alignment.outcomes).toMatchObject([
      { name: 'o1', level: 'apply', taughtBy: [0, 1], testedBy: [] },
      { name: 'o2', taughtBy: [1], testedBy: [0] },
    ]);
    expect(alignment.modules.map(({ hours }) => hours)).toEqual(['1.5 hours', '1 hour']);
  });
});

describe('what to do next', () => {
  test('errors, warnings, what is overdue, what a standard asks, holes; each once', () => {
    const { next } = standingIn(
      certification(
        '  goal: acquire-competence\n  owner: ?\n  milestone "Pilot" { stage: deliver; due: 2024 }\n' +
          '  accreditation { standard: NCCA-2021; status: planned }',
      ),
    );
    const at = (rule: RegExp): number => next.findIndex(one => rule.test(`${one.severity} ${one.rule ?? one.text}`));
    const order = [at(/^error certification\/goal/), at(/^warning /), at(/overdue|Overdue/), at(/ncca-2021\//), at(/language\/hole/)];
    expect(order.every(one => one >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(next.map(({ text }) => text)).size).toBe(next.length);
    expect(next.filter(({ text, rule }) => /Pilot/.test(text) || rule === 'time/overdue')).toHaveLength(1);
  });

  test('a program of undecided kind is asked the questions that tell its path, and by no standard', () => {
    const standing = standingIn('program P "Program" { purpose: build-capacity }\n');
    expect(standing.next[0]).toMatchObject({ rule: 'program/path', text: expect.stringMatching(/^State the goal/) });
    expect(standing.readiness).toEqual([]);
    expect(standing.path.fits).toBe('undecided');
  });
});

test('what is silenced is listed with its reason; an ignore that silences nothing is not', () => {
  const { ignored } = standingIn(
    certification(
      '  // cred-ignore certification/goal: The board decides in May\n  goal: acquire-competence\n' +
        '  // cred-ignore measurement/equating-missing: there is one form\n  scope: broad',
    ),
  );
  expect(ignored).toMatchObject([
    {
      rules: ['certification/goal'],
      reason: 'The board decides in May',
      at: { uri: 'a.cred', range: { start: { line: 1, character: 2 } } },
    },
  ]);
});
