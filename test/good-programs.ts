/** Programs that show every feature of the built-in standards, for their tests. */
const BODY = 'body board "Board" { governs: X; autonomous: yes; seats: 9; public-members: 1; selection: election; term: 3 years }';
const COMMON = `
  owner: O
  launched: 2015
  audience: "People who do this work"
  occupations: "Worker"
  eligibility "Route" { experience: 2 years; rationale: "The study shows it takes so long" }
  policy "All" {
    covers: eligibility, admission, fees, refunds, retakes, accommodations, nondiscrimination, appeals, complaints, confidentiality,
      conflict-of-interest, discipline, ethics, records-retention, privacy, security, use-of-mark, misuse-of-mark, certificate-use,
      recertification, third-parties, quality, automation
    document: "https://o.example/policies"
  }
  handbook {
    covers: eligibility, fees, application, content, preparation, administration, accommodations, scoring, retakes, appeals, complaints,
      maintenance, use-of-mark, privacy
    document: "https://o.example/handbook"; public: yes
  }
  register { website: "https://o.example/holders"; public: yes }
  vendor "Vendor" { does: delivery; agreement: yes }
  results { period: 2024; candidates: 400; passed: 300; mean: 80; standard-deviation: 9; reliability: 0.9; standard-error: 3 }
  evaluation { type: psychometric-review; conducted: 2025-02; every: 2 years }`;
const EXAM = `
    level: entry; format: multiple-choice; items: 120; unscored: 20; forms: 2; form-assembly: fixed; equating: common-item
    duration: 120 minutes; delivery: test-center; proctored: yes; scoring: criterion-referenced; passing-score: 70 of 100
    reliability: 0.9; reliability-method: kr-20; standard-error: 3; decision-consistency: 0.9
    attempts: 3; retake-wait: 30 days; score-report: pass-fail, total, by-domain; written-by: writers
    standard-setting {
      method: modified-angoff; conducted: 2024-06; panelists: 10; panel: passing; approved-by: board; next-due: 2029-06
      document: "https://o.example/passing"
    }`;
const PANELS = `
  panel writers "Writers" { purpose: item-writing, item-review; size: 8; represents: "All regions"; recruited: "An open call"; qualifications: "Three years of the work"; trained: yes; agreements-signed: yes }
  panel passing "Passing" { purpose: standard-setting; size: 10; represents: "All regions"; recruited: "An open call"; qualifications: "Three years of the work"; trained: yes; agreements-signed: yes }`;

export const GOOD_CERTIFICATION = `organization O "Owner" { legal-form: nonprofit; ${BODY} }
certification X "Certified Worker" {
  purpose: recognize-competence; goal: validate-competence; scope: broad
  ${COMMON}
  separation { staff: yes; decisions: yes; content: yes; finances: yes; promotion: yes; purchase-required: no; pass-guarantee: no }
  job-analysis {
    conducted: 2024-02; method: survey; respondents: 500; summary-published: yes; next-due: 2029-02; document: "https://o.example/study"
  }
  ${PANELS}
  domain a "Planning" { weight: 60%; task t1 "Plan the work" }
  domain b "Working" { weight: 40%; task t2 "Do the work" }
  assessment exam "Examination" { measures: a, b; independent: yes; ${EXAM} }
  award "Designation" { type: designation; letters: "CW"; requires: exam; valid-for: 3 years; revocable: yes }
  maintenance { cycle: 3 years; continuing-education: 60 hours; ethics: yes; rationale: "The work changes as fast" }
}`;

export const GOOD_CERTIFICATE = `organization O "Owner" { legal-form: nonprofit; ${BODY} }
person teacher "Teacher" { affiliation: O }
certificate X "Certificate in Working" {
  purpose: build-capacity; goal: acquire-competence; scope: narrow
  ${COMMON}
  needs-analysis { conducted: 2023-02; method: "Interviews"; document: "https://o.example/needs" }
  outcome lo1 "Plan the work" { level: apply }
  outcome lo2 "Do the work" { level: apply }
  panel advice "Advisory group" {
    purpose: advisory; represents: "Employers, learners"; recruited: "An open call"; qualifications: "They know the work"; trained: yes
  }
  module m "Course" { teaches: lo1, lo2; hours: 12 hours; delivery: in-person; credits: 1 ECTS; instructors: teacher; developed-by: teacher }
  ${PANELS}
  assessment exam "Final test" { measures: lo1, lo2; follows: m; independent: no; ${EXAM} }
  award "Certificate" {
    type: certificate; requires: m, exam; valid-for: 3 years; term-rationale: "The work changes"; verification: "https://o.example/holders"
    framework-level: "EQF 4"; credits: 1 ECTS
    wording: "Holders may say that they earned it. They are not certified."
  }
}`;
