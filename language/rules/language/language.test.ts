/** The rules about the file itself: where they speak and where they are silent. */
import { describe, expect, test } from 'vitest';
import { expectFindings, expectFix, inLanguage, ofRule, projectOf, shown } from '../../../test/expect.ts';
import { applyEdits, type Finding } from '../../findings/finding.ts';
import { plainHost, type Whereabouts } from '../../findings/host.ts';
import { Project } from '../../project/project.ts';

describe('unknown-kind', () => {
  test('fail: without a near kind it says what may stand there', () => {
    const [finding] = ofRule('program P "P" {\n  zzz "Q" { goal: validate-competence }\n}', 'unknown-kind');
    expect(finding!.message).toContain(
      'Here it may be "eligibility", "needs-analysis" or "outcome", for example; "cred explain program" and completion list all',
    );
    expect(finding!.fixes).toEqual([]);
  });
  test('fail: a near kind that may not stand there is no safe fix', () => {
    expect(ofRule('program P "P" {\n  standrad S "S" { }\n}', 'unknown-kind')[0]!.fixes[0]!.safe).toBe(false);
  });
  test('success: what stands in it is judged by the kind that is meant', () => {
    expectFindings('program P "P" {\n  asessment exam { items: many }\n  //                      ^^^^ language/wrong-type\n}');
  });
});

describe('unknown-property and misplaced', () => {
  test('fail: a key is not taken for one that the block states already', () => {
    const [finding] = ofRule('program P "P" {\n  goal: validate-competence\n  goals: acquire-competence\n}', 'unknown-property');
    expect(finding!.fixes.map(({ title }) => title)).toEqual(['Keep it as a comment']);
  });
  test('fail: a property of another kind says whose it is', () => {
    expect(ofRule('program P "P" {\n  weight: 25%\n}', 'misplaced')[0]!.message).toBe(
      '"weight" is a property and cannot stand in a program. Move it into a domain.',
    );
  });
  test('fail: a property at the top of a file', () => {
    expect(inLanguage('goal: validate-competence')).toEqual([
      '1:1 error language/misplaced «goal» "goal" is a property and cannot stand at the top of a file. Move it into a program.',
    ]);
  });
  test('fail: a kind that is written as a property', () => {
    const text = 'program P "P" {\n  module: "Course"\n}';
    expectFix(text, 'language/unknown-property', 'Write module as a block', 'program P "P" {\n  module "Course"\n}');
  });
  test('success: what stands in a kind that nobody knows is silent', () => {
    expect(inLanguage('program P "P" {\n  zzz { anything: else; whatever: 3 }\n}')).toHaveLength(1);
  });
});

describe('wrong-type', () => {
  test.each([
    [
      'words in quotation marks',
      'program P "P" {\n  goal: "validate-competence"\n}',
      'Take the quotation marks off',
      'program P "P" {\n  goal: validate-competence\n}',
    ],
    [
      'a text without them',
      'program P "P" {\n  audience: technicians\n}',
      'Put it in quotation marks',
      'program P "P" {\n  audience: "technicians"\n}',
    ],
    [
      'a weight without its sign',
      'program P "P" {\n  domain d "D" { weight: 25 }\n}',
      'Write 25%',
      'program P "P" {\n  domain d "D" { weight: 25% }\n}',
    ],
  ])('fail: %s', (_, text, fix, wanted) => expectFix(text, 'language/wrong-type', fix, wanted));
  test('fail: a duration without its unit has no fix, since only the author knows it', () => {
    const [finding] = ofRule('program P "P" {\n  assessment a { duration: 90 }\n}', 'wrong-type');
    expect(finding!.message).toBe('"duration" takes a number and its unit, such as 180 minutes; this is a number without a unit.');
    expect(finding!.fixes).toEqual([]);
  });
  test('fail: several values where one is due', () =>
    expectFindings(
      'program P "P" {\n  goal: validate-competence, acquire-competence\n  //                         ^^^^^^^^^^^^^^^^^^ language/wrong-type\n}',
    ));
  test('success: holes', () =>
    expect(inLanguage('program P "P" {\n  goal: ?\n  launched: ?\n  assessment a { items: ?; measures: ? }\n}')).toEqual([]));
});

describe('duplicate-property', () => {
  test('fail: the second goes with its line', () => {
    expectFix(
      'program P "P" {\n  goal: validate-competence\n  goal: acquire-competence\n}',
      'language/duplicate-property',
      'Remove the second "goal"',
      'program P "P" {\n  goal: validate-competence\n}',
    );
  });
  test('fail: and on one line with its separator', () => {
    expectFix(
      'program P "P" { goal: ?; scope: ?; goal: ? }',
      'language/duplicate-property',
      'Remove',
      'program P "P" { goal: ?; scope: ? }',
    );
  });
  test('fail: it names the first', () =>
    expect(ofRule('program P "P" { goal: ?; goal: ? }', 'duplicate-property')[0]!.related![0]!.range.start.character).toBe(16));
});

describe('duplicate-name', () => {
  const duplicates = (files: Record<string, string>): Record<string, Finding[]> => {
    const project = projectOf(files);
    return Object.fromEntries(
      Object.keys(files).map(uri => [uri, project.findings(uri).filter(({ rule }) => rule === 'language/duplicate-name')]),
    );
  };
  test('fail: in one scope, at the second, naming the first', () => {
    const [finding, ...more] = duplicates({ 'a.cred': 'program P "P" {\n  domain d "D" { }\n  module d "D" { }\n}' })['a.cred']!;
    expect(more).toEqual([]);
    expect(finding!.range.start).toEqual({ line: 2, character: 9 });
    expect(finding!.related![0]!.range.start).toEqual({ line: 1, character: 9 });
    expect(finding!.fixes).toEqual([]);
  });
  test('fail: in two files, in each of them, naming the other', () => {
    const found = duplicates({ 'a.cred': 'person P "P"', 'b.cred': 'program P "P" { }' });
    expect(found['a.cred']!.map(one => one.related![0]!.uri)).toEqual(['b.cred']);
    expect(found['b.cred']!.map(one => one.related![0]!.uri)).toEqual(['a.cred']);
  });
  test('fail: it comes and goes with the other file', () => {
    const project = projectOf({ 'a.cred': 'person P "P"', 'b.cred': 'person Q "Q"' });
    expect(project.findings('a.cred')).toEqual([]);
    project.set('b.cred', 'person P "P"', true);
    expect(project.findings('a.cred').map(({ rule }) => rule)).toEqual(['language/duplicate-name']);
    project.remove('b.cred');
    expect(project.findings('a.cred')).toEqual([]);
  });
  test('fail: a clause that bears a name under which Cred speaks of all', () => {
    const found = duplicates({
      'a.cred': 'standard OUR-1 "Ours" {\n  clause open "Open" { clause shown "Shown" { } }\n  clause opens "Fine" { }\n}',
    });
    expect(found['a.cred']!.map(({ range }) => [range.start.character, range.end.character])).toEqual([
      [9, 13],
      [30, 35],
    ]);
  });
  test('fail: the name of a standard of Cred, in any case, or of its rules', () => {
    for (const name of ['NCCA-2021', 'ncca-2021', 'Certificate'])
      expect(duplicates({ 'a.cred': `standard ${name} "S" { }` })['a.cred'], name).toHaveLength(1);
  });
  test('fail: composed and decomposed letters are one name', () => {
    expect(duplicates({ 'a.cred': `person é "P"\nperson ${'é'.normalize('NFD')} "Q"` })['a.cred']).toHaveLength(1);
  });
  test('success: in different blocks, and in another case', () => {
    const found = duplicates({
      'a.cred':
        'program P "P" {\n  domain P "D" { }\n}\nprogram p "P" {\n  domain P "D" { }\n}\nstandard OURS "Ours" { }\nprogram certificate "P" { }',
    });
    expect(found['a.cred']).toEqual([]);
  });
});

describe('references', () => {
  const PROGRAM = 'certification CWT "CWT" {\n  domain safety "Safety" { }\n  assessment exam "Exam" { measures: safety }\n}\n';
  test('fail: the segment at fault', () => {
    expectFindings(
      `${PROGRAM}\nprogram P "P" {\n  award { requires: CWT.exma, CXT.exam }\n  //                    ^^^^ language/unresolved-reference\n  //                          ^^^ language/unresolved-reference\n}`,
    );
  });
  test('fail: a near name is written in the segment alone', () => {
    expectFix(
      `${PROGRAM}program P "P" { award { requires: CWT.exma } }`,
      'language/unresolved-reference',
      'Write "exam"',
      `${PROGRAM}program P "P" { award { requires: CWT.exam } }`,
    );
  });
  test('fail: a name that stands elsewhere is suggested by its path', () => {
    expectFix(
      `${PROGRAM}program P "P" { award { requires: exam } }`,
      'language/unresolved-reference',
      'Write "CWT.exam"',
      `${PROGRAM}program P "P" { award { requires: CWT.exam } }`,
    );
  });
  test('fail: another kind is named', () => {
    const text = `${PROGRAM}program P "P" { award { requires: CWT.safety } }`;
    const [finding] = ofRule(text, 'wrong-reference');
    expect(finding!.message).toBe('"CWT.safety" is a domain, and the name of an assessment or a module is due here.');
    expect(shown(finding!, text)).toContain('«safety»');
    expect(finding!.related).toHaveLength(1);
  });
  test('fail: the message says the name as it is written', () => {
    const [finding] = ofRule('certificate LG "C" { outcome o "O"; module m "M"; assessment a { measures: m } }', 'wrong-reference');
    expect(finding!.message).toBe(
      '"m" is a module, and the name of an intended learning outcome or a domain is due here. "follows" takes the name of a module.',
    );
    expect(finding!.related!.map(({ message }) => message)).toEqual(['"m" is named here.']);
  });
  test('fail: another property takes what is named', () => {
    const inRoute = (says: string): string => `certificate C "C" { module m "M" }\ncertification X "X" {\n  eligibility { ${says} }\n}\n`;
    const [finding] = ofRule(inRoute('completes: C'), 'wrong-reference');
    expect(finding!.message).toContain('"holds" takes the name of a certificate program.');
    expectFix(inRoute('completes: C'), 'language/wrong-reference', 'Write "holds" instead', inRoute('holds: C'));
    // If the property has several values, or exists in the other block already, only the author can move it.
    for (const says of ['completes: C.m, C', 'completes: C; holds: "x"'])
      expect(ofRule(inRoute(says), 'wrong-reference').map(({ fixes }) => fixes)).toEqual([[]]);
  });
  test('success: what replaces a block is never taken for the block itself', () => {
    const [finding] = ofRule('standard OUR-1 "Ours" { superseded-by: OUR-2 }', 'unresolved-reference');
    expect(finding).toMatchObject({ fixes: [] });
    expect(finding!.message).not.toContain('Did you mean');
  });
  test('success: the owner and its names, from another file', () => {
    const project = projectOf({
      'o.cred': 'organization O "O" {\n  body board "B" { }\n}',
      'p.cred': 'program P "P" {\n  owner: O\n  assessment a { standard-setting { approved-by: board } }\n}',
    });
    const found = (): string[] =>
      project
        .findings('p.cred')
        .filter(({ rule }) => rule.includes('reference'))
        .map(({ rule }) => rule);
    expect(found()).toEqual([]);
    project.set('o.cred', 'organization O "O" {\n  body council "B" { }\n}', true);
    expect(found()).toEqual(['language/unresolved-reference']);
  });
  test('success: while the owner is a hole, misspelt or no organization, its names are not asked for', () => {
    const organization = 'organization ABWP "O" {\n  body board "B" { }\n}\n';
    for (const [owner, count] of [
      ['?', 0],
      ['ABPW', 1],
      ['x', 0],
    ] as const) {
      expect(
        ofRule(
          `${organization}person x "X"\nprogram P "P" {\n  owner: ${owner}\n  assessment a { standard-setting { approved-by: board } }\n}`,
          'unresolved-reference',
        ),
        owner,
      ).toHaveLength(count);
    }
  });
  test('success: texts, holes and built-in standards', () => {
    expect(inLanguage('program P "P" {\n  eligibility { holds: "A license", ? }\n  accreditation { standard: NCCA-2021 }\n}')).toEqual([]);
  });
  test('success: a block whose kind nobody knows is no wrong one', () => {
    expect(inLanguage('program P "P" {\n  zzzz exam "E" { }\n  award { requires: exam }\n}')).toHaveLength(1);
  });
  test('fail: a feature path is held against the vocabulary, word by word', () => {
    expectFindings(`standard OURS "Ours" {
  feature f "F" { needs: job-analysis.conducted, job-analysis.conducte, policy.covers.apeals, assessment.standard-setting.method, goal, jobs.x }
  //                                                          ^^^^^^^^ language/unresolved-reference
  //                                                                                  ^^^^^^ language/unresolved-reference
  //                                                                                                                                    ^^^^ language/unresolved-reference
}`);
  });
});

describe('dates and units', () => {
  test.each([
    ['2023-02-30', '2023-02 has 28 days'],
    ['2024-13', 'months are 01 to 12'],
    ['2024-00-10', 'months are 01 to 12'],
    ['2024-04-00', 'days begin with 01'],
  ])('fail: %s', (date, reason) => {
    const [finding] = ofRule(`program P "P" {\n  launched: ${date}\n}`, 'bad-date');
    expect(finding!.message).toContain(reason);
  });
  test('success: a leap day, a month, a year', () => {
    for (const date of ['2024-02-29', '2024-12', '1999']) expect(inLanguage(`program P "P" {\n  launched: ${date}\n}`)).toEqual([]);
  });
  test('fail: a unit that has a common short form', () =>
    expectFix(
      'program P "P" { award { valid-for: 2 yrs } }',
      'language/bad-unit',
      'Write "years"',
      'program P "P" { award { valid-for: 2 years } }',
    ));
  test('fail: a unit that nobody knows', () => {
    const [finding] = ofRule('program P "P" { award { valid-for: 2 moons } }', 'bad-unit');
    expect(finding!.fixes).toEqual([]);
    expect(finding!.message).toContain('The units are minutes, hours');
  });
  test('success: singular, plural, without a space', () => {
    for (const value of ['1 year', '2 years', '3years', '1 CEU', '10 contact-hours'])
      expect(inLanguage(`program P "P" { maintenance { continuing-education: ${value} } }`), value).toEqual([]);
  });
});

describe('missing-title and missing-name', () => {
  test('fail: both fixes of one block', () => {
    const text = 'program P "P" {\n  outcome { level: apply }\n}';
    expectFix(text, 'language/missing-name', 'Add the name "outcome1"', 'program P "P" {\n  outcome outcome1 { level: apply }\n}');
    expectFix(text, 'language/missing-title', 'Add a title', 'program P "P" {\n  outcome ? { level: apply }\n}');
  });
  test('fail: a name that is free in the whole project', () => {
    const project = projectOf({ 'a.cred': 'person "P"', 'b.cred': 'person person1 "Q"' });
    const [finding] = project.findings('a.cred');
    expect(finding!.fixes[0]!.title).toBe('Add the name "person2"');
    expect(applyEdits('person "P"', finding!.fixes[0]!.edits())).toBe('person person2 "P"');
  });
  test('success: a hole is a title', () => expect(inLanguage('program P "P" {\n  outcome o ? { level: apply }\n}')).toEqual([]));
  test('success: kinds that nothing refers to', () =>
    expect(inLanguage('program P "P" {\n  policy { public: yes }\n  award { type: badge }\n}')).toEqual([]));
});

describe('missing-file', () => {
  const check = (document: string, at: Whereabouts | undefined, of: (path: string) => boolean = () => true): string[] => {
    const asked: string[] = [];
    const project = new Project({
      ...plainHost('2026-01-01'),
      whereabouts: (uri, path) => {
        asked.push(`${uri} ${path}`);
        return of(path) ? at : 'missing';
      },
    });
    project.set('a.cred', `program P "P" {\n  needs-analysis { document: ${document} }\n}`, true);
    return project
      .findings('a.cred')
      .flatMap(({ rule, severity }) => (rule === 'language/missing-file' ? [`${severity} ${asked.join()}`] : []));
  };
  test('fail: a path beside the file', () => expect(check('"evidence/na.pdf"', 'missing')).toEqual(['information a.cred evidence/na.pdf']));
  test('success: it is there, or the host cannot tell', () =>
    expect([...check('"evidence/na.pdf"', 'there'), ...check('"evidence/na.pdf"', undefined)]).toEqual([]));
  test('success: an address, a hole', () =>
    expect([...check('"https://abwp.example/na.pdf"', 'missing'), ...check('?', 'missing')]).toEqual([]));
  test('success: a place in the document, a blank written as %20, and a file whose name has these signs', () => {
    expect(check('"my%20study.pdf#page=12"', 'there', path => path === 'my study.pdf')).toEqual([]);
    expect(check('"a%20b#1.pdf"', 'there', path => path === 'a%20b#1.pdf')).toEqual([]);
  });
  test.each(['/etc/passwd', '\\\\\\\\host\\\\share\\\\x', '//host/x', 'C:\\\\x.pdf', '%2Fetc/passwd', '\\\\.\\\\pipe'])(
    '%s is not even asked for',
    path => expect(check(`"${path}"`, 'there')).toEqual(['information ']),
  );
  test('another case is told, with what it is', () =>
    expectFixIn('"Docs/Na.pdf#page=2"', { spelled: 'docs/na.pdf' }, 'Write "docs/na.pdf#page=2"', '"docs/na.pdf#page=2"'));
  test('www. asks for https://', () =>
    expectFixIn('"www.abwp.example/na.pdf"', 'missing', 'Write "https://www.abwp.example/na.pdf"', '"https://www.abwp.example/na.pdf"'));

  function expectFixIn(document: string, at: Whereabouts, title: string, wanted: string): void {
    const project = new Project({ ...plainHost('2026-01-01'), whereabouts: (_, path) => (path.includes('#') ? 'missing' : at) });
    const text = (of: string): string => `program P "P" {\n  needs-analysis { document: ${of} }\n}`;
    project.set('a.cred', text(document), true);
    const [fix] = project.fixable('a.cred').find(({ rule }) => rule === 'language/missing-file')!.fixes;
    expect(fix!.title).toBe(title);
    expect(applyEdits(text(document), fix!.edits())).toBe(text(wanted));
  }
});
