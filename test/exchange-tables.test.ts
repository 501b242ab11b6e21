/** Tables as people have them: what each becomes, and where something is not understood. */
import { describe, expect, test } from 'vitest';
import { type ImportResult, importFiles } from '../exchange/import.ts';
import { tablesOfSheet } from '../host/sheet-rows.ts';
import { CredFile } from '../language/model/file.ts';

const csv = (text: string): ImportResult => importFiles([{ file: 'a.csv', ...tablesOfSheet(text.trim()) }]);
const text = (csvText: string): string => csv(csvText).files[0]?.text ?? '';
const whys = (csvText: string): string[] => csv(csvText).problems.map(({ at, why }) => `${at}: ${why}`);
/** The slips of a made text other than holes: there are none. */
const slips = (made: string): string[] => CredFile.read('', made).problems.flatMap(one => (one.rule === 'hole' ? [] : [one.rule]));

describe('an exam blueprint', () => {
  const BLUEPRINT = `
Certified Widget Technician – examination blueprint,,,
Domain,Weight,Number of items,Tasks
1. Working safely,25%,30,"Inspect the workplace
Wear protective equipment"
2. Diagnosing faults,40%,50,Read gauges
,,,Trace circuits
3. Repairing widgets,35%,40,
Total,100%,120,`;

  test('becomes domains with their weights, items and tasks', () => {
    const made = text(BLUEPRINT);
    expect(slips(made)).toEqual([]);
    expect(made).toContain(
      'program certified-widget-technician-examination-blueprint "Certified Widget Technician – examination blueprint"',
    );
    expect(made).toContain('domain working-safely "Working safely" {\n    weight: 25%\n    items: 30');
    expect(made.match(/task /g)).toHaveLength(4);
    expect(made).toContain('domain repairing-widgets "Repairing widgets" { weight: 35%; items: 40 }');
    expect(made).not.toMatch(/total/i);
    expect(whys(BLUEPRINT)).toEqual([]);
  });

  test.each([
    ['Weight (%);Content area\n25;Safety\n75;Repair', 'domain safety "Safety" { weight: 25% }'],
    ['Topic,% of exam\nSafety,0.25\nRepair,0.75', 'domain repair "Repair" { weight: 75% }'],
    ['Exam Content Outline,,\n,,\nSection,Topic,% of Exam\nI,Safety,20%\nII,Repair,80%', 'domain safety "Safety" { weight: 20% }'],
    ['Domain,Weighting\nSafety,20-25%\nRepair,75-80%', 'domain safety "Safety" { weight: 20% to 25% }'],
    ['#,Items,Domain\n1,12,Safety\n2,40,Repair', 'domain safety "Safety" { items: 12 }'],
    ['Knowledge Area,Percentage of Exam,# of Questions\nSafety,25,12\nRepair,75,38', 'domain repair "Repair" { weight: 75%; items: 38 }'],
  ])('is known by its headings in any order: %s', (sheet, wanted) => {
    expect(text(sheet)).toContain(wanted);
    expect(whys(sheet)).toEqual([]);
  });

  test('numbered parts of domains are tasks', () => {
    const made = text('No.,Domain,Weight\n1,Safety,40%\n1.1,Inspect the site,\n1.2,Wear a helmet,\n2,Repair,60%\n2.1,Weld,');
    expect(made).toMatch(/domain safety "Safety" \{\n {4}weight: 40%\n\n {4}task "Inspect the site"\n/);
    expect(made.match(/domain /g)).toHaveLength(2);
  });

  test('what is no percent is kept as a note and told with its row and column', () => {
    const sheet = 'Domain,Weight\nSafety,a quarter or so\nRepair,75%';
    expect(whys(sheet)).toEqual([
      'line 2, column "Weight": "a quarter or so" is not understood: a percent such as 25% was expected. It is kept as a note.',
    ]);
    expect(text(sheet)).toContain('// Weight: a quarter or so');
  });
});

test('a matrix of outcomes by modules ties each outcome to the modules that teach it', () => {
  const made = text('Learning outcome,Module 1: Basics,Module 2: Practice,Final exam\nName the parts,X,,x\nReplace a part,,X,x');
  expect(slips(made)).toEqual([]);
  expect(made).toContain('module basics "Basics" { teaches: name-parts }');
  expect(made).toContain('module practice "Practice" { teaches: replace-part }');
  expect(made).toContain('assessment final-exam "Final exam" { measures: name-parts, replace-part }');
});

test('a matrix of modules by outcomes, whose marks say more, keeps what they say', () => {
  const made = text('Course,LO1 Describe risks,LO2 Control risks\nBasics,I,\nPractice,R,I');
  expect(made).toContain('module basics "Basics" {\n    teaches: describe-risks');
  expect(made).toContain('// Control risks: I');
});

test('a list of policies', () => {
  const sheet =
    'Policy,Topics,Date approved,Review cycle,Document,Responsible\nAppeals policy,Appeals; Complaints,2023-05-04,every 2 years,policies/appeals.pdf,Director';
  const made = text(sheet);
  expect(made).toMatch(/^organization organization \? \{/);
  expect(made).toContain('covers: appeals, complaints');
  expect(made).toContain('approved: 2023-05-04');
  expect(made).toContain('review-every: 2 years');
  expect(made).toContain('// Responsible: Director');
});

test('a table of outcomes and one of modules, with the references between them', () => {
  expect(text('Learning objective,Bloom level,Course\nList the parts,Remember,Basics\nRepair it,Apply,"Basics, Practice"')).toContain(
    'outcome list-parts "List the parts" { level: remember }',
  );
  const made = text('Course,Contact hours,Delivery,Learning outcomes\nBasics,6,In person,List the parts|Name the tools');
  expect(made).toContain('hours: 6 contact-hours');
  expect(made).toContain('teaches: list-parts, name-tools');
});

describe('a plain sheet of programs', () => {
  test('with everyday headings, and what belongs to an assessment or to renewal', () => {
    const made = text(
      'Program name,Type,Sponsor,Passing score,Number of questions,Exam fee,Renewal cycle,Launch date\nCertified Welder (CW),Certification,Welding Board,70%,150,450 USD,every 3 years,2019-04',
    );
    expect(slips(made)).toEqual([]);
    expect(made).toContain('certification CW "Certified Welder (CW)" {');
    expect(made).toContain('launched: 2019-04');
    expect(made).toMatch(/assessment \{ items: 150; passing-score: 70%; fee: 450 USD \}/);
    expect(made).toContain('cycle: 3 years');
  });
  test('one program as labels with values', () => {
    const made = text(
      'Program name,Certified Welder\nType,Certification\nOwner,Welding Board\nExamination,\nDuration,3 hours\nPass mark,70%\nMascot,a torch',
    );
    expect(made).toContain('certification certified-welder "Certified Welder" {');
    expect(made).toContain('duration: 3 hours');
    expect(made).toContain('passing-score: 70%');
    expect(made).toContain('// Mascot: a torch');
  });
});

test('a heading may mean the title or a date; what stands below it tells', () => {
  expect(text('Item,Deadline,Done\nJob analysis,2026-03-01,2026-04-01\nPilot,2027-01,')).toContain(
    'milestone "Job analysis" { due: 2026-03-01; done: 2026-04-01 }',
  );
  expect(text('Standard,Status,Granted\nNCCA-2021,Accredited,2022-01-15')).toContain(
    'accreditation { standard: NCCA-2021; status: accredited; granted: 2022-01-15 }',
  );
  expect(csv('Name,Role,Employer\nAnn Lee,Chair,Acme').files).toEqual([]);
});

test('several tables below each other, each with its headings', () => {
  const made = text('Domain,Weight\nSafety,40%\n\nRepair,60%\n,\nPolicies,\nPolicy,Approved\nAppeals,2024-02-15\n');
  expect(slips(made)).toEqual([]);
  expect(made).toContain('domain repair "Repair" { weight: 60% }');
  expect(made).toContain('policy "Appeals" { approved: 2024-02-15 }');
});

describe('dates, money and numbers', () => {
  const date = (...cells: string[]): [string, string[]] => {
    const sheet = `Milestone\tDue date\n${cells.map((cell, i) => `Step ${i + 1} of it\t${cell}`).join('\n')}`;
    return [text(sheet), whys(sheet)];
  };
  test('the order of day and month is that of the column, or it is asked for', () => {
    expect(date('3/4/2027', '3/15/2027')[0]).toContain('due: 2027-03-04');
    expect(date('3/4/2027', '15/4/2027')[0]).toContain('due: 2027-04-03');
    expect(date('03.04.2027')[0]).toContain('due: 2027-04-03');
    const [made, problems] = date('3/4/2027');
    expect(made).not.toContain('due:');
    expect(problems[0]).toContain('"3/4/2027" is not understood: a date such as 2023-02-15');
  });
  test('a price without a currency is not given one', () => {
    expect(whys('Course,Hours,Cost\nBasics,6,100')).toEqual([
      'line 2, column "Cost": "100" is not understood: an amount with its currency, such as 450 USD was expected. It is kept as a note.',
    ]);
    expect(text('Course,Hours,Cost (EUR)\nBasics,6,"1.200,50"')).toContain('fee: 1200.5 EUR');
    expect(text('Course,Hours,Cost (EUR)\nBasics,6,"1,200"')).toContain('fee: 1200 EUR');
  });
});

test('a table that says nothing of a program is told, and nothing is made of it', () => {
  const made = csv('colour,shape\nred,round');
  expect(made.files).toEqual([]);
  expect(made.problems).toEqual([{ file: 'a.csv', at: 'line 1', why: expect.stringContaining('No heading says what the columns hold.') }]);
  expect(csv('').problems[0]!.why).toContain('There is nothing in it');
});
