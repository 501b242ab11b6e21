/** Tests lines by people who have not read the manual: each gives one finding, with a fix that writes what was meant. */
import { describe, expect, test } from 'vitest';
import { projectOf, shown } from '../../../test/expect.ts';
import { applyEdits, type Finding } from '../../findings/finding.ts';
import type { Project } from '../../project/project.ts';

/** A project in which one line may be put at several places; they are named by the block that they stand in. */
const FILE = `//top
organization ASM "Association of Small Museums" {
  //organization
  body council "Council" { governs: MR; autonomous: yes }
}
person ada "Ada Lovelace"
certification MR "Museum Registrar" {
  status: retired
  //certification
  domain care "Caring for objects" { weight: 60% }
  domain loans "Loans" { weight: 40% }
  assessment exam "Examination" {
    //assessment
  }
  award "Designation" {
    type: designation
    //award
  }
  maintenance {
    //maintenance
  }
  milestone "Opening" {
    //milestone
  }
  job-analysis {
    //job-analysis
  }
}
certificate CT "Course" {
  status: retired
  //certificate
}
`;

const put = (place: string, line: string): string => FILE.replace(`//${place}\n`, () => `${line}\n`).replace(/^ *\/\/[a-z-]+\n/gm, '');
const slips = (project: Project): Finding[] =>
  project.fixable('a.cred').filter(({ rule }) => rule.startsWith('language/') && rule !== 'language/hole');

interface Written {
  readonly place: string;
  readonly line: string;
  /** The title of the fix; one with `!` is applied unasked. */
  readonly fix: string;
  /** The text after the fix. */
  readonly gives: string;
}

const table = (text: string): Written[] =>
  text
    .trim()
    .split('\n')
    .map(row => {
      const [place, line, fix, gives] = row.split(' ¦ ').map(cell => cell.trim().replaceAll('⇥', '\t').replaceAll('⏎', '\n'));
      return { place: place!, line: line!, fix: fix!, gives: gives! };
    });

/** A line that is already as it should be but for what the finding says goes through `cred fix`, or waits to be asked. */
function expectUnderstood({ place, line, fix, gives }: Written): void {
  const text = put(place, line);
  const project = projectOf({ 'a.cred': text });
  const found = slips(project);
  expect(found, found.map(one => shown(one, text)).join('\n')).toHaveLength(1);
  const [title, safe] = fix.endsWith('!') ? [fix.slice(0, -1), true] : [fix, false];
  const offered = found[0]!.fixes.find(one => one.title === title);
  expect(offered, `"${title}" among ${found[0]!.fixes.map(one => one.title).join(', ')}`).toBeDefined();
  expect(offered!.safe).toBe(safe);
  const fixed = applyEdits(text, offered!.edits());
  expect(fixed.split('\n').map(one => one.trim())).toEqual(
    put(place, gives)
      .split('\n')
      .map(one => one.trim()),
  );
  const after = slips(projectOf({ 'a.cred': fixed })).filter(({ rule }) => rule !== 'language/missing-name');
  expect(after.map(one => shown(one, fixed))).toEqual([]);
}

const understood = (rows: string): void => {
  test.each(table(rows).map(row => [`${row.line} (${row.place})`, row] as const))('%s', (_, row) => expectUnderstood(row));
};

describe('fail: words before a colon are the key that they mean', () =>
  understood(`
    assessment ¦ Passing Score: 70% ¦ Write "passing-score"! ¦ passing-score: 70%
    assessment ¦ passing_score: 70% ¦ Write "passing-score"! ¦ passing-score: 70%
    assessment ¦ PassingScore: 70% ¦ Write "passing-score"! ¦ passing-score: 70%
    assessment ¦ Passing Score = 70% ¦ Write "passing-score"! ¦ passing-score: 70%
    assessment ¦ Passing Score – 70% ¦ Write "passing-score"! ¦ passing-score: 70%
    assessment ¦ Passing score is 70% ¦ Write "passing-score"! ¦ passing-score: 70%
    assessment ¦ Passing score⇥70% ¦ Write "passing-score"! ¦ passing-score:⇥70%
    assessment ¦ Passing scores: 70% ¦ Write "passing-score"! ¦ passing-score: 70%
    assessment ¦ Pasing Score: 70% ¦ Write "passing-score"! ¦ passing-score: 70%
    assessment ¦ The passing score: 70% ¦ Write "passing-score"! ¦ passing-score: 70%
    assessment ¦ "Passing score": 70% ¦ Write "passing-score"! ¦ passing-score: 70%
    assessment ¦ Passing score (cut score): 70% ¦ Write "passing-score" ¦ passing-score: 70%
    assessment ¦ Pass mark: 70% ¦ Write "passing-score" ¦ passing-score: 70%
    assessment ¦ Cut-off score: 70% ¦ Write "passing-score" ¦ passing-score: 70%
    assessment ¦ passing score ¦ Write passing-score: ? ¦ passing-score: ?
    assessment ¦ Number of items: 120 ¦ Write "items"! ¦ items: 120
    assessment ¦ Exam length: 3 hours ¦ Write "duration" ¦ duration: 3 hours
    assessment ¦ Standard error of measurement: 3.1 ¦ Write "standard-error" ¦ standard-error: 3.1
    organization ¦ Legal form: nonprofit ¦ Write "legal-form"! ¦ legal-form: nonprofit
    organization ¦ Founded: 1999 ¦ Write "established" ¦ established: 1999
    organization ¦ founded in 1999 ¦ Write "established" ¦ established: 1999
    certification ¦ Description: "A text" ¦ Write "summary" ¦ summary: "A text"
    certification ¦ Target audience: "Registrars" ¦ Write "audience" ¦ audience: "Registrars"
    certification ¦ Application fee: 450 USD ¦ Write "fee" ¦ fee: 450 USD
    certification ¦ a) languages: "en" ¦ Remove "a)" ¦ languages: "en"
    award ¦ Valid for: 3 years ¦ Write "valid-for"! ¦ valid-for: 3 years
    maintenance ¦ Continuing Education: 60 hours ¦ Write "continuing-education"! ¦ continuing-education: 60 hours
    milestone ¦ date: 2026-05 ¦ Write "due" ¦ due: 2026-05
    milestone ¦ deadline: 2026-05 ¦ Write "due" ¦ due: 2026-05
  `));

describe('fail: words before a colon are the kind that they mean', () =>
  understood(`
    certification ¦ Job Analysis: 2021 ¦ Write job-analysis { conducted: 2021 } ¦ job-analysis { conducted: 2021 }
    certification ¦ Job analysis "2021" { conducted: 2021 } ¦ Write "job-analysis"! ¦ job-analysis "2021" { conducted: 2021 }
    certification ¦ Job Analyses { conducted: 2021 } ¦ Write "job-analysis"! ¦ job-analysis { conducted: 2021 }
    certification ¦ Practice analysis { conducted: 2021 } ¦ Write "job-analysis" ¦ job-analysis { conducted: 2021 }
    certification ¦ Recertification: every 3 years ¦ Write maintenance { cycle: 3 years } ¦ maintenance { cycle: 3 years }
    certification ¦ Eligibility: 2 years of training ¦ Write eligibility { training: 2 years } ¦ eligibility { training: 2 years }
    certification ¦ Policies: appeals, complaints ¦ Write policy { covers: appeals, complaints } ¦ policy { covers: appeals, complaints }
    certification ¦ Learning Outcome: "Read gauges" ¦ Write outcome "Read gauges" ¦ outcome "Read gauges"
    certification ¦ outcome LO1: Read gauges ¦ Write outcome LO1 "Read gauges" ¦ outcome LO1 "Read gauges"
    certification ¦ Outcomes: "Read a gauge", "Fix it" ¦ Make an intended learning outcome of each ¦ outcome "Read a gauge"; outcome "Fix it"
    certification ¦ Domains: Safety, Repair ¦ Make a domain of each ¦ domain "Safety"; domain "Repair"
    certification ¦ Final exam { items: 10 } ¦ Write "assessment" ¦ assessment { items: 10 }
    assessment ¦ Standard Setting { method: angoff } ¦ Write "standard-setting"! ¦ standard-setting { method: angoff }
    certification ¦ Domain 1: Working safely ¦ Write domain domain1 "Working safely" ¦ domain domain1 "Working safely"
    certification ¦ Domain 1: "Working safely" { weight: 40% } ¦ Write domain domain1 "Working safely" ¦ domain domain1 "Working safely" { weight: 40% }
    certification ¦ domain safety "Working safely" weight: 40% ¦ Add "{" and "}"! ¦ domain safety "Working safely" { weight: 40% }
    certification ¦ award "CMR" designation ¦ Write { type: designation } ¦ award "CMR" { type: designation }
    certification ¦ evaluation "Yearly look" psychometric-review ¦ Write { type: psychometric-review } ¦ evaluation "Yearly look" { type: psychometric-review }
    certification ¦ domain safety "Working safely" 40% ¦ Write { weight: 40% } ¦ domain safety "Working safely" { weight: 40% }
  `));

describe('fail: values in everyday words', () =>
  understood(`
    certification ¦ goal: validate competence ¦ Write validate-competence! ¦ goal: validate-competence
    certification ¦ goal: to validate competence ¦ Write validate-competence ¦ goal: validate-competence
    certification ¦ purpose: recognise competence ¦ Write recognize-competence! ¦ purpose: recognize-competence
    certification ¦ purpose: recognise-competence ¦ Write "recognize-competence"! ¦ purpose: recognize-competence
    assessment ¦ format: Multiple Choice ¦ Write multiple-choice! ¦ format: multiple-choice
    assessment ¦ format: Multiple Choice and Essay ¦ Write multiple-choice, essay! ¦ format: multiple-choice, essay
    assessment ¦ format: MCQ ¦ Write "multiple-choice" ¦ format: multiple-choice
    assessment ¦ delivery: Online proctored ¦ Write remote-proctored ¦ delivery: remote-proctored
    assessment ¦ delivery: test centre ¦ Write test-center! ¦ delivery: test-center
    assessment ¦ independent: Yes ¦ Write "yes"! ¦ independent: yes
    assessment ¦ passing-score: 70 percent ¦ Write 70%! ¦ passing-score: 70%
    assessment ¦ passing-score: seventy-five per cent ¦ Write 75%! ¦ passing-score: 75%
    assessment ¦ passing-score: at least 70% ¦ Write 70% ¦ passing-score: 70%
    assessment ¦ items: 120 questions ¦ Write 120 ¦ items: 120
    assessment ¦ items: between 80 and 120 ¦ Write 80 to 120! ¦ items: 80 to 120
    assessment ¦ attempts: three ¦ Write 3! ¦ attempts: 3
    assessment ¦ duration: 90 min. ¦ Write 90 minutes! ¦ duration: 90 minutes
    assessment ¦ retake-wait: 30 calendar days ¦ Write 30 days ¦ retake-wait: 30 days
    maintenance ¦ cycle: three years ¦ Write 3 years! ¦ cycle: 3 years
    maintenance ¦ cycle: three (3) years ¦ Write 3 years! ¦ cycle: 3 years
    maintenance ¦ cycle: every 3 years ¦ Write 3 years ¦ cycle: 3 years
    maintenance ¦ cycle: 3 yrs ¦ Write "years"! ¦ cycle: 3 years
    maintenance ¦ continuing-education: 60 contact hours ¦ Write 60 contact-hours! ¦ continuing-education: 60 contact-hours
    certification ¦ fee: 450 dollars ¦ Write "USD" ¦ fee: 450 USD
    certification ¦ fee: 450 US dollars ¦ Write 450 USD! ¦ fee: 450 USD
    certification ¦ fee: USD450 ¦ Write 450 USD! ¦ fee: 450 USD
    certification ¦ launched: 3/15/22 ¦ Write 2022-03-15 ¦ launched: 2022-03-15
    certification ¦ launched: March 15, 2022 ¦ Write 2022-03-15! ¦ launched: 2022-03-15
    certification ¦ launched: the 15th of March 2022 ¦ Write 2022-03-15! ¦ launched: 2022-03-15
    certification ¦ launched: in March 2019 ¦ Write 2019-03 ¦ launched: 2019-03
    certification ¦ launched: Sept. 2021 ¦ Write 2021-09! ¦ launched: 2021-09
    certification ¦ summary: "My text"" ¦ Remove the second closing mark! ¦ summary: "My text"
    certification ¦ summary: ""My text"" ¦ Write "My text"! ¦ summary: "My text"
    certification ¦ summary: "My "big" text" ¦ Keep the marks within ¦ summary: "My \\"big\\" text"
    certification ¦ domain safety "Working safely"" { weight: 5% } ¦ Remove the second closing mark! ¦ domain safety "Working safely" { weight: 5% }
  `));

describe('fail: titles where names are due, and names that are none', () =>
  understood(`
    certification ¦ owner: "Association of Small Museums" ¦ Write ASM ¦ owner: ASM
    certification ¦ owner: Association of Small Museums ¦ Write ASM ¦ owner: ASM
    assessment ¦ written-by: Ada Lovelace ¦ Write ada ¦ written-by: ada
    assessment ¦ measures: Caring for objects, Loans ¦ Write care, loans ¦ measures: care, loans
    assessment ¦ measures: care and loans ¦ Add the comma! ¦ measures: care, loans
    award ¦ requires: "Examination" ¦ Write exam ¦ requires: exam
    top ¦ certification Conservator Trainee "Title" { status: retired } ¦ Write Conservator-Trainee ¦ certification Conservator-Trainee "Title" { status: retired }
    top ¦ certification C&R "Title" { status: retired } ¦ Write C-R ¦ certification C-R "Title" { status: retired }
    top ¦ certification Registrar's-Guild "Title" { status: retired } ¦ Write Registrars-Guild ¦ certification Registrars-Guild "Title" { status: retired }
    top ¦ certification 🏛MS "Title" { status: retired } ¦ Write MS ¦ certification MS "Title" { status: retired }
  `));

describe('fail: rows of a table are one finding', () =>
  understood(`
    certification ¦ Packing⇥60%⏎Lending and borrowing⇥40% ¦ Make a domain of each row ¦ domain domain1 "Packing" { weight: 60% }⏎domain domain2 "Lending and borrowing" { weight: 40% }
    certification ¦ Content area⇥Weight⏎Packing⇥60% ¦ Make a domain of this row ¦ // Content area⇥Weight⏎domain domain1 "Packing" { weight: 60% }
    certification ¦ Packing: 60%⏎Lending: 40% ¦ Make a domain of each row ¦ domain domain1 "Packing" { weight: 60% }⏎domain domain2 "Lending" { weight: 40% }
    certification ¦ 1. Packing (60%)⏎2. Lending (40%) ¦ Make a domain of each row ¦ domain domain1 "Packing" { weight: 60% }⏎domain domain2 "Lending" { weight: 40% }
    certification ¦ | Packing | 60% | 72 |⏎| Lending | 40% | 48 | ¦ Make a domain of each row ¦ domain domain1 "Packing" { weight: 60%; items: 72 }⏎domain domain2 "Lending" { weight: 40%; items: 48 }
    certificate ¦ Introduction⇥8 hours⏎Practice⇥1 hour ¦ Make a module of each row ¦ module module1 "Introduction" { hours: 8 hours }⏎module module2 "Practice" { hours: 1 hour }
  `));

describe('fail: a name that is not there may be added where it belongs', () => {
  const added = (files: Readonly<Record<string, string>>, title: string): { in: string | undefined; text: string } => {
    const project = projectOf(files);
    const finding = project.fixable('a.cred').find(({ rule }) => rule === 'language/unresolved-reference')!;
    const fix = finding.fixes.find(one => one.title === title);
    expect(fix, finding.fixes.map(one => one.title).join(', ')).toBeDefined();
    // Whether it is to be there only the author knows.
    expect([fix!.safe, fix!.choice]).toEqual([false, true]);
    const text = applyEdits(files[fix!.in ?? 'a.cred']!, fix!.edits());
    const after = projectOf({ ...files, [fix!.in ?? 'a.cred']: text });
    expect(after.findings('a.cred').filter(({ rule }) => rule.includes('reference'))).toEqual([]);
    return { in: fix!.in, text };
  };
  test('an organization, at the end of the file', () =>
    expect(added({ 'a.cred': 'program P "P" { owner: ABC }\n' }, 'Add organization ABC').text).toBe(
      'program P "P" { owner: ABC }\n\norganization ABC ?\n',
    ));
  test('a person, in the file of the other people', () =>
    expect(
      added(
        { 'a.cred': 'program P "P" { module m "M" { instructors: ada } }', 'people.cred': 'person bob "Bob"\n' },
        'Add person ada in people.cred',
      ),
    ).toEqual({
      in: 'people.cred',
      text: 'person bob "Bob"\n\nperson ada ?\n',
    }));
  test('a domain of a certification, an outcome of a certificate', () => {
    const of = (kind: string): string => `${kind} P "P" {\n  assessment a { measures: safety }\n}\n`;
    expect(added({ 'a.cred': of('certification') }, 'Add domain safety').text).toContain('\n  domain safety ?\n');
    expect(added({ 'a.cred': of('certificate') }, 'Add outcome safety').text).toContain('\n  outcome safety ?\n');
  });
  test('a body, in the organization that owns the program', () =>
    expect(
      added(
        {
          'a.cred': 'program P "P" { owner: O; assessment a { standard-setting { approved-by: board } } }',
          'o.cred': 'organization O "O" { established: 1999 }',
        },
        'Add body board in o.cred',
      ).text,
    ).toBe('organization O "O" { established: 1999; body board }'));
  test('what is named by its title gets a name and keeps the title', () =>
    expect(added({ 'a.cred': 'program P "P" { owner: Board of Widgets }' }, 'Add organization BW').text).toBe(
      'program P "P" { owner: BW }\n\norganization BW "Board of Widgets"\n',
    ));
});

describe('fail: a line without a key is read by its words, or by its form', () =>
  understood(`
    certification ¦ eligibility { 2 years experience } ¦ Write experience: 2 years ¦ eligibility { experience: 2 years }
    certification ¦ eligibility { bachelor's degree } ¦ Write education: bachelor ¦ eligibility { education: bachelor }
    certification ¦ eligibility {⏎- 4,000 hours of work experience⏎} ¦ Write experience: 4000 hours ¦ eligibility {⏎experience: 4000 hours⏎}
    certification ¦ eligibility {⏎Two references⏎} ¦ Write references: 2 ¦ eligibility {⏎references: 2⏎}
    certification ¦ eligibility {⏎18 years of age⏎} ¦ Write minimum-age: 18 ¦ eligibility {⏎minimum-age: 18⏎}
    certification ¦ policy { appeals, complaints } ¦ Write covers: appeals, complaints ¦ policy { covers: appeals, complaints }
    certification ¦ domain x "X" { 40 % } ¦ Write weight: 40 % ¦ domain x "X" { weight: 40 % }
    assessment ¦ 120 questions ¦ Write items: 120 ¦ items: 120
    assessment ¦ 3 hours ¦ Write duration: 3 hours ¦ duration: 3 hours
    assessment ¦ multiple choice ¦ Write format: multiple-choice ¦ format: multiple-choice
    assessment ¦ passing score of 70% ¦ Write "passing-score"! ¦ passing-score: 70%
    certificate ¦ module m "M" { 6 hours } ¦ Write hours: 6 hours ¦ module m "M" { hours: 6 hours }
    milestone ¦ 2026-05 ¦ Write due: 2026-05 ¦ due: 2026-05
  `));

describe('fail: a list under its heading is one slip', () =>
  understood(`
    certificate ¦ Learning outcomes:⏎- Read a gauge⏎- Set a valve ¦ Make an intended learning outcome of each line ¦ outcome outcome1 "Read a gauge"⏎outcome outcome2 "Set a valve"
    certificate ¦ Objectives⏎1. Read a gauge;⏎2. Set a valve ¦ Make an intended learning outcome of each line ¦ outcome outcome1 "Read a gauge"⏎outcome outcome2 "Set a valve"
    certification ¦ Eligibility:⏎• Bachelor's degree⏎• 2 years of experience⏎• A portfolio ¦ Write eligibility { education: bachelor; experience: 2 years; conditions: "A portfolio" } ¦ eligibility { education: bachelor; experience: 2 years; conditions: "A portfolio" }
    certificate ¦ **Modules**⏎• Gauges 3 hours⏎• Valves ¦ Make a module of each line ¦ module module1 "Gauges" { hours: 3 hours }⏎module module2 "Valves"
  `));

test('fail: lines of prose are one slip, and no word of them is lost', () => {
  const text = put('certification', 'This program is for registrars.\n  They care for objects and lend them.');
  const [finding, other] = slips(projectOf({ 'a.cred': text }));
  expect(other).toBeUndefined();
  const kept = applyEdits(text, finding!.fixes.find(({ title }) => title === 'Keep them as comments')!.edits());
  expect(kept).toContain('// This program is for registrars.\n  // They care for objects and lend them.\n');
  expect(slips(projectOf({ 'a.cred': kept }))).toEqual([]);
});

describe('fail: what was copied from a document is read as what it was there', () =>
  understood(`
    certification ¦ summary: "Registrars who care⏎    for collections" ¦ Write it on one line! ¦ summary: "Registrars who care for collections"
    certification ¦ outcome LO1 "Read⏎a gauge" { level: apply } ¦ Write it on one line! ¦ outcome LO1 "Read a gauge" { level: apply }
    certification ¦ summary: They care; they lend objects. ¦ Put it in quotation marks! ¦ summary: "They care; they lend objects."
    certification ¦ **Launched:** 2019 ¦ Write "launched"! ¦ launched: 2019
    certification ¦ **Launched**: 2019 ¦ Write "launched"! ¦ launched: 2019
    certification ¦ launched: 2019 # as printed ¦ Make it a comment ¦ launched: 2019 // # as printed
    certification ¦ launched: 2019 (as printed) ¦ Keep "(as printed)" as a comment ¦ launched: 2019 // (as printed)
    certification ¦ launched: 2019. ¦ Remove "."! ¦ launched: 2019
    certification ¦ # as printed ¦ Keep it as a comment ¦ // # as printed
    certification ¦ Phone: 555 ¦ Keep it as a comment ¦ // Phone: 555
    certification ¦ launched: 2019, scope: broad ¦ Write ";"! ¦ launched: 2019; scope: broad
    certification ¦ launched: TBD ¦ Write ? ¦ launched: ?
    certification ¦ launched: to be determined ¦ Write ? ¦ launched: ?
    certification ¦ launched: 2022-13-01 ¦ Write 2022-01-13 ¦ launched: 2022-01-13
    assessment ¦ standard setting { method: angoff } ¦ Write "standard-setting"! ¦ standard-setting { method: angoff }
    certification ¦ summary: “Registrars" ¦ Use straight quotation marks! ¦ summary: "Registrars"
    certification ¦ Eligibility: Two letters and a degree ¦ Write eligibility { conditions: "Two letters and a degree" } ¦ eligibility { conditions: "Two letters and a degree" }
    certification ¦ Handbook: https://asm.example/h.pdf ¦ Write handbook { document: "https://asm.example/h.pdf" } ¦ handbook { document: "https://asm.example/h.pdf" }
    certification ¦ register https://asm.example/find ¦ Write { website: "https://asm.example/find" } ¦ register { website: "https://asm.example/find" }
    certification ¦ languages: English (UK), French ¦ Put it in quotation marks ¦ languages: "English (UK), French"
    certification ¦ eligibility { experience: 2+ years } ¦ Write 2 years ¦ eligibility { experience: 2 years }
    certification ¦ eligibility { education: Bachelor's degree or higher } ¦ Write bachelor ¦ eligibility { education: bachelor }
    top ¦ certificate program CP "Course in packing" ¦ Write "certificate" ¦ certificate CP "Course in packing"
    top ¦ organization "RG" "Guild" ¦ Write RG without quotation marks ¦ organization RG "Guild"
    organization ¦ body "audit" "Audit" { seats: 3 } ¦ Write audit without quotation marks ¦ body audit "Audit" { seats: 3 }
    assessment ¦ standard-setting "2023"⏎      method: angoff⏎      conducted: 2023 ¦ Add "{" and "}"! ¦ standard-setting "2023" {⏎method: angoff⏎conducted: 2023⏎}
  `));

test('fail: a kind in two words is itself also where it cannot stand', () => {
  const [finding, other] = slips(projectOf({ 'a.cred': put('certification', 'standard setting { method: angoff }') }));
  expect([finding!.fixes.map(({ title }) => title), other]).toEqual([['Write "standard-setting"'], undefined]);
});

describe('what is said of an amount is not taken for another', () =>
  test.each(['Recertification: every 3 years, 60 CE hours', 'maintenance { cycle: 3 times per year }'])('%s', line => {
    const titles = slips(projectOf({ 'a.cred': put('certification', line) })).flatMap(({ fixes }) => fixes.map(({ title }) => title));
    expect(titles.filter(title => /3 hours|3 years \}|Write 3 years/.test(title))).toEqual([]);
  }));

describe('fail: what nobody understands is one finding with a short list', () => {
  test.each(['Foo bar baz: 3', 'foo: 3', 'foo', 'foo "Bar" { baz: 3 }', 'Foo – bar baz', 'the foo bar baz'])('%s', line => {
    const text = put('certification', line);
    const found = slips(projectOf({ 'a.cred': text }));
    expect(found, found.map(one => shown(one, text)).join('\n')).toHaveLength(1);
    expect(found[0]!.message.length, found[0]!.message).toBeLessThan(220);
    expect(found[0]!.fixes.filter(({ safe }) => safe)).toEqual([]);
  });
  test('the likeliest come first, and the rest is told where', () => {
    const [finding] = slips(projectOf({ 'a.cred': put('assessment', 'Scores and reports: "x"') }));
    expect(finding!.message).toContain('"score-report", "score-scale" or "passing-score"');
    expect(finding!.message).toContain('cred explain assessment');
  });
  test('the editions of a standard whose name was begun', () => {
    const [finding] = slips(projectOf({ 'a.cred': put('certification', 'accreditation { standard: NCCA; status: seeking }') }));
    expect(finding!.fixes.map(({ title }) => title)).toEqual(['Write "NCCA-2021"', 'Write "NCCA-2014"']);
    const [named] = slips(projectOf({ 'a.cred': put('certification', 'accreditation { standard: ISO/IEC 17024; status: seeking }') }));
    expect(named!.fixes.map(({ title }) => title)).toEqual(['Write "ISO-17024-2026"', 'Write "ISO-17024-2012"']);
  });
});
