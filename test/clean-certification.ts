/** A certification without findings, into which the tests of `language/` put one thing that somebody could write otherwise. */
import { expect } from 'vitest';
import type { Finding } from '../language/findings/finding.ts';
import { findingsOf } from './expect.ts';

export const CLEAN = `certification CWT "Certified Widget Technician" {
  purpose: recognize-competence
  goal: validate-competence
  scope: broad
  launched: 2019-04
  summary: "A check on skill."
  website: "https://abwp.example/cwt"
  fee: 450 USD
  eligibility "Experience" { experience: 4000 hours }
  job-analysis { conducted: 2022-06; method: survey; respondents: 1240 }
  domain safety "Working safely" { weight: 40% }
  domain repair "Repairing widgets" { weight: 60% }
  assessment exam "CWT examination" {
    measures: safety, repair
    independent: yes
    format: multiple-choice
    items: 150
    duration: 180 minutes
    passing-score: 88 of 125
    reliability: 0.88
    standard-setting { method: modified-angoff; conducted: 2023-02; approved-by: board }
  }
  award "CWT" { type: designation; requires: exam; verification: "https://abwp.example/holders" }
  maintenance {
    cycle: 3 years
    continuing-education: 60 hours
    rationale: "Codes change."
  }
  policy { covers: appeals, complaints, discipline, accommodations, nondiscrimination, conflict-of-interest, confidentiality }
  owner: ABWP
}

organization ABWP "American Board of Widget Professionals" {
  legal-form: nonprofit
  body board "Certification Council" { governs: CWT; autonomous: yes }
}
`;

/** Returns the findings of a text, without those that only tell of holes. */
export const visible = (text: string): Finding[] => findingsOf(text).filter(finding => finding.rule !== 'language/hole');

/** Returns the certification with `to` in the place of `from`, which must stand in it once. */
export function put(from: string, to: string): string {
  expect(CLEAN.split(from).length, `"${from}" stands once`).toBe(2);
  return CLEAN.replace(from, () => to);
}
