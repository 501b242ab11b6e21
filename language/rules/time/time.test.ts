import { describe, expect, test } from 'vitest';
import { projectOf } from '../../../test/expect.ts';
import { plainHost } from '../../findings/host.ts';
import { NO_CONFIG, readConfig } from '../../project/config.ts';
import { Project } from '../../project/project.ts';

const found = (body: string, today = '2026-01-15', head = 'certification CWT "Widget Technician"', config = '{}'): string[] => {
  const { limit } = config === '{}' ? NO_CONFIG : readConfig(config);
  const project = new Project({ ...plainHost(today), limit });
  project.set('a.cred', `${head} {\n${body}\n}\n`, true);
  return project
    .findings('a.cred')
    .filter(({ rule }) => rule.startsWith('time/'))
    .map(({ rule, severity }) => `${severity} ${rule.slice('time/'.length)}`);
};

describe('order', () => {
  test.each([
    ['granted: 2026-03; expires: 2026', false],
    ['granted: 2026; expires: 2026-03', false],
    ['granted: 2026-04; expires: 2026-03', true],
    ['granted: 2026-03-02; expires: 2026-03-01', true],
    ['granted: 2026-03-01; expires: 2026-03-01', false],
    ['granted: ?; expires: 2020', false],
  ])('%s', (body, wrong) =>
    expect(found(`accreditation { standard: NCCA-2021; status: lapsed; ${body} }`, '2030-01-01').includes('error order')).toBe(wrong),
  );

  test('one slip, one finding: what cannot have been granted yet is told by its date alone', () => {
    const dates = (body: string) => found(`accreditation { standard: NCCA-2021; status: accredited; ${body} }`);
    expect(dates('granted: 2030; expires: 2028')).toEqual(['error future']);
    expect(dates('granted: 2025; expires: 2021')).toEqual(['error order']);
  });

  test('of a program and of an assessment', () => {
    expect(found('effective: 2026\nuntil: 2025\nassessment e "E" { effective: 2024-02; until: 2024-01 }')).toEqual([
      'error order',
      'error order',
    ]);
  });
});

describe('future', () => {
  test.each([
    ['2026-01-15', '2026-01-15', false],
    ['2026-01-16', '2026-01-15', true],
    ['2026-01', '2026-01-15', false],
    ['2026', '2026-01-15', false],
    ['2026-02', '2026-01-15', true],
    ['2027', '2026-12-31', true],
    ['?', '2026-01-15', false],
  ])('conducted %s on %s', (date, today, wrong) =>
    expect(found(`job-analysis { conducted: ${date} }`, today).includes('error future')).toBe(wrong),
  );

  test('of an organization too, and of a planned program', () => {
    expect(found('policy { approved: 2027 }', undefined, 'organization O "O"')).toEqual(['error future']);
    expect(found('status: planned\nmilestone "M" { done: 2027 }')).toEqual(['error future']);
  });
});

test('an accreditation expires at the end of its last day', () => {
  const held = (expires: string, status = 'accredited') => `accreditation { standard: NCCA-2021; status: ${status}; expires: ${expires} }`;
  expect(found(held('2026-01-14'))).toContain('warning accreditation-expired');
  for (const fine of [held('2026-01-15'), held('2026-01'), held('2026'), held('?'), held('2020', 'lapsed')])
    expect(found(fine)).not.toContain('warning accreditation-expired');
});

test('an expired accreditation beside its renewal is history', () => {
  const beside = (renewal: string) =>
    found(
      `accreditation { standard: NCCA-2014; procedure: "NCCA"; status: accredited; granted: 2016-01; expires: 2021-01 }\naccreditation { ${renewal} }`,
    ).filter(one => one.endsWith('accreditation-expired')).length;
  expect(beside('standard: NCCA-2021; procedure: "NCCA"; status: accredited; granted: 2021-01; expires: 2026-01')).toBe(0);
  expect(beside('standard: NCCA-2014; status: accredited; granted: 2021-01')).toBe(0);
  expect(beside('standard: NCCA-2021; status: accredited; expires: 2027-01')).toBe(1);
  expect(beside('standard: NCCA-2014; status: seeking')).toBe(1);
  expect(beside('standard: NCCA-2014; status: accredited; expires: 2025-12')).toBe(2);
});

describe('the age of a job analysis', () => {
  const aged = (body: string, today?: string, config?: string): boolean =>
    found(body, today, undefined, config).includes('information job-analysis-age');
  test('five years after its last day', () => {
    expect(aged('job-analysis { conducted: 2021-01-15 }')).toBe(false);
    expect(aged('job-analysis { conducted: 2021-01-14 }')).toBe(true);
    expect(aged('job-analysis { conducted: 2021 }')).toBe(false);
    expect(aged('job-analysis { conducted: 2020-02-29 }', '2025-02-28')).toBe(false);
    expect(aged('job-analysis { conducted: 2020-02-29 }', '2025-03-01')).toBe(true);
  });
  test('the newest counts; with next-due, or a hole, none', () => {
    expect(aged('job-analysis { conducted: 2010 }\njob-analysis { conducted: 2024 }')).toBe(false);
    expect(aged('job-analysis { conducted: 2010; next-due: ? }')).toBe(false);
    expect(aged('job-analysis { conducted: ? }')).toBe(false);
    expect(aged('job-analysis { conducted: 2010 }\njob-analysis { conducted: ? }')).toBe(false);
    expect(aged('job-analysis { conducted: 2010 }\njob-analysis { method: survey }')).toBe(false);
    expect(aged('job-analysis { conducted: 2010; method: survey }\njob-analysis { conducted: 2010; method: panel; next-due: ? }')).toBe(
      false,
    );
  });
  test('of a version of the program that has ended, nothing', () => {
    expect(aged('until: 2020\njob-analysis { conducted: 2010 }')).toBe(false);
    expect(aged('until: 2026\njob-analysis { conducted: 2010 }')).toBe(true);
  });
  test('as cred.json says', () => {
    const seven = '{"limits": {"time/job-analysis-age": 7}}';
    expect(aged('job-analysis { conducted: 2019-06 }', undefined, seven)).toBe(false);
    expect(aged('job-analysis { conducted: 2018-06 }', undefined, seven)).toBe(true);
  });
  test('not of a certificate, nor of a program that is retired, suspended or of undecided kind', () => {
    expect(found('job-analysis { conducted: 2010 }', undefined, 'certificate C "C"')).toEqual([]);
    expect(found('job-analysis { conducted: 2010 }', undefined, 'program P "P"')).toEqual([]);
    for (const status of ['retired', 'suspended']) expect(aged(`status: ${status}\njob-analysis { conducted: 2010 }`)).toBe(false);
    expect(aged('status: planned\njob-analysis { conducted: 2010 }')).toBe(true);
  });
});

describe('the age of a passing score', () => {
  const aged = (analyses: readonly string[], study: string): boolean =>
    found(
      `${analyses.map(date => `job-analysis { conducted: ${date} }`).join('\n')}\nassessment e "E" { standard-setting { ${study} } }`,
    ).some(one => one.endsWith('standard-setting-age'));
  test.each([
    [['2024-06'], 'conducted: 2024-05', true],
    [['2024-06'], 'conducted: 2024-06', false],
    [['2024'], 'conducted: 2024', false],
    [['2015', '2024-06'], 'conducted: 2022-07', false],
    [['2015', '2024-06'], 'conducted: 2022-05', true],
    [['2024-06'], 'conducted: 2020; next-due: 2027', false],
    [['2024-06'], 'conducted: 2020; next-due: ?', false],
    [['2024-06'], 'conducted: 2020; next-due: 2029', true],
    [['2024-06', '?'], 'conducted: 2020', false],
    [['2024-06'], 'conducted: ?', false],
    [[], 'conducted: 2001', false],
    [['2030'], 'conducted: 2020', false],
    [['2024-06'], 'conducted: 2020 }\nstandard-setting { conducted: 2025', false],
    [['2024-06'], 'conducted: 2020 }\nstandard-setting { conducted: ?', false],
  ])('%j, %s', (analyses, study, is) => expect(aged(analyses, study)).toBe(is));
  test.each([
    ['use: formative', false],
    ['until: 2025-12', false],
    ['until: 2026-12', true],
  ])('of an assessment with %s', (more, is) =>
    expect(
      found(`job-analysis { conducted: 2024-06 }\nassessment e "E" { ${more}; standard-setting { conducted: 2020 } }`).includes(
        'warning standard-setting-age',
      ),
    ).toBe(is),
  );
  test('an outline that another takes the place of keeps its own', () => {
    const outlines = (replaces: string) =>
      found(
        `job-analysis { conducted: 2024 }\nassessment old "Old" { version: "1"; standard-setting { conducted: 2020 } }\nassessment new "New" { version: "2"; ${replaces}; standard-setting { conducted: 2025 } }`,
      );
    expect(outlines('replaces: old')).not.toContain('warning standard-setting-age');
    expect(outlines('effective: 2026')).toContain('warning standard-setting-age');
  });
  test('a warning once the analysis is more than a year old', () => {
    expect(found('job-analysis { conducted: 2025-06 }\nassessment e "E" { standard-setting { conducted: 2020 } }')).toContain(
      'information standard-setting-age',
    );
    expect(found('job-analysis { conducted: 2024-06 }\nassessment e "E" { standard-setting { conducted: 2020 } }')).toContain(
      'warning standard-setting-age',
    );
  });
  test('as cred.json says', () => {
    const body =
      'job-analysis { conducted: 2015 }\njob-analysis { conducted: 2024 }\nassessment e "E" { standard-setting { conducted: 2020 } }';
    const years = (config?: string) => found(body, undefined, undefined, config).some(one => one.endsWith('standard-setting-age'));
    expect(years()).toBe(true);
    expect(years('{"limits": {"time/standard-setting-age": 4}}')).toBe(false);
  });
});

describe('overdue', () => {
  test.each([
    ['milestone "M" { due: 2025-12 }', 1],
    ['milestone "M" { due: 2026-01 }', 0],
    ['milestone "M" { due: 2020; done: ? }', 0],
    ['needs-analysis { conducted: 2020; next-due: 2025 }', 1],
    ['job-analysis { conducted: 2012; next-due: 2017 }\njob-analysis { conducted: 2024; next-due: 2029 }', 0],
    ['policy { covers: appeals; approved: 2020; review-every: ? }', 0],
    ['policy { covers: appeals; reviewed: 2024-01-31; review-every: 2 years }', 0],
    ['policy { covers: appeals; reviewed: 2023-12-31; review-every: 24 months }', 1],
    ['policy { covers: appeals; approved: 2015; reviewed: 2025; review-every: 2 years }', 0],
    [
      'evaluation { type: quality-review; conducted: 2020; every: 1 year }\nevaluation { type: quality-review; conducted: 2025-06; every: 1 year }',
      0,
    ],
    [
      'evaluation { type: quality-review; conducted: 2020; every: 1 year }\nevaluation { type: psychometric-review; conducted: 2025-06; every: 1 year }',
      1,
    ],
    ['evaluation { type: quality-review; conducted: 2020; every: 1 year }\nevaluation { conducted: 2025-06 }', 0],
    ['evaluation { type: quality-review; conducted: 2020; every: 1 year }\nevaluation { type: quality-review; conducted: ? }', 0],
    ['evaluation { type: quality-review; conducted: 2020; every: 3000000 years }', 0],
    ['evaluation { type: quality-review; conducted: 2020; every: 60 hours }', 0],
    ['job-analysis { conducted: 2018; next-due: 2023 }\njob-analysis { conducted: ? }', 0],
    ['job-analysis { next-due: 2023 }', 1],
    ['assessment e "E" { standard-setting { conducted: 2018; next-due: 2023 } }', 1],
    ['assessment e "E" { until: 2024; standard-setting { conducted: 2018; next-due: 2023 } }', 0],
    ['policy { covers: appeals; approved: 2015; reviewed: ?; review-every: 2 years }', 0],
    ['policy { covers: appeals; reviewed: 2019; approved: 2025-06; review-every: 2 years }', 0],
    ['policy { covers: appeals; approved: 2025; review-every: 1 year }', 0],
    ['policy { covers: appeals; approved: 2025-12-14; review-every: 1 month }', 1],
    ['policy { covers: appeals; approved: 2025-12-15; review-every: 1 month }', 0],
    ['status: retired\nmilestone "M" { due: 2025-12 }', 0],
    ['until: 2025-12\nmilestone "M" { due: 2025-11 }', 0],
  ])('%s', (body, count) => expect(found(body).filter(one => one === 'information overdue')).toHaveLength(count));

  test('no age is told beside it', () => {
    expect(found('job-analysis { conducted: 2010; next-due: 2015 }')).toEqual(['information overdue']);
    expect(
      found('job-analysis { conducted: 2024; next-due: 2029 }\nassessment e "E" { standard-setting { conducted: 2019; next-due: 2024 } }'),
    ).toEqual(['information overdue']);
  });

  test('of an organization, and in words that name it', () => {
    expect(found('policy { approved: 2020; review-every: 2 years }', undefined, 'organization O "O"')).toEqual(['information overdue']);
    const project = projectOf(
      { 'a.cred': 'organization O "O" {\n  policy "Rights" { approved: 2020-02-29; review-every: 1 year }\n}\n' },
      '2026-01-15',
    );
    expect(project.findings('a.cred').find(({ rule }) => rule === 'time/overdue')?.message).toBe(
      '"Rights" was last approved on 2020-02-29; a review was due on 2021-02-28. State the date if it is done, or how often it is done now.',
    );
  });
});

describe('a deadline', () => {
  const near = (due: string, config?: string): boolean =>
    found(`accreditation { standard: NCCA-2021; status: seeking; application-due: ${due} }`, undefined, undefined, config).includes(
      'information accreditation-deadline',
    );
  test.each([
    ['2026-04-15', true],
    ['2026-04-16', false],
    ['2026-04', false],
    ['2026-03', true],
    ['2025', true],
    ['?', false],
  ])('%s', (due, is) => expect(near(due)).toBe(is));
  test('as cred.json says', () => expect(near('2026-06-01', '{"limits": {"time/accreditation-deadline": 180}}')).toBe(true));
});

test('a deadline without an application is nobody’s', () => {
  for (const status of ['planned', 'accredited', 'lapsed'])
    expect(found(`accreditation { status: ${status}; application-due: 2025 }`)).not.toContain('information accreditation-deadline');
});

describe('too early for the NCCA', () => {
  const early = (launched: string, candidates: string, due = '2026-04-30', standard = 'NCCA-2021'): boolean =>
    found(
      `launched: ${launched}\nresults { candidates: ${candidates} }\naccreditation { standard: ${standard}; status: seeking; application-due: ${due} }`,
    ).includes('information too-early');
  test.each([
    ['2025-06', '499', true],
    ['2025-06', '500', false],
    ['2025-04-30', '10', false],
    ['2025-05-01', '10', true],
    ['2025-04', '10', false],
    ['2025', '10', false],
    ['2025-06', '?', false],
    ['?', '10', false],
  ])('launched %s, %s candidates', (launched, candidates, is) => expect(early(launched, candidates)).toBe(is));
  test('another standard, and a deadline that is open', () => {
    expect(early('2025-06', '10', '2026-04-30', 'ISO-17024-2026')).toBe(false);
    expect(early('2025-06', '10', '?')).toBe(false);
  });
});

describe('a withdrawn standard', () => {
  const said = (standard: string, today: string, status = 'planned') => {
    const project = projectOf(
      { 'a.cred': `certification C "C" {\naccreditation { standard: ${standard}; status: ${status} }\n}\n` },
      today,
    );
    return project.findings('a.cred').find(({ rule }) => rule === 'time/standard-withdrawn');
  };
  test('from the day after, with what takes its place', () => {
    expect(said('NCCA-2014', '2023-01-31')).toBeUndefined();
    expect(said('NCCA-2014', '2023-02-01')?.message).toContain('and "NCCA-2021" takes its place');
    expect(said('NCCA-2014', '2023-02-01')?.fixes.map(({ title }) => title)).toEqual(['Write "NCCA-2021"']);
    expect(said('NCCA-2014', '2023-02-01')?.message).toContain('The transition ran until 2023-01-31. Prepare for the edition in use.');
    expect(said('NCCA-2021', '2030-01-01')).toBeUndefined();
  });
  test('who holds it asks the accreditor, and gets no fix', () => {
    expect(said('ISO-17024-2012', '2026-06-01', 'accredited')?.message).toContain('Ask the accreditor');
    expect(said('ISO-17024-2012', '2026-06-01', 'accredited')?.fixes).toEqual([]);
    expect(said('ISO-17024-2012', '2026-06-01', 'lapsed')).toBeUndefined();
  });
  test('the transition of a standard of the project', () => {
    const files = {
      's.cred': 'standard OWN "Own" { accredits: certification; withdrawn: 2025; transition-until: 2027 }\n',
      'a.cred': 'certification C "C" { accreditation { standard: OWN; status: planned } }\n',
    };
    const at = (today: string) =>
      projectOf(files, today)
        .findings('a.cred')
        .find(({ rule }) => rule === 'time/standard-withdrawn')?.message;
    expect(at('2025-12-31')).toBeUndefined();
    expect(at('2026-01-01')).toContain('The transition runs until 2027.');
    expect(at('2028-01-01')).toContain('The transition ran until 2027.');
  });
  test('one that is replaced without a day, when the next applies', () => {
    const at = (today: string, next: string) =>
      projectOf(
        {
          's.cred': `standard OLD "Old" { accredits: certification; superseded-by: NEW }\nstandard NEW "New" { accredits: certification; ${next} }\n`,
          'a.cred': 'certification C "C" { accreditation { standard: OLD; status: planned } }\n',
        },
        today,
      )
        .findings('a.cred')
        .find(({ rule }) => rule === 'time/standard-withdrawn')?.message;
    expect(at('2026-01-15', 'in-force: 2027')).toBeUndefined();
    expect(at('2026-01-15', 'in-force: 2026-01')).toContain('"NEW" has taken the place of "OLD".');
    expect(at('2026-01-15', 'edition: "2"')).toContain('"NEW" has taken the place of "OLD".');
  });
});
