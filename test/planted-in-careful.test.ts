/**
 * One careful program of a real shape (careful-programs/two-parts.cred), and what a reviewer finds in it once one thing is written
 * otherwise.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findingsOf, marked } from './expect.ts';

const { text: SOUND } = marked(readFileSync(path.join(import.meta.dirname, 'careful-programs/two-parts.cred'), 'utf8'));
const found = (text: string): string[] => findingsOf(text, '2026-11-30').map(({ severity, rule }) => `${severity} ${rule}`);
const instead = (old: string, other: string): string => {
  expect(SOUND).toContain(old);
  return SOUND.replace(old, other);
};

const DEFECTS: readonly (readonly [wanted: string, old: string, other: string])[] = [
  [
    'warning time/order',
    'register { website',
    'accreditation { standard: NCCA-2021; status: accredited; granted: 2022-05; expires: 2029-05 }\n  register { website',
  ],
  [
    'information measurement/everyone-passes',
    'candidates: 388; passed: 279; mean: 73.2; standard-deviation: 8.8; reliability: 0.86',
    'candidates: 388; passed: 388; mean: 73.2; standard-deviation: 8.8; reliability: 0.86',
  ],
  ['warning measurement/rater-agreement', 'raters: 2; decision-consistency: 0.88', 'reliability: 0.8; reliability-method: kr-20'],
  ['warning portfolio/purchase-required', 'purchase-required: no', 'purchase-required: yes'],
  ['warning certificate/name', 'certificate SLF "Signal Laying Fundamentals"', 'certificate SLF "Certified Signal Laying Basics"'],
  ['warning portfolio/appeals-same-people', 'covers: appeals; decided-by: panel', 'covers: appeals; decided-by: council'],
  ['error time/future', 'method: modified-angoff; conducted: 2023-11', 'method: modified-angoff; conducted: 2027-11'],
  [
    'warning certification/maintenance',
    'continuing-education: 40 hours; ethics: yes; rationale: "So do tools."',
    'fee: 90 USD; rationale: "So do tools."',
  ],
  ['information measurement/job-analysis-response', 'respondents: 412; invited: 1980', 'respondents: 31; invited: 1980'],
  ['warning certification/grandfathering', 'until: 2024-12-31', 'until: 2029-12-31'],
  ['warning portfolio/pass-guarantee', 'pass-guarantee: no', 'pass-guarantee: yes'],
  ['error certificate/letters', 'award "Certificate" { type: certificate;', 'award "Certificate" { type: certificate; letters: "SLF";'],
  ['error certification/maintenance', 'valid-for: 4 years; revocable: yes', 'lifetime: yes; revocable: yes'],
  ['warning measurement/low-reliability', 'reliability: 0.87; decision-consistency: 0.91', 'reliability: 0.62'],
  ['warning portfolio/same-name', 'award "Certificate" { type: certificate;', 'award "CSL designation" { type: certificate;'],
  [
    'information certification/membership',
    'eligibility "Experience" { experience: 5 years;',
    'eligibility { applies: everyone; membership: SLB }\n  eligibility "Experience" { experience: 5 years;',
  ],
  ['information certification/degree', 'audience:', 'academic-credit: yes\n  audience:'],
  ['warning measurement/norm-referenced', 'passing-score: 68 of 100;', 'scoring: norm-referenced; passing-score: 68 of 100;'],
  ['information portfolio/autonomy', 'autonomous: yes; seats', 'autonomous: no; seats'],
  [
    'information time/job-analysis-age',
    'job-analysis { conducted: 2023-04; method: survey; respondents: 412; invited: 1980; summary-published: yes; next-due: 2028-04 }',
    'job-analysis { conducted: 2011-04; method: survey; respondents: 412; invited: 1980; summary-published: yes }',
  ],
  ['information time/overdue', 'approved: 2023-02', 'approved: 2019-02; review-every: 2 years'],
  [
    'error portfolio/tied-eligibility',
    'eligibility "Experience" { experience: 5 years; rationale',
    'eligibility "Course" { applies: everyone; completes: SLF.shop; rationale',
  ],
  ['warning measurement/small-panel', 'conducted: 2023-11; panelists: 10; panel: judges', 'conducted: 2023-11; panelists: 3'],
  [
    'warning portfolio/unequal-terms',
    'register { website',
    'charge { amount: 200 USD; for: examination; completes: SLF }\n  charge { amount: 400 USD; for: examination }\n  register { website',
  ],
  ['information portfolio/public-member', 'public-members: 1', 'public-members: 0'],
  ['warning measurement/norm-referenced', 'method: borderline-group; conducted: 2024-02', 'method: quota; conducted: 2024-02'],
  ['warning measurement/low-reliability', 'standard-deviation: 8.8; reliability: 0.86', 'standard-deviation: 8.8; reliability: 0.41'],
  ['information time/order', 'period: 2023-10; form: "Pilot"', 'period: 2023-10; form: "A"'],
  ['error measurement/passing-score-range', 'passing-score: 24 of 30', 'passing-score: 34 of 30'],
  [
    'error program/impossible-counts',
    'seats: 7; public-members: 1; certified-members: 4',
    'seats: 4; public-members: 1; certified-members: 4',
  ],
  ['warning portfolio/separation-incomplete', 'separation { between: CSL; staff: yes', 'separation { between: CSL; staff: no'],
  [
    'information portfolio/shared-decider',
    'body panel "Appeals Panel" { members: omar }',
    'body panel "Appeals Panel" { members: omar, ines }',
  ],
  [
    'information portfolio/shared-author',
    'panel writers "Item Writers" {\n    purpose: item-writing, item-review; size: 9;',
    'panel writers "Item Writers" {\n    purpose: item-writing, item-review; members: ines; size: 9;',
  ],
  ['warning measurement/unproctored', 'delivery: on-site; proctored: yes', 'delivery: remote-unproctored; proctored: no'],
  ['error measurement/impossible-results', 'items: 120; unscored: 20', 'items: 120; unscored: 120'],
  [
    'warning certification/wording',
    'award "CSL designation" { type: designation;',
    'award "CSL designation" { type: designation; wording: "Certified by an ISO/IEC 17024 accredited body.";',
  ],
];

test.each(DEFECTS)('%s: %j → %j', (wanted, old, other) => {
  expect(found(instead(old, other))).toContain(wanted);
  if (wanted !== 'information certification/grandfathering') expect(found(SOUND)).not.toContain(wanted);
});

/** Changes that only look like a defect: items that the unscored ones explain, and one of two ways to renew. */
const FINE: readonly (readonly [old: string, other: string])[] = [
  ['items: 55; task cut', 'items: 75; task cut'],
  ['passes: "Any national signal examination"; ethics: yes', 'completes: SLF'],
];

test.each(FINE)('no defect: %j → %j', (old, other) => expect(found(instead(old, other))).toEqual(found(SOUND)));
