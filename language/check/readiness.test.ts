import { describe, expect, test } from 'vitest';
import { DAY, projectOf } from '../../test/expect.ts';
import type { ClauseState, FeatureState, Readiness } from '../analysis/judging/readiness.ts';
import { standardNamed } from '../standards/index.ts';
import { readiness, standardsFor } from './readiness.ts';
import { withoutHoles } from './without-holes.ts';

const judged = (feature: string, program: string, { owner = '', kind = 'certification', today = DAY } = {}): Readiness => {
  const project = projectOf(
    {
      'standard.cred': `standard OUR-1 "Our rules" { clause S1 "One" { number: "1"\n${feature}\n} }`,
      'owner.cred': `organization O "Owner" { ${owner} }`,
      'a.cred': `${kind} X "Thing" {\nowner: O\n${program}\n}`,
    },
    today,
  );
  const file = project.file('a.cred')!;
  return readiness(file.programs[0]!, project.top('OUR-1')[0]!, { file, names: project, host: project.host });
};
const clauseOf = (...asked: Parameters<typeof judged>): ClauseState => judged(...asked).clauses[0]!;
const featureOf = (properties: string, ...rest: [program: string, around?: Parameters<typeof judged>[2]]): FeatureState =>
  clauseOf(`feature f "F" { ${properties} }`, ...rest).features[0]!;
const statusOf = (...asked: Parameters<typeof featureOf>): string => featureOf(...asked).status;

describe('a feature', () => {
  test('needs: all of it', () => {
    const needs = 'needs: job-analysis.conducted, job-analysis.method';
    expect(statusOf(needs, 'job-analysis { conducted: 2024; method: survey }')).toBe('shown');
    expect(featureOf(needs, 'job-analysis { conducted: 2024 }')).toMatchObject({ status: 'missing', lacks: ['job-analysis.method'] });
    expect(featureOf(needs, '').lacks).toEqual(['job-analysis.conducted', 'job-analysis.method']);
  });

  test('any-of: one of it', () => {
    const any = 'any-of: register.public.yes, award.verification';
    expect(statusOf(any, 'award { verification: "https://a.example" }')).toBe('shown');
    expect(statusOf(any, 'register { public: yes }')).toBe('shown');
    expect(featureOf(any, 'register { public: no }')).toMatchObject({ status: 'missing', lacks: ['register.public.yes'] });
  });

  test('a hole never shows it, and is known to be missing', () => {
    expect(statusOf('needs: job-analysis.conducted', 'job-analysis { conducted: ? }')).toBe('hole');
    expect(statusOf('needs: policy.covers.appeals', 'policy { covers: complaints, ? }')).toBe('hole');
    expect(statusOf('needs: job-analysis.conducted, domain.weight', 'job-analysis { conducted: ? }')).toBe('missing');
    expect(statusOf('needs: outcome', 'outcome outcome1 ?')).toBe('hole');
  });

  test('a value that cannot be read counts as a hole', () => {
    expect(statusOf('needs: job-analysis.conducted', 'job-analysis { conducted: 2023-02-30 }')).toBe('hole');
  });

  test('a block of which all else is a hole is only announced', () => {
    expect(statusOf('needs: policy.covers.appeals', 'policy "To come" { covers: appeals; document: ? }')).toBe('hole');
    expect(statusOf('needs: policy.covers.appeals', 'policy { covers: appeals; approved: 2024; document: ? }')).toBe('shown');
    expect(statusOf('needs: policy.covers.appeals', 'policy { covers: appeals }')).toBe('shown');
  });

  test('is, at-least and within look at the value at the end of the last path', () => {
    expect(statusOf('needs: job-analysis.summary-published; is: yes', 'job-analysis { summary-published: no }')).toBe('missing');
    expect(statusOf('needs: job-analysis.summary-published; is: yes', 'job-analysis { summary-published: yes }')).toBe('shown');
    expect(statusOf('needs: panel.size; at-least: 6', 'panel { size: 5 }')).toBe('missing');
    expect(statusOf('needs: panel.size; at-least: 6', 'panel { size: 6 }')).toBe('shown');
    expect(statusOf('needs: module.hours; at-least: 10 contact-hours', 'module m "M" { hours: 1 CEU }')).toBe('shown');
    expect(statusOf('needs: fee; at-least: 100 USD', 'fee: 120 USD')).toBe('shown');
    expect(statusOf('needs: fee; at-least: 100 USD', 'fee: 120 EUR')).toBe('missing');
    expect(statusOf('needs: eligibility.experience; at-least: 2 years', 'eligibility { experience: 4000 hours }')).toBe('missing');
    expect(statusOf('needs: job-analysis.conducted; within: 5 years', 'job-analysis { conducted: 2021 }')).toBe('shown');
    expect(statusOf('needs: job-analysis.conducted; within: 5 years', 'job-analysis { conducted: 2020 }')).toBe('missing');
    expect(statusOf('needs: job-analysis.conducted; within: 5 years', 'job-analysis { conducted: 2020 }', { today: '2025-12-31' })).toBe(
      'shown',
    );
  });

  test('each: every block of the kind', () => {
    const each = 'needs: assessment.standard-setting.method; each: assessment';
    expect(statusOf(each, 'assessment a { standard-setting { method: ebel } }; assessment b { items: 9 }')).toBe('missing');
    expect(statusOf(each, 'assessment a { standard-setting { method: ebel } }; assessment b { standard-setting { method: ? } }')).toBe(
      'hole',
    );
    expect(statusOf(each, 'assessment a { standard-setting { method: ebel } }; assessment b { use: formative }')).toBe('shown');
    expect(statusOf(each, '')).toBe('missing');
  });

  test('passes: rules find nothing, and have something to look at', () => {
    const weights = 'needs: domain.weight; passes: "alignment/weights-sum"';
    const exam = 'assessment exam { measures: a }';
    expect(statusOf(weights, `domain a "A" { weight: 100% }; ${exam}`)).toBe('shown');
    expect(featureOf(weights, `domain a "A" { weight: 90% }; ${exam}`)).toMatchObject({
      status: 'missing',
      lacks: [],
      failed: ['alignment/weights-sum'],
    });
    expect(statusOf('passes: "certification/goal"', 'goal: validate-competence')).toBe('shown');
    expect(statusOf('passes: "certificate/goal"', 'goal: validate-competence')).toBe('missing');
    expect(statusOf('passes: "certificate/goal", "certification/goal"', 'goal: validate-competence')).toBe('shown');
    expect(statusOf('passes: "no/such-rule"', 'goal: validate-competence')).toBe('missing');
  });

  test('passes: what rules ask of an owner is not shown while the owner is not known', () => {
    const apart = 'feature f "F" { passes: "portfolio/separation-missing", "certification/goal" }';
    const body = 'feature f "F" { needs: body.autonomous.yes }';
    const state = (feature: string, owner: string): unknown[] => {
      const text = `standard OUR-1 "Our rules" { clause S1 "One" {\n${feature}\n} }\ncertification X "Thing" { ${owner}; goal: validate-competence }`;
      const project = projectOf({ 'a.cred': text });
      const file = project.file('a.cred')!;
      const judged = readiness(file.programs[0]!, project.top('OUR-1')[0]!, { file, names: project, host: project.host });
      const { status, lacks, failed } = judged.clauses[0]!.features[0]!;
      return [status, lacks, failed];
    };
    expect(state(apart, '')).toEqual(['missing', ['owner'], []]);
    expect(state(body, '')).toEqual(['missing', ['body.autonomous.yes'], []]);
    for (const feature of [apart, body]) {
      expect(state(feature, 'owner: ?')).toEqual(['hole', [], []]);
      expect(state(feature, 'owner: SOMEBODY-ELSE')).toEqual(['hole', [], []]);
    }
    expect(statusOf('passes: "portfolio/separation-missing"', 'goal: validate-competence')).toBe('shown');
  });

  test('passes: a rule that is silent because of a hole shows nothing yet', () => {
    const forms = 'needs: assessment.forms; passes: "measurement/equating-missing"';
    expect(statusOf(forms, 'assessment a { forms: 3; equating: ? }')).toBe('hole');
    expect(statusOf(forms, 'assessment a { forms: 3; equating: irt; duration: ? }')).toBe('shown');
    expect(statusOf('passes: "certification/purpose"', 'purpose: ?')).toBe('hole');
    const measured = 'needs: assessment.measures; passes: "alignment/domain-not-assessed"';
    const domains = 'domain a "A" { weight: 50% }; domain b "B" { weight: 50% }; assessment e';
    expect(statusOf(measured, `${domains} { measures: a, ? }`)).toBe('hole');
    expect(statusOf(measured, `${domains} { measures: a, b; items: ? }`)).toBe('shown');
    // A block of holes is only announced.
    const upkeep = 'any-of: maintenance, award; passes: "certification/maintenance"';
    expect(statusOf(upkeep, 'award "A" { type: designation }; maintenance { cycle: ? }')).toBe('hole');
  });

  test('passes: also one in what the owner says, in the same file or in another', () => {
    const apart = 'passes: "portfolio/separation-missing", "portfolio/separation-incomplete"';
    const topics = (says: string): string =>
      `separation { ${['staff', 'decisions', 'content', 'finances', 'promotion'].map(topic => `${topic}: ${says}`).join('; ')} }`;
    const taught = '}\ncertificate C "Course" { owner: O';
    for (const [says, status] of [
      ['?', 'hole'],
      ['yes', 'shown'],
    ] as const) {
      expect(statusOf(apart, taught, { owner: topics(says) })).toBe(status);
      expect(statusOf(apart, topics(says) + taught)).toBe(status);
    }
    // Nothing is to be kept apart from a certification that stands alone.
    expect(statusOf(apart, '', { owner: topics('?') })).toBe('shown');
  });

  test('what is judged is as it was afterwards', () => {
    const text = 'outcome later ?; module m "M" { teaches: a, ? }; assessment e { forms: 3; equating: ? }';
    const file = projectOf({ 'a.cred': `certificate X "Thing" { ${text} }` }).file('a.cred')!;
    const before = file.blocks.map(block => [block.children.length, block.openKeys]);
    const [program] = file.programs;
    const around = { file, names: projectOf({}), host: projectOf({}).host };
    readiness(program!, standardNamed('ICE-1100-2019')!, around);
    expect(file.blocks.map(block => [block.children.length, block.openKeys])).toEqual(before);
    expect(program!.all('assessment')[0]!.equating?.isHole).toBe(true);
    expect(program!.all('module')[0]!.teaches?.items).toHaveLength(2);
    // A view without holes has names of its own.
    const [top] = file.blocks;
    const view = withoutHoles([top!], [], file, projectOf({}))!;
    expect(view.block(top!).bearing('later')).toHaveLength(0);
    expect(top!.bearing('later')).toHaveLength(1);
    expect(view.file.named(view.block(top!))?.path).toBe('X');
  });

  test('the latest study counts, and an assessment whose time is over does not', () => {
    const studies = 'job-analysis { conducted: 2019; summary-published: yes }; job-analysis { conducted: 2024; summary-published: no }';
    expect(statusOf('needs: job-analysis.summary-published.yes', studies)).toBe('missing');
    // By its last day: a study of the whole year is not known to be older than one of its months.
    const year = 'job-analysis { conducted: 2024-05; summary-published: no }; job-analysis { conducted: 2024; summary-published: yes }';
    expect(statusOf('needs: job-analysis.summary-published.yes', year)).toBe('shown');
    const results = 'results { period: 2023; reliability: 0.9 }; results { period: 2024; reliability: 0.7 }';
    expect(statusOf('needs: results.reliability; at-least: 0.8', results)).toBe('missing');
    const old = 'assessment old { until: 2024; proctored: no }; assessment young { proctored: yes }';
    expect(statusOf('needs: assessment.proctored.yes; each: assessment', old)).toBe('shown');
  });

  test('a property of the program itself, and a default', () => {
    expect(statusOf('needs: goal.validate-competence', 'goal: validate-competence')).toBe('shown');
    expect(statusOf('needs: assessment.use.summative', 'assessment a { items: 9 }')).toBe('shown');
    expect(statusOf('needs: status; is: operating', '')).toBe('shown');
    expect(statusOf('needs: status; is: operating', 'status: ?')).toBe('hole');
    expect(statusOf('needs: module.required.yes', 'module m "M"', { kind: 'certificate' })).toBe('shown');
    expect(statusOf('needs: module.required.yes', 'module m "M"')).toBe('missing');
  });

  test('a study whose date is still to come may be the latest: it takes nothing away, and shows nothing yet', () => {
    const older = 'job-analysis { conducted: 2019; method: survey }';
    const studies = (members: string): string => `${older}; job-analysis { conducted: ?; ${members} }`;
    expect(statusOf('needs: job-analysis.method', studies(''))).toBe('shown');
    expect(statusOf('needs: job-analysis.summary-published.yes', studies('summary-published: yes'))).toBe('hole');
    expect(statusOf('needs: job-analysis.summary-published.yes', studies(''))).toBe('missing');
    expect(statusOf('needs: job-analysis.conducted; within: 5 years', studies(''))).toBe('hole');
    expect(
      statusOf('needs: job-analysis.summary-published.yes', 'job-analysis { conducted: ?; method: survey; summary-published: yes }'),
    ).toBe('shown');
  });

  test('what its owner says in another file', () => {
    const autonomous = 'needs: body.autonomous.yes';
    const owner = (governs: string): string => `body b "Board" { ${governs}; autonomous: yes; seats: 5 }`;
    expect(statusOf(autonomous, '', { owner: owner('governs: X') })).toBe('shown');
    expect(statusOf(autonomous, '', { owner: owner('seats: 3') })).toBe('shown');
    expect(statusOf(autonomous, '', { owner: `${owner('governs: Y')} }; certificate Y "Course" { owner: O` })).toBe('missing');
    // A name of no program may mean this program, but never shows a feature.
    expect(statusOf(autonomous, '', { owner: owner('governs: Y') })).toBe('shown');
    expect(statusOf('needs: body.governs', '', { owner: owner('governs: Y') })).toBe('hole');
    expect(featureOf('needs: policy.covers.appeals', '', { owner: 'policy { covers: appeals }' }).at).toMatchObject([
      { uri: 'owner.cred' },
    ]);
    expect(statusOf('needs: organization.legal-form', '', { owner: 'legal-form: nonprofit' })).toBe('shown');
    expect(statusOf('needs: organization.legal-form', '', { owner: 'legal-form: ?' })).toBe('hole');
  });

  test('says where it is shown', () => {
    expect(featureOf('needs: goal', 'goal: validate-competence').at).toEqual([
      { uri: 'a.cred', range: { start: { line: 2, character: 6 }, end: { line: 2, character: 25 } } },
    ]);
  });
});

describe('a clause', () => {
  const two = 'feature a "A" { needs: goal }; feature b "B" { needs: scope }';

  test('is met, partly met or missing by its features', () => {
    expect(clauseOf(two, 'goal: validate-competence; scope: broad').status).toBe('met');
    expect(clauseOf(two, 'goal: validate-competence; scope: ?').status).toBe('partly met');
    expect(clauseOf(two, 'goal: ?').status).toBe('missing');
  });

  test('is attested by evidence, its missing features still listed', () => {
    const state = clauseOf(two, 'evidence { supports: OUR-1.S1; document: "a.pdf"; date: 2025-01 }');
    expect(state).toMatchObject({ status: 'attested', evidence: [{ document: 'a.pdf', date: '2025-01', at: { uri: 'a.cred' } }] });
    expect(state.features.map(({ status }) => status)).toEqual(['missing', 'missing']);
    expect(clauseOf(two, 'goal: validate-competence; scope: broad; evidence { supports: OUR-1.S1; note: "N" }').status).toBe('met');
    expect(clauseOf('', '', { owner: 'evidence { supports: OUR-1.S1; document: "b.pdf" }' }).status).toBe('attested');
  });

  test('is open where no feature can settle it and nothing supports it', () => {
    expect(clauseOf('', '').status).toBe('open');
    expect(clauseOf('feature a "A" { advice: "Ask" }', '').status).toBe('open');
    expect(clauseOf('', 'evidence { supports: OUR-1.S1; document: ? }')).toMatchObject({ status: 'open', evidence: [{ pending: true }] });
  });

  test('takes its status from those within it, and only leaves are counted', () => {
    const nested = (program: string): Readiness =>
      judged('clause a "A" { feature f "F" { needs: goal } }; clause b "B" { feature f "F" { needs: scope } }; clause c "C"', program);
    expect(nested('goal: validate-competence')).toMatchObject({ met: 1, attested: 0, total: 3, clauses: [{ status: 'partly met' }] });
    expect(nested('').clauses[0]!.status).toBe('missing');
    expect(nested('evidence { supports: OUR-1.S1; document: "all.pdf" }')).toMatchObject({
      attested: 3,
      clauses: [{ status: 'attested' }],
    });
  });

  test('what it asks for itself stands beside the clauses within it', () => {
    const mixed = (program: string): Readiness =>
      judged('feature own "Own" { needs: audience }; clause a "A" { feature f "F" { needs: goal } }', program);
    expect(mixed('goal: validate-competence')).toMatchObject({
      met: 1,
      total: 2,
      clauses: [
        {
          status: 'partly met',
          features: [],
          clauses: [
            { id: 'our-1/S1', status: 'missing' },
            { id: 'our-1/a', status: 'met' },
          ],
        },
      ],
    });
    expect(mixed('goal: validate-competence; audience: "All"')).toMatchObject({ met: 2, clauses: [{ status: 'met' }] });
    expect(mixed('evidence { supports: OUR-1.S1; note: "N" }')).toMatchObject({ attested: 2, clauses: [{ status: 'attested' }] });
  });

  test('tells of an ignore and its reason', () => {
    const ignored = clauseOf(two, '// cred-ignore our-1/*: next year\naccreditation { standard: OUR-1; status: seeking }').ignored;
    expect(ignored).toMatchObject({ reason: 'next year', at: { uri: 'a.cred', range: { start: { line: 2 } } } });
  });
});

test('the claim is what the program says of the standard', () => {
  const claim = (accreditation: string) => judged('', accreditation).claim;
  expect(claim('')).toBe('asked');
  expect(claim('accreditation { standard: OUR-1; status: ? }')).toBe('asked');
  expect(claim('accreditation { standard: OUR-1; status: lapsed }; accreditation { standard: OUR-1; status: seeking }')).toBe('seeking');
  expect(judged('', 'accreditation { standard: OUR-1; status: planned }').at).toMatchObject({
    uri: 'a.cred',
    range: { start: { line: 2 } },
  });
});

test('which standards a program may be judged by', () => {
  const names = (kind: string, members = '', today = DAY) => {
    const project = projectOf({ 'a.cred': `standard OUR-1 "Our rules"\n${kind} X "Thing" { ${members} }` }, today);
    const file = project.file('a.cred')!;
    return standardsFor(file.programs[0]!, { file, names: project, host: project.host }).map(
      ({ standard, claim }) => `${standard.name} ${claim}`,
    );
  };
  expect(
    names(
      'certification',
      'accreditation { standard: ISO-17024-2012; status: lapsed }; accreditation { standard: OUR-1; status: seeking }',
    ),
  ).toEqual(['OUR-1 seeking', 'ISO-17024-2012 lapsed', 'NCCA-2021 asked', 'DEFINING-FEATURES asked']);
  expect(names('certification', '', '2026-06-01')).toEqual(['NCCA-2021 asked', 'ISO-17024-2026 asked', 'DEFINING-FEATURES asked']);
  expect(names('certificate')).toEqual(['ICE-1100-2019 asked', 'ASTM-E2659-2024 asked', 'DEFINING-FEATURES asked']);
  expect(names('attendance')).toEqual([]);
});
