import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DAY, projectOf } from '../../../test/expect.ts';
import { standingOf } from '../../check/standing-of.ts';
import { isProgramKind, KINDS } from '../../vocabulary/kinds.ts';
import { featurePath } from '../judging/feature-path.ts';
import { STEPS } from '../roadmap-steps.ts';
import { DATES } from '../timeline-dates.ts';
import type { Standing } from './standing.ts';

const of = (files: Readonly<Record<string, string>> | string, { today = DAY, uri = 'a.cred', index = 0 } = {}): Standing => {
  const project = projectOf(typeof files === 'string' ? { 'a.cred': files } : files, today);
  const file = project.file(uri)!;
  return standingOf(file.programs[index]!, { file, names: project, host: project.host, found: project.findings(uri) });
};
const certification = (body: string): string => `certification CWT "Widget Technician" {\n${body}\n}\n`;
const events = ({ timeline }: Standing): string[] => timeline.map(({ what, date, state }) => `${date} ${what}: ${state}`);
const example = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../../../examples', name), 'utf8');

describe('what is said of the program itself', () => {
  test('its owner, status and findings, all with their places', () => {
    const standing = of({
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
    expect([of(text).findings.error, of(text, { index: 1 }).findings.error]).toEqual([1, 0]);
  });

  test('it can be sent: plain data throughout', () => {
    const standing = of({ 'a.cred': example('both/certification.cred'), 'o.cred': example('both/organization.cred') });
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
    expect(events(of(text))).toEqual([
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
    expect(events(of(text, { today: '2025-12-31' }))).toContain('2025-12 Next job analysis: due');
  });

  test('a later study settles what the one before it put down as due', () => {
    const text = certification('job-analysis { conducted: 2015; next-due: 2020 }; job-analysis { conducted: 2021-05; next-due: 2027 }');
    expect(events(of(text))).toEqual(['2015 Job analysis: done', '2021-05 Job analysis: done', '2027 Next job analysis: due']);
  });

  test('a review is due again on a day that there is', () => {
    const review = (reviewed: string, every: string): string | undefined =>
      of(certification(`policy "P" { covers: fees; reviewed: ${reviewed}; review-every: ${every} }`)).timeline.at(-1)?.date;
    expect(review('2024-02-29', '1 year')).toBe('2025-02-28');
    expect(review('2024-11-30', '3 months')).toBe('2025-02-28');
    expect(review('2024', '2 years')).toBe('2026');
    expect(review('2024-11', '18 months')).toBe('2026-05');
    expect(review('2025-12-20', '2 weeks')).toBe('2026-01-03');
    expect(review('2024-07-01', '0.5 years')).toBe('2025-01-01');
  });

  test("the owner's reviews stand in it, with their place in the owner's file", () => {
    const { timeline } = of({
      'a.cred': certification('owner: ABWP'),
      'b.cred': 'organization ABWP "Board" { policy "Privacy" { covers: privacy; reviewed: 2020; review-every: 2 years } }\n',
    });
    expect(timeline).toMatchObject([
      { what: '"Privacy" reviewed', state: 'done', at: { uri: 'b.cred' } },
      { what: 'Review of "Privacy"', date: '2022', state: 'overdue', at: { uri: 'b.cred' } },
    ]);
  });

  test('a retired program owes nothing more', () => {
    expect(events(of(certification('status: retired\njob-analysis { conducted: 2015; next-due: 2020 }')))).toEqual([
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
    const { holes, next } = of(
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
    expect(of(text).specifications).toMatchObject([
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
    const { alignment } = of(text);
    expect(alignment.assessments.map(({ name, use }) => [name, use])).toEqual([
      ['exam', 'summative'],
      ['drill', 'formative'],
    ]);
    expect(alignment.domains.map(({ testedBy }) => testedBy)).toEqual([[0], [0]]);
  });
  test('what is taught and tested in a certificate program', () => {
    const { alignment } = of(
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

describe('the roadmap', () => {
  const step = ({ roadmap }: Standing, what: string) => roadmap.flatMap(({ steps }) => steps).find(one => one.what === what);

  test('a policy alone does not do what has to be done again and again; a milestone tells that it is', () => {
    const written = '  policy { covers: security, recertification; document: "p.pdf" }\n  handbook { covers: administration }';
    for (const what of ['Renewal audits', 'Irregularities']) {
      expect(step(of(certification(written)), what)?.status).toBe('in work');
      expect(
        step(
          of(certification(`${written}\n  milestone "${what}" { stage: ${what.startsWith('R') ? 'maintain' : 'deliver'}; done: 2024 }`)),
          what,
        )?.status,
      ).toBe('done');
    }
  });
  test('a plan whose day has passed is no plan', () => {
    const due = (day: string): string => certification(`  job-analysis { conducted: 2015; method: survey; next-due: ${day} }`);
    expect(step(of(due('2019')), 'Next job analysis')?.status).toBe('missing');
    expect(step(of(due('2039')), 'Next job analysis')?.status).toBe('done');
  });

  test('each kind has its stages in order, and every step names what can be written', () => {
    for (const [kind, stages] of Object.entries(STEPS)) {
      expect(Object.keys(stages), kind).toEqual(['plan', 'design', 'develop', 'deliver', 'maintain']);
      const before = new Set<string>();
      for (const { what, takes, by, after = [], needs = [], anyOf = [], where = [] } of Object.values(stages).flat()) {
        expect([what, takes, by].every(Boolean), `${kind}: ${what}`).toBe(true);
        // Each step comes after the steps that it depends on, so the list can be followed from the top.
        expect(
          after.filter(one => !before.has(one)),
          `${kind}: ${what}`,
        ).toEqual([]);
        before.add(what);
        expect(
          [...needs, ...anyOf, ...where].filter(text => !featurePath(text)),
          `${kind}: ${what}`,
        ).toEqual([]);
      }
    }
  });

  test('done, in work and missing follow what is written', () => {
    const standing = of(
      certification(
        '  status: developing\n  job-analysis { conducted: 2024-05; method: survey }\n  eligibility "Route" { experience: 2 years }\n' +
          '  maintenance { cycle: ?; rationale: ? }',
      ),
    );
    expect(step(standing, 'Job analysis')).toMatchObject({ status: 'done', at: { range: { start: { line: 2 } } } });
    expect(step(standing, 'Eligibility')?.status).toBe('in work');
    expect(step(standing, 'Upkeep')).toMatchObject({ status: 'in work', at: { range: { start: { line: 4, character: 23 } } } });
    expect(step(standing, 'Governing body')?.status).toBe('missing');
    expect(step(standing, 'Opening')?.status).toBe('missing');
  });

  test('one block is not all: every route has its rationale, every examination its study', () => {
    const routes = (second: string): string | undefined =>
      step(
        of(certification(`  eligibility "A" { experience: 2 years; rationale: "So long" }\n  eligibility "B" { ${second} }`)),
        'Eligibility',
      )?.status;
    expect(routes('education: bachelor; rationale: "The same"')).toBe('done');
    expect(routes('education: bachelor')).toBe('in work');
    expect(routes('education: bachelor; rationale: ?')).toBe('in work');
  });

  test('what no description can show is not said, until a milestone with its title says it', () => {
    expect(step(of(certification('  goal: ?')), 'Budget')).toMatchObject({ status: 'not said', after: ['Need and feasibility'] });
    const done = of(certification('  milestone "budget" { stage: plan; done: 2025-03 }'));
    expect(step(done, 'Budget')?.status).toBe('done');
    expect(done.roadmap[0]!.steps.filter(({ what }) => what.toLowerCase() === 'budget')).toHaveLength(1);
  });

  test('an accreditation is there for who wants one, and is never late', () => {
    const standing = of(certification('  milestone "Review" { stage: maintain; due: 2025-03 }'));
    expect(step(standing, 'Accreditation')).toMatchObject({ ifWanted: true, status: 'missing' });
    expect(step(standing, 'Accreditation')).not.toHaveProperty('due');
    expect(step(standing, 'Item bank')).toMatchObject({ due: '2025-03', overdue: true });
  });

  test('raters are trained where performance is judged', () => {
    expect(step(of(certification('  assessment e "E" { format: multiple-choice }')), 'Rater training')).toBeUndefined();
    expect(step(of(certification('  assessment e "E" { format: oral }')), 'Rater training')?.status).toBe('missing');
  });

  test("a stage's open milestones set the day for what it still has to do", () => {
    const standing = of(
      certification(
        '  status: planned\n  purpose: recognize-competence; goal: validate-competence; scope: broad; audience: "Technicians"\n' +
          '  milestone "Charter" { stage: plan; due: 2025-06 }; milestone "Survey" { stage: design; due: 2026-09; done: 2025-11 }',
      ),
    );
    expect(step(standing, 'Owner')).toMatchObject({ status: 'missing', due: '2025-06', overdue: true });
    expect(step(standing, 'Purpose and scope')).not.toHaveProperty('due');
    expect(step(standing, 'Charter')).toMatchObject({ status: 'in work', overdue: true });
    expect(step(standing, 'Survey')).toMatchObject({ status: 'done' });
    expect(step(standing, 'Job analysis')).not.toHaveProperty('due');
  });

  test('a launch ahead is still to come', () => {
    expect(step(of(certification('launched: 2027-01')), 'Opening')?.status).toBe('in work');
    expect(step(of(certification('launched: 2020')), 'Opening')?.status).toBe('done');
    expect(step(of(certification('goal: ?')), 'Opening')?.status).toBe('done');
    expect(step(of(certification('status: ?')), 'Opening')?.status).toBe('missing');
  });
});

describe('an owner of both', () => {
  const files = (separation: string, more = ''): Record<string, string> => ({
    'a.cred': `certification CWT "Certified Widget Technician" {\n  owner: ABWP\n${more}}\n`,
    'b.cred': 'certificate WF "Widget Fundamentals" { owner: ABWP }\n',
    'o.cred': `organization ABWP "Board" {\n  body council "Council" { governs: CWT; autonomous: yes }\n${separation}\n}\n`,
  });
  const states = (standing: Standing): (string | undefined)[] => standing.both?.map(({ status }) => status) ?? [];
  const ALL = 'separation { between: CWT, WF; staff: yes; decisions: yes; content: yes; finances: yes; promotion: yes }';

  const line = (standing: Standing, what: RegExp) => standing.both?.find(one => what.test(one.what));

  test('what is in place, what is open and what is missing, by which rule and where', () => {
    const kept = of(files(ALL));
    expect(states(kept).slice(0, 6)).toEqual(['done', 'done', 'done', 'done', 'done', 'done']);
    expect(line(kept, /governing body/)).toMatchObject({ rule: 'portfolio/autonomy', at: { uri: 'o.cred' } });
    const open = of(files('separation { between: CWT, WF; staff: ?; decisions: no }'));
    expect(states(open).slice(1, 4)).toEqual(['in work', 'missing', 'missing']);
    expect(open.both![1]).toMatchObject({ rule: 'portfolio/separation-incomplete', at: { uri: 'o.cred' } });
    expect(open.both!.map(({ what }) => what).join()).not.toMatch(/accreditation/i);
  });

  test.each([
    ['nothing to buy', /must buy/, `${ALL.slice(0, -1)}; purchase-required: no }`, ''],
    ['no promise to pass', /promise/, `${ALL.slice(0, -1)}; pass-guarantee: no }`, ''],
    ['another way in', /way in/, ALL, '  eligibility "Route" { experience: 2 years }\n'],
    ['the same terms', /same terms/, ALL, '  fee: 100 USD\n'],
    ['appeals of its own', /appeals/, ALL, '  policy { covers: appeals }\n'],
    ['a policy of the owner for it alone', /appeals/, `${ALL}\n policy { for: CWT; covers: appeals }`, ''],
    ['a public statement', /statement/, `${ALL.slice(0, -1)}; document: "https://a.example" }`, ''],
    ['a yearly look', /yearly/, `${ALL}\n evaluation "Impartiality" { conducted: 2026-01; every: 12 months }`, ''],
  ])('%s', (_, what, owner, certified) => {
    expect(line(of(files(ALL)), what)?.status).not.toBe('done');
    expect(line(of(files(owner, certified)), what)?.status).toBe('done');
  });

  test.each([
    ['a way in through the own course only', /way in/, '  eligibility "Route" { holds: WF }\n'],
    ['a price for those alone who took it', /same terms/, '  charge { amount: 100 USD; for: examination; completes: WF }\n'],
  ])('%s breaks it', (_, what, certified) => {
    const broken = line(of(files(ALL, certified)), what);
    expect(broken).toMatchObject({ status: 'missing', at: { uri: 'a.cred' } });
    expect(broken?.rule).toMatch(/^portfolio\//);
  });

  test('somebody who teaches and writes items, or decides', () => {
    const project = (instructor: string): Record<string, string> => ({
      ...files(ALL, '  assessment exam "Exam" { written-by: ann }\n'),
      'b.cred': `certificate WF "Widget Fundamentals" { owner: ABWP; module m "Course" { instructors: ${instructor} } }\nperson ann "Ann"\nperson bo "Bo"\n`,
    });
    expect(line(of(project('ann')), /writes/)).toMatchObject({ status: 'missing', rule: 'portfolio/shared-author', at: { uri: 'b.cred' } });
    expect(line(of(project('bo')), /writes/)?.status).toBe('done');
  });

  test('two studies, one for each side', () => {
    const studied = (needs: string): Record<string, string> => ({
      ...files(ALL, '  job-analysis { conducted: 2024 }\n'),
      'b.cred': `certificate WF "Widget Fundamentals" { owner: ABWP; ${needs} }\n`,
    });
    expect(line(of(studied('needs-analysis { conducted: 2024 }')), /Two studies/)?.status).toBe('done');
    expect(line(of(studied('needs-analysis { conducted: ? }')), /Two studies/)?.status).toBe('in work');
  });

  test('of titles that are still to come nobody knows whether the public can tell them apart', () => {
    const skeleton = { ...files(ALL), 'b.cred': 'certificate WF ? { owner: ABWP }\n' };
    expect(line(of(skeleton), /^Names/)?.status).toBe('in work');
  });

  test('it is seen from either side, and a wall between other programs does not count', () => {
    const project = files('separation { between: CWA, WF; staff: yes }');
    expect(of(project, { uri: 'b.cred' }).both?.[1]).toMatchObject({ status: 'missing' });
    expect(of(project).both?.map(({ what }) => what)).toEqual(of(project, { uri: 'b.cred' }).both?.map(({ what }) => what));
  });

  test('who sets the passing score, or scores candidates, does not teach', () => {
    const taught = (purpose: string, member: string): Standing =>
      of({
        ...files(ALL, `  panel p "P" { purpose: ${purpose}; members: ${member} }\n`),
        'b.cred': 'certificate WF "Widget Fundamentals" { owner: ABWP; module m "M" { instructors: ana } }\n',
        'c.cred': 'person ana "Ana"\nperson ben "Ben"\n',
      });
    const deciding = (standing: Standing) => line(standing, /decides about/)?.status;
    expect(['standard-setting', 'scoring'].map(purpose => deciding(taught(purpose, 'ana')))).toEqual(['missing', 'missing']);
    expect(deciding(taught('scoring', 'ben'))).toBe('done');
    expect(deciding(taught('advisory', 'ana'))).not.toBe('missing');
  });

  test('names that the public cannot tell apart', () => {
    const same = { ...files(ALL), 'b.cred': 'certificate WF "Widget Technician Certificate" { owner: ABWP }\n' };
    expect(of(same).both?.find(({ what }) => what.startsWith('Names'))).toMatchObject({ status: 'missing', at: { uri: 'b.cred' } });
  });

  test('an owner of one kind only has no such list', () => {
    const { 'b.cred': _, ...one } = files(ALL);
    expect(of(one)).not.toHaveProperty('both');
    expect(of({ ...one, 'b.cred': 'attendance WD "Widget Day" { owner: ABWP }\n' })).not.toHaveProperty('both');
    expect(of({ ...one, 'b.cred': 'attendance WD "Widget Day" { owner: ABWP; prepares-for: CWT }\n' }).both).toBeDefined();
  });
});

describe('what to do next', () => {
  test('errors, warnings, what is overdue, what a standard asks, holes; each once', () => {
    const { next } = of(
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
    const standing = of('program P "Program" { purpose: build-capacity }\n');
    expect(standing.next[0]).toMatchObject({ rule: 'program/path', text: expect.stringMatching(/^State the goal/) });
    expect(standing.readiness).toEqual([]);
    expect(standing.path.fits).toBe('undecided');
  });
});

test('what is silenced is listed with its reason; an ignore that silences nothing is not', () => {
  const { ignored } = of(
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
