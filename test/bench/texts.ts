/** Makes programs of a given size. All have different names, and findings like those of real programs. */
const PAGE = (n: number): string => `// Program ${n}: what a real one looks like, some of it still to be written.
organization ORG${n} "American Board of Widget Professionals ${n}" {
  legal-form: nonprofit
  website: "https://abwp${n}.example"

  body board "Certification Council" {
    governs: CWT${n}
    autonomous: yes
    seats: 9
    public-members: 1
    selection: election
  }
}

certification CWT${n} "Certified Widget Technician ${n}" {
  owner: ORG${n}
  status: operating
  launched: 2019-04
  purpose: recognize-competence
  goal: validate-competence
  audience: "Technicians who install and repair industrial widgets"
  scope: broad

  eligibility "Experience route" { experience: 4000 hours }
  eligibility "Degree route"     { education: associate; experience: 2000 hours }

  job-analysis { conducted: 2022-06; method: survey; respondents: 1240; document: "https://abwp.example/jta-2022.pdf" }

  domain safety   "Working safely"    { weight: 25% }
  domain diagnose "Diagnosing faults" { weight: 40% }
  domain repair   "Repairing widgets" { weight: 35% }

  assessment exam "CWT examination" {
    measures: safety, diagnose, repair
    independent: yes
    format: multiple-choice
    items: 150
    unscored: 25
    forms: 3
    equating: common-item
    duration: 180 minutes
    delivery: test-center, remote-proctored
    passing-score: 88 of 125
    reliability: 0.88
    standard-setting { method: modified-angoff; conducted: 2023-02; panelists: 11; approved-by: board }
  }

  award "CWT designation" { type: designation; letters: "CWT" }
  maintenance { cycle: 3 years; continuing-education: 60 hours; rationale: ? }
  accreditation { standard: NCCA-2021; status: seeking; application-due: 2027-01-31 }
}

certificate WRC${n} "Widget Repair Essentials ${n}" {
  owner: ORG${n}
  purpose: build-capacity
  goal: acquire-competence
  prepares-for: CWT${n}

  outcome LO1 "Read a pressure gauge and name its range"
  outcome LO2 "Choose the tool that a repair asks for"
  module basics "Basics" { teaches: LO1, LO2; hours: 6 hours; delivery: blended }
  assessment quiz "Closing test" { measures: LO1; format: multiple-choice; items: 30; passing-score: 75% }
  award "Widget Repair Essentials" { type: certificate; requires: quiz }
}
`;

/** Returns a text of exactly this size: whole programs, then a comment to fill up. */
export function ofBytes(bytes: number, from = 0): string {
  let text = '';
  for (let n = from; text.length + PAGE(n).length < bytes; n++) text += `${PAGE(n)}\n`;
  const short = OUTCOMES(from, bytes - text.length);
  return text + short;
}

/** Returns a certificate with as many outcomes as fit into some bytes. */
function OUTCOMES(n: number, bytes: number): string {
  const head = `certificate EXTRA${n} "Further Widget Courses ${n}" {\n`;
  let lines = '';
  for (let i = 1; head.length + lines.length + 60 < bytes; i++) lines += `  outcome LO${i} "Do what step ${i} of the work asks for"\n`;
  return lines ? `${head}${lines}}\n` : '';
}

export function ofLines(lines: number, from = 0): string {
  let text = '';
  for (let n = from; text.split('\n').length < lines; n++) text += `${PAGE(n)}\n`;
  return text;
}
