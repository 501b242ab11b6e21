/** Defects that reviewers find in real programs, each planted in a sound program; and similar texts that have no defect. */
import { describe, expect, test } from 'vitest';
import { projectOf } from './expect.ts';

const SOUND = {
  before: '',
  eligibility: 'eligibility "Experience" { experience: 4000 hours }',
  study: 'job-analysis { conducted: 2024-06; method: survey; respondents: 640; invited: 4100 }',
  domains: 'domain a "A" { weight: 40%; items: 50 }\n domain b "B" { weight: 60%; items: 75 }',
  exam: 'format: multiple-choice\n items: 125\n passing-score: 88 of 125\n reliability: 0.86',
  setting: 'standard-setting { method: modified-angoff; conducted: 2025-02; panelists: 11 }',
  award: 'type: designation; requires: exam; valid-for: 3 years',
  upkeep: 'maintenance { cycle: 3 years; continuing-education: 60 hours; rationale: "Codes change." }',
  more: '',
};
type Part = keyof typeof SOUND;

/** Returns the findings of a changed program that the sound program does not have. */
function found(parts: Partial<Record<Part, string>>): string[] {
  const p = { ...SOUND, ...parts };
  const text = `organization ORG "Board" {
  body council "Council" { governs: CWT; autonomous: yes; public-members: 1 }
  body ethics "Ethics Committee"
}
${p.before}
certification CWT "Certified Widget Technician" {
  owner: ORG
  purpose: recognize-competence
  goal: validate-competence
  scope: broad
  ${p.eligibility}
  ${p.study}
  ${p.domains}
  assessment exam "Examination" {
    measures: a, b
    independent: yes
    ${p.exam}
    ${p.setting}
  }
  award "CWT" { ${p.award} }
  ${p.upkeep}
  register { website: "https://cwt.example"; public: yes }
  policy { covers: complaints, accommodations, nondiscrimination, conflict-of-interest, confidentiality, discipline, appeals }
  ${p.more}
}
`;
  return (
    projectOf({ 'a.cred': text }, '2026-11-30')
      .findings('a.cred')
      // What a sought standard still asks for, and that an edition is withdrawn, is another matter.
      .filter(({ rule }) => !/\d{4}\//.test(rule) && rule !== 'time/standard-withdrawn')
      .map(({ severity, rule }) => `${severity} ${rule}`)
  );
}

const SEMINAR = 'attendance prep "Seminar" { owner: ORG\n module days "Days" }';
const APART = 'separation { between: prep; staff: yes; decisions: yes; content: yes; finances: yes; promotion: yes }';
const TEACHING = `person ana "Ana"
person ben "Ben"
attendance prep "Seminar" { owner: ORG; prepares-for: CWT
  module days "Days" { instructors: ana }
  award "Attendance" { type: attendance; requires: days }
}`;
const COURSE = 'module days "Days" { required: no }';

test('the sound program has no finding', () => expect(found({})).toEqual([]));

describe('defects', () => {
  test.each<[string, Partial<Record<Part, string>>]>([
    ['error program/impossible-counts', { study: 'job-analysis { conducted: 2024; method: survey; respondents: 900; invited: 640 }' }],
    [
      'error program/impossible-counts',
      { upkeep: 'maintenance { cycle: 3 years; continuing-education: 6 CEUs; requirement "S" { amount: 70 contact-hours } }' },
    ],
    [
      'error program/impossible-counts',
      {
        upkeep:
          'maintenance { cycle: 3 years; continuing-education: 20 to 60 hours; requirement "S" { amount: 61 hours; every: 3 years } }',
      },
    ],
    [
      'error program/impossible-counts',
      { before: 'person p "P"\nperson q "Q"', more: 'panel { purpose: item-review; members: p, q, p; size: 1 }' },
    ],
    ['warning alignment/weights-items', { domains: 'domain a "A" { weight: 40%; items: 60 }\n domain b "B" { weight: 60%; items: 65 }' }],
    [
      'information alignment/requirements-sum',
      {
        upkeep:
          'maintenance { cycle: 3 years; continuing-education: 60 hours; rationale: "R"; requirement "S" { amount: 40 hours }; requirement "T" { amount: 30 hours } }',
      },
    ],
    [
      'warning measurement/adaptive-forms',
      {
        exam: 'format: multiple-choice\n items: 80 to 120\n passing-score: 500\n score-scale: 200 to 800\n form-assembly: adaptive\n forms: 3\n equating: irt',
      },
    ],
    [
      'warning measurement/adaptive-forms',
      {
        exam: 'format: multiple-choice\n items: 80 to 120\n passing-score: 500\n score-scale: 200 to 800\n form-assembly: adaptive\n equating: common-item',
      },
    ],
    [
      'warning measurement/rater-agreement',
      { exam: 'format: oral, essay\n passing-score: 70%\n reliability: 0.86\n reliability-method: kr-21' },
    ],
    ['information measurement/rater-agreement', { exam: 'format: multiple-choice, essay\n passing-score: 70%' }],
    ['information measurement/rater-agreement', { exam: 'format: practical\n rubric: "https://cwt.example/rubric"\n passing-score: 70%' }],
    ['information measurement/everyone-passes', { more: 'results { period: 2025; candidates: 100; passed: 100 }' }],
    ['information measurement/everyone-passes', { more: 'results { period: 2025; candidates: 20; passed: 0 }' }],
    ['information measurement/job-analysis-response', { study: 'job-analysis { conducted: 2024; method: survey; respondents: 49 }' }],
    [
      'information measurement/job-analysis-response',
      { study: 'job-analysis { conducted: 2024; method: survey; respondents: 399; invited: 9000 }' },
    ],
    ['information measurement/low-reliability', { exam: `${SOUND.exam}\n decision-consistency: 0.69` }],
    ['warning measurement/standard-setting-missing', { setting: 'standard-setting { conducted: 2025-02; panelists: 11 }' }],
    ['warning measurement/small-panel', { setting: 'standard-setting { method: angoff; conducted: 2025-02; panelists: 3 }' }],
    ['warning time/passing-score-after-use', { exam: `${SOUND.exam}\n effective: 2024-01` }],
    ['information time/passing-score-after-use', { exam: `${SOUND.exam}\n effective: 2024-09` }],
    ['warning time/standard-setting-age', { setting: 'standard-setting { method: angoff; conducted: 2023-02; panelists: 9 }' }],
    [
      'information time/accreditation-deadline',
      { more: 'accreditation { standard: NCCA-2021; status: accredited; granted: 2022-06; expires: 2027-05 }' },
    ],
    [
      'warning portfolio/tied-recertification',
      { before: SEMINAR, upkeep: 'maintenance { cycle: 3 years; completes: prep; rationale: "R" }' },
    ],
    [
      'warning portfolio/tied-recertification',
      { more: COURSE, upkeep: 'maintenance { cycle: 3 years; continuing-education: 9 hours; completes: days; rationale: "R" }' },
    ],
    [
      'warning portfolio/unequal-terms',
      {
        before: SEMINAR,
        more: 'charge { amount: 300 USD; for: examination; completes: prep }\n charge { amount: 400 USD; for: examination }',
      },
    ],
    [
      'warning portfolio/appeals-same-people',
      { more: 'policy { covers: appeals; decided-by: council }\n policy { covers: discipline; decided-by: ORG.council }' },
    ],
    ['warning portfolio/appeals-same-people', { more: 'policy { covers: appeals, discipline; decided-by: ethics }' }],
    ['information portfolio/appeals-same-people', { more: 'policy { covers: appeals; decided-by: council }' }],
    ['information certification/membership', { eligibility: 'eligibility "M" { experience: 1 year; membership: ORG }' }],
    [
      'warning certification/membership',
      {
        eligibility: 'eligibility { applies: everyone; membership: "Guild" }',
        more: 'accreditation { standard: ISO-17024-2026; status: seeking }',
      },
    ],
    [
      'warning certification/grandfathering',
      { eligibility: 'eligibility "E" { experience: 1 year }\n eligibility "First" { experience: 9 years; waives: exam }' },
    ],
    [
      'warning certification/grandfathering',
      { eligibility: 'eligibility "E" { experience: 1 year }\n eligibility "First" { experience: 9 years; waives: exam; until: 2027 }' },
    ],
    [
      'information certification/grandfathering',
      { eligibility: 'eligibility "E" { experience: 1 year }\n eligibility "First" { experience: 9 years; waives: exam; until: 2020 }' },
    ],
    [
      'warning portfolio/shared-decider',
      { before: TEACHING, more: `${APART}; panel judges "Judges" { purpose: standard-setting; members: ana }` },
    ],
    ['warning portfolio/shared-decider', { before: TEACHING, more: `${APART}; panel judges "Raters" { purpose: scoring; members: ana }` }],
    [
      'warning portfolio/shared-decider',
      {
        before: TEACHING,
        more: `${APART}; panel judges "Appeals Panel" { members: ben, ana }; policy { covers: appeals; decided-by: judges }`,
      },
    ],
    ['warning portfolio/shared-decider', { before: TEACHING, more: `${APART}; policy { covers: appeals; decided-by: ana }` }],
    ['warning portfolio/purchase-required', { more: 'separation { purchase-required: yes }' }],
    ['warning portfolio/pass-guarantee', { more: 'separation { pass-guarantee: yes }' }],
    [
      'warning time/order',
      { more: 'launched: 2020-03\n accreditation { standard: NCCA-2021; status: accredited; granted: 2019-06; expires: 2030-06 }' },
    ],
    ['information time/order', { more: 'launched: 2020-03\n results { period: 2019; candidates: 90; passed: 60 }' }],
    [
      'information measurement/impossible-results',
      { more: 'results { period: 2025; candidates: 500; passed: 490; mean: 80; standard-deviation: 8 }' },
    ],
    [
      'warning measurement/impossible-results',
      { more: 'results { period: 2025; candidates: 500; passed: 490; mean: 61; standard-deviation: 8 }' },
    ],
    [
      'warning measurement/impossible-results',
      { more: 'results { period: 2025; candidates: 500; passed: 100; mean: 110; standard-deviation: 8 }' },
    ],
    ['error program/impossible-counts', { domains: 'domain a "A" { weight: 40%; items: 60 }\n domain b "B" { weight: 60%; items: 90 }' }],
    [
      'error program/impossible-counts',
      {
        setting: 'standard-setting { method: modified-angoff; conducted: 2025-02; panelists: 11; panel: judges }',
        more: 'panel judges "Judges" { purpose: standard-setting; size: 8 }',
      },
    ],
    ['error measurement/impossible-results', { more: 'results { period: 2025; mean: 126 }' }],
    ['error measurement/impossible-results', { more: 'results { period: 2025; standard-deviation: 8; standard-error: 11 }' }],
    ['information certification/term', { award: 'type: designation; requires: exam; valid-for: 2 years' }],
    [
      'warning certification/wording',
      { award: 'type: designation; requires: exam; valid-for: 3 years; wording: "Holders are certified under NCCA accreditation."' },
    ],
    ['warning certification/maintenance', { upkeep: 'maintenance { cycle: 3 years; fee: 90 USD; rationale: "R" }' }],
    [
      'warning certification/maintenance',
      { upkeep: 'maintenance { cycle: 3 years; reexamination: no; rationale: "R" }', more: 'charge { amount: 90 USD; for: renewal }' },
    ],
    ['error certification/gate', { award: 'type: designation; one-of: exam, days; valid-for: 3 years', more: COURSE }],
  ])('%s: %j', (wanted, parts) => expect(found(parts)).toEqual([wanted]));
});

describe('no defects', () => {
  test.each<[Partial<Record<Part, string>>]>([
    [{ study: 'job-analysis { conducted: 2024; method: survey; respondents: 640; invited: ? }' }],
    [
      {
        upkeep:
          'maintenance { cycle: 3 years; continuing-education: 20 to 60 hours; requirement "S" { amount: 60 hours }; rationale: "R" }',
      },
    ],
    [
      {
        upkeep:
          'maintenance { cycle: 3 years; continuing-education: 20 hours; practice: 500 hours; requirement "S" { amount: 60 hours }; rationale: "R" }',
      },
    ],
    [
      {
        upkeep:
          'maintenance { cycle: 3 years; continuing-education: 20 hours; requirement "S" { amount: 30 hours; every: 6 years }; rationale: "R" }',
      },
    ],
    [{ upkeep: 'maintenance { cycle: 3 years; continuing-education: 20 hours; requirement "S" { amount: 30 points }; rationale: "R" }' }],
    [
      {
        upkeep:
          'maintenance { cycle: 3 years; continuing-education: 60 hours; rationale: "R"; requirement "S" { amount: 60 hours }; requirement "T" { amount: 10 hours } }',
      },
    ],
    [
      {
        upkeep:
          'maintenance { cycle: 3 years; continuing-education: 60 hours; rationale: "R"; conditions: "Hours may count for both"; requirement "S" { amount: 40 hours }; requirement "T" { amount: 30 hours } }',
      },
    ],
    [{ domains: 'domain a "A" { weight: 40%; items: 53 }\n domain b "B" { weight: 60%; items: 72 }' }],
    [{ domains: 'domain a "A" { weight: 35% to 40%; items: 53 }\n domain b "B" { weight: 60% to 65%; items: 72 }' }],
    [{ domains: 'domain a "A" { weight: 40%; items: 60 }\n domain b "B" { weight: 60% }' }],
    [
      {
        exam: 'format: multiple-choice\n items: 150\n unscored: 25\n passing-score: 88 of 125',
        domains: 'domain a "A" { weight: 40%; items: 70 }\n domain b "B" { weight: 60%; items: 80 }',
      },
    ],
    [
      {
        exam: 'format: multiple-choice\n items: 80 to 120\n passing-score: unpublished\n form-assembly: adaptive\n forms: 1\n equating: irt',
      },
    ],
    [{ exam: 'format: oral\n raters: 2\n passing-score: 70%\n reliability-method: kr-20' }],
    [{ exam: 'format: oral\n decision-consistency: 0.9\n passing-score: 70%\n reliability-method: kr-20' }],
    [{ exam: 'format: practical\n passing-score: 70%' }],
    [{ exam: 'format: performance\n raters: ?\n passing-score: 70%' }],
    [{ more: 'results { period: 2024; candidates: 900; passed: 900 }\n results { period: 2025; candidates: 99; passed: 99 }' }],
    [{ study: 'job-analysis { conducted: 2024; method: survey; respondents: 40; invited: 80 }' }],
    [{ study: 'job-analysis { conducted: 2024; method: survey; respondents: 400; invited: 90000 }' }],
    [{ study: 'job-analysis { conducted: 2024; method: dacum; respondents: 12 }' }],
    [{ exam: `${SOUND.exam}\n effective: 2025` }],
    [{ exam: `${SOUND.exam}\n effective: 2020; until: 2024` }],
    [
      {
        more: 'accreditation { standard: NCCA-2021; status: accredited; granted: 2024-06; expires: 2029-05 }',
        award: 'type: designation; requires: exam; valid-for: 3 years; wording: "Certified by a program with NCCA accreditation."',
      },
    ],
    [
      {
        before: SEMINAR,
        upkeep:
          'maintenance { cycle: 3 years; completes: prep; rationale: "R" }\n maintenance { cycle: 3 years; continuing-education: 9 hours; rationale: "R" }',
      },
    ],
    [{ upkeep: 'maintenance { cycle: 3 years; completes: "Any course of a college"; rationale: "R" }' }],
    [
      {
        before: SEMINAR,
        more: 'charge { amount: 400 USD; for: examination; completes: prep }\n charge { amount: 400 USD; for: examination }\n charge { amount: 500 EUR; for: examination }\n charge { amount: 500 USD; for: retake }',
      },
    ],
    [{ more: 'policy { covers: appeals; decided-by: council }\n policy { covers: discipline; decided-by: ethics }' }],
    [{ more: 'policy { covers: appeals; decided-by: ethics }' }],
    [{ eligibility: 'eligibility "M" { experience: 1 year; membership: ORG }\n eligibility "O" { experience: 2 years }' }],
    [{ eligibility: 'eligibility { applies: advised; membership: ORG }\n eligibility { experience: 2 years }' }],
    [{ eligibility: 'eligibility "E" { experience: 1 year }\n eligibility "First" { experience: 9 years; waives: exam; until: ? }' }],
    [{ award: 'type: designation; requires: exam; valid-for: 3 years; wording: "Not accredited by the NCCA."' }],
    [{ award: 'type: designation; requires: exam; valid-for: 36 months' }],
    [{ before: TEACHING, more: `${APART}; panel judges "Judges" { purpose: standard-setting; members: ben }` }],
    [{ before: TEACHING, more: `${APART}; panel council "Advisers" { purpose: job-analysis; members: ana }` }],
    [
      {
        domains: 'domain a "A" { weight: 40%; items: 400 }\n domain b "B" { weight: 60%; items: 600 }',
        exam: 'format: multiple-choice\n items: 60 to 100\n form-assembly: adaptive\n passing-score: 70%\n reliability: 0.86',
      },
    ],
    [
      {
        setting: 'standard-setting { method: modified-angoff; conducted: 2025-02; panelists: 8; panel: judges }',
        more: 'panel judges "Judges" { purpose: standard-setting; size: ? }',
      },
    ],
    [{ more: 'results { period: 2015; mean: 131 }\n results { period: 2025; mean: 71; standard-deviation: 9; standard-error: 4 }' }],
    [
      {
        exam: 'format: multiple-choice\n items: 125\n passing-score: 500\n reliability: 0.86',
        more: 'results { period: 2025; mean: 512 }',
      },
    ],
    [{ upkeep: 'maintenance { cycle: 3 years; fee: 90 USD; ethics: ?; rationale: "R" }' }],
    [{ before: TEACHING, more: `${APART}; policy { covers: appeals; decided-by: ben }` }],
    [{ more: 'separation { purchase-required: no; pass-guarantee: ? }' }],
    [{ more: 'launched: 2020\n accreditation { standard: NCCA-2021; status: accredited; granted: 2020-06; expires: 2030-06 }' }],
    [{ more: 'launched: 2020-03\n results { period: 2019; form: "Pilot form"; candidates: 90; passed: 60 }' }],
    [{ more: 'launched: 2020-03\n results { period: 2020; candidates: 90; passed: 60 }' }],
    [{ more: 'results { period: 2025; candidates: 500; passed: 330; mean: 91; standard-deviation: 9 }' }],
    [
      {
        exam: 'format: multiple-choice\n items: 125\n passing-score: 500\n score-scale: 200 to 800\n reliability: 0.86',
        more: 'results { period: 2025; candidates: 500; passed: 420; mean: 94; standard-deviation: 7 }',
      },
    ],
    [{ upkeep: 'maintenance { cycle: 3 years; fee: 90 USD; rationale: "R"; requirement "Ethics" { amount: 2 hours } }' }],
  ])('%j', parts => expect(found(parts).filter(one => !one.endsWith('language/hole'))).toEqual([]));
});

describe('titles are told once', () => {
  const certificate = (title: string, award: string, more = ''): string[] =>
    projectOf({ 'a.cred': `certificate C "${title}" {\n award "${award}" { type: certificate ${more} }\n}` }, '2026-11-30')
      .findings('a.cred')
      .filter(({ rule }) => /^certificate\/(?:name|wording|award)$/.test(rule))
      .map(({ rule }) => rule.slice('certificate/'.length));
  test.each([
    ['Certified Widget Fitter', 'Certified Widget Fitter', ['name']],
    ['Certified Widget Fitter', 'Certified Fitter of Widgets', ['name', 'wording']],
    ['Widget Fitting', 'Certified Widget Fitter', ['wording']],
    ['Board-Certified Widget Fitter', 'Widget Certificate', ['name']],
    ['Licensed Widget Fitter', 'Widget Certificate', ['name']],
    ['Accredited Widget Coach', 'Widget Certificate', ['name']],
    ['Registered Nurse Refresher', 'Refresher Certificate', []],
    ['Licensed Practical Nurse Update', 'Update Certificate', []],
    ['Accredited Course in Widgets', 'Widget Certificate', []],
    ['Preparing for the Certified Widget Fitter Examination', 'Widget Certificate', []],
    ['Review for Board-Certified Dentists', 'Widget Certificate', []],
  ])('%s, %s', (title, award, rules) => expect(certificate(title, award)).toEqual(rules));
  test('the type of the award tells it', () => {
    const found = projectOf({
      'a.cred':
        'certificate C "Widgets" {\n award "Certified Fitter" { type: designation; letters: "CF"; wording: "Holders are certified." }\n}',
    })
      .findings('a.cred')
      .map(({ rule }) => rule);
    expect(found.filter(rule => rule === 'certificate/wording')).toHaveLength(1);
    expect(found).toContain('certificate/award');
    expect(found).toContain('certificate/letters');
  });
});
