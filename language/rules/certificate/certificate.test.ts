import { describe, expect, test } from 'vitest';
import { expectFindings, findingsOf, projectOf } from '../../../test/expect.ts';
import { applyEdits } from '../../findings/finding.ts';
import { claimOf } from '../shared/holders.ts';
import { titleSays } from '../shared/text.ts';

const in_ = (body: string, kind = 'certificate') => `${kind} ASK "Allergen-Safe Kitchen" {\n${body}\n}\n`;
const of = (body: string, rule: string, kind?: string) => findingsOf(in_(body, kind)).filter(finding => finding.rule === rule);
const severities = (body: string, rule: string) => of(body, rule).map(finding => finding.severity);

describe('holes count as stated', () => {
  test('success: a certificate of nothing but holes has no missing feature', () => {
    const found = findingsOf(
      in_(`
      purpose: ?; goal: ?; scope: ?
      needs-analysis { conducted: ? }
      outcome o1 ?
      module m1 ? { teaches: ?; hours: ? }
      assessment a1 { measures: ?; independent: ?; use: ? }
      award { type: ?; letters: ?; requires: ?; valid-for: ?; wording: ? }
      evaluation { type: ? }`),
    );
    expect(found.filter(finding => finding.rule.startsWith('certificate/'))).toEqual([]);
  });
  test('success: a value that language/ reports counts as stated', () => {
    expect(of('goal: learn', 'certificate/goal')).toEqual([]);
    expect(of('award { type: certificate; requires: nothing }', 'certificate/gate')).toEqual([]);
    expect(of('award { type: certificate; requires: }', 'certificate/gate')).toEqual([]);
  });
});

describe('severity', () => {
  test('fail: missing is a warning, a contradiction an error', () => {
    expect(severities('', 'certificate/goal')).toEqual(['warning']);
    expect(severities('goal: validate-competence', 'certificate/goal')).toEqual(['error']);
    expect(severities('', 'certificate/purpose')).toEqual(['information']);
  });
  test('fail: while planned what is missing is information; contradictions stay', () => {
    expect(severities('status: planned', 'certificate/goal')).toEqual(['information']);
    expect(severities('status: planned; goal: validate-competence', 'certificate/goal')).toEqual(['error']);
    expect(severities('status: planned\nmaintenance { cycle: 2 years }', 'certificate/maintenance')).toEqual(['warning']);
    expect(severities('status: planned\naward { wording: "Holders are certified." }', 'certificate/wording')).toEqual(['warning']);
  });
  test('success: retired programs are asked for nothing', () => {
    expect(findingsOf(in_('status: retired')).filter(finding => finding.rule.startsWith('certificate/'))).toEqual([]);
  });
});

describe('gate, assessment and award', () => {
  test('success: one slip, one finding: attendance only, or a gate without an assessment, silences certificate/assessment', () => {
    expect(of('award { type: attendance }', 'certificate/assessment')).toEqual([]);
    expect(of('award { type: attendance }', 'certificate/award')).toHaveLength(1);
    const gated = 'module m1 "One"\naward { type: certificate; requires: m1 }';
    expect(of(gated, 'certificate/assessment')).toEqual([]);
    expect(of(gated, 'certificate/gate')).toHaveLength(1);
  });
  test('success: attendance beside a certificate is fine', () => {
    expect(of('award { type: attendance }\naward { type: certificate }', 'certificate/award')).toEqual([]);
    expect(of('award { type: badge }', 'certificate/award')).toEqual([]);
  });
  test('fail: several awards for attendance are one finding', () => {
    const [finding, ...more] = of('award "A" { type: attendance }\naward "B" { type: attendance }', 'certificate/award');
    expect(more).toEqual([]);
    expect(finding?.related).toHaveLength(1);
  });
  test('fail: a formative assessment is no gate', () => {
    expect(
      of('module m1 "One"\nassessment q "Quiz" { use: formative }\naward { type: certificate; requires: m1, q }', 'certificate/gate'),
    ).toHaveLength(1);
  });
  test('success: another certificate of the program that requires its test, a badge that does not', () => {
    expect(
      of(
        'module m1 "One"\nassessment a "Test"\naward { type: certificate; requires: m1, a }\naward { type: badge; requires: m1 }',
        'certificate/gate',
      ),
    ).toEqual([]);
  });
  test('fail: the added assessment gets a free name and is required', () => {
    const text = in_('  module m1 "One"\n  assessment assessment1 "Quiz" { use: formative }\n  award { type: certificate; requires: m1 }');
    const finding = findingsOf(text).find(one => one.rule === 'certificate/gate')!;
    const fixed = applyEdits(text, finding.fixes[0]!.edits());
    expect(fixed).toContain('requires: m1, assessment2');
    expect(fixed).toContain('assessment assessment2 {');
  });
  test('fail: declaring it attendance changes the award with it', () => {
    const text = in_('  module m1 "One"\n  award { type: certificate; requires: m1 }');
    const finding = findingsOf(text).find(one => one.rule === 'certificate/gate')!;
    const fixed = applyEdits(text, finding.fixes.find(fix => fix.title === 'Declare it attendance')!.edits());
    expect(fixed).toBe('attendance ASK "Allergen-Safe Kitchen" {\n  module m1 "One"\n  award { type: attendance; requires: m1 }\n}\n');
  });
});

describe('linked-assessment', () => {
  test('success: while there is no outcome only the error speaks', () => {
    expect(of('assessment a "A"', 'certificate/linked-assessment')).toEqual([]);
    expect(severities('assessment a "A" { independent: yes }', 'certificate/linked-assessment')).toEqual(['error']);
  });
  test('success: formative, holes, names that stand for nothing, outcomes among domains', () => {
    const rest = 'outcome o "Do"\ndomain d "D"\n';
    for (const one of ['use: formative; independent: yes', 'measures: ?', 'measures: nowhere', 'measures: d, o']) {
      expect(of(`${rest}assessment a "A" { ${one} }`, 'certificate/linked-assessment'), one).toEqual([]);
    }
  });
});

describe('letters and accreditation', () => {
  test('success: CH- letters with ASTM E2659 are a warning; without it or otherwise an error', () => {
    const award = (letters: string) => `award { letters: "${letters}" }\n`;
    const astm = (status: string) => `accreditation { standard: ASTM-E2659-2024; status: ${status} }`;
    expect(severities(award('CH-ASK') + astm('accredited'), 'certificate/letters')).toEqual(['warning']);
    expect(severities(award('CH-ASK') + astm('planned'), 'certificate/letters')).toEqual(['error']);
    expect(severities(award('ASK') + astm('seeking'), 'certificate/letters')).toEqual(['error']);
  });
  test('success: planned and lapsed accreditations, and a standard of the project that accredits both', () => {
    for (const status of ['planned', 'lapsed']) {
      expect(of(`accreditation { standard: NCCA-2021; status: ${status} }`, 'certificate/accreditation')).toEqual([]);
    }
    const own = 'standard LOCAL "Local" { accredits: certification, certificate }\n';
    expect(
      findingsOf(own + in_('accreditation { standard: LOCAL; status: seeking }')).filter(f => f.rule === 'certificate/accreditation'),
    ).toEqual([]);
  });
  test('fail: a standard of another file that accredits certifications', () => {
    const project = projectOf({
      'a.cred': in_('accreditation { standard: LOCAL; status: seeking }'),
      'b.cred': 'standard LOCAL "Local" { accredits: certification }',
    });
    expect(project.findings('a.cred').filter(f => f.rule === 'certificate/accreditation')).toHaveLength(1);
    project.set('b.cred', 'standard LOCAL "Local" { accredits: certificate }', true);
    expect(project.findings('a.cred').filter(f => f.rule === 'certificate/accreditation')).toEqual([]);
  });
});

test('fail: several programs of one file are each judged', () => {
  expectFindings(`
certificate A "A" { goal: acquire-competence }
certificate BB "B" { purpose: build-capacity }
//          ^^ certificate/goal
certification CCC "C" { goal: acquire-competence }
//                            ^^^^^^^^^^^^^^^^^^ certification/goal
`);
});

test('fail: a property that is added stands at its place', () => {
  const text = in_('  award paper "P" { type: certificate; valid-for: 3 years }');
  const finding = findingsOf(text).find(one => one.rule === 'certificate/maintenance')!;
  expect(applyEdits(text, finding.fixes[0]!.edits())).toContain('valid-for: 3 years; term-rationale: ? }');
});

test('fail: all upkeep goes with one fix', () => {
  for (const upkeep of [
    '  maintenance { cycle: 2 years }\n  maintenance { fee: 9 USD }',
    '  maintenance { cycle: 2 years }; maintenance { fee: 9 USD }',
  ]) {
    const text = in_(upkeep);
    const finding = findingsOf(text).find(one => one.rule === 'certificate/maintenance')!;
    const after = applyEdits(text, finding.fixes[0]!.edits());
    expect(after).not.toContain('maintenance');
    expect(findingsOf(after).filter(({ rule }) => rule === 'language/syntax' || rule === 'certificate/maintenance')).toEqual([]);
  }
});

describe('wording', () => {
  test.each([
    ['Graduates are certified hydration coaches and may sign as such.', 'certified'],
    ['Everyone who completes the course is certified.', 'certified'],
    ['Those who complete the program are certified food handlers.', 'certified'],
    ['Holders become licensed operators.', 'licensed'],
    ['You may call yourself a registered coach.', 'registered'],
    ['Holders are accredited trainers.', 'accredited'],
    ['Earned the certificate. Holders are Certified Coaches.', 'certified'],
    ['Certified Allergen Steward', 'certified'],
    ['Holders are certified state inspectors.', 'certified'],
    ['Holders are\n certified.', 'certified'],
  ])('fail: %s', (text, word) => expect(claimOf(text)).toBe(word));

  test.each([
    'It does not make holders certified.',
    'The certificate does not make its holder certified and carries no letters.',
    'They are not certified and use no letters after the name.',
    "Holders aren't certified.",
    'Holders may never say that they are licensed or registered.',
    'Required by the state licensing board for licensed contractors.',
    'The county requires registered caterers to hold this certificate.',
    'Accepted by the state board as part of what it takes to be licensed.',
    'Earned a certificate from an accredited program.',
    'This course is accredited by the Guild.',
    'Taught by certified instructors.',
    'Licensed instructors teach every module.',
    'Certificate in Wound Care for Registered Nurses',
    'A step toward becoming certified.',
    'Prepares for the examination to become a certified welder.',
    'Holders who registered for the course in 2024.',
    'A registered trademark of the institute.',
    'Holders have earned the certificate.',
    'A certificate, and no certification.',
    '',
  ])('success: %s', text => expect(claimOf(text)).toBeUndefined());
});

describe('name', () => {
  test('fail: the word in a title', () => {
    expect(titleSays('Certified Widget Technician', ['certified'])).toBe('certified');
    expect(titleSays('FOOD SAFETY CERTIFICATION', ['certification'])).toBe('certification');
  });
  test.each([
    'Toward Certification',
    'Preparing for the Certified Chef Examination',
    'Courses for Certified Welders',
    'Pre-Certification Workshop',
    'Certification Prep',
    'Certificate in Baking',
  ])('success: %s', title => expect(titleSays(title, ['certified', 'certification'])).toBeUndefined());
  test('fail: "Certificate" instead keeps the rest of the title', () => {
    const text = 'certificate A "Food Safety Certification" {\n}\n';
    const finding = findingsOf(text).find(one => one.rule === 'certificate/name')!;
    expect(applyEdits(text, finding.fixes[0]!.edits())).toBe('certificate A "Food Safety Certificate" {\n}\n');
  });
});

test('quality: an evaluation by the owner counts, in whichever file, unless it is of another sort', () => {
  const found = (evaluation: string): string[] => {
    const files = { 'a.cred': in_('owner: O; needs-analysis { method: ? }'), 'o.cred': `organization O "O" { ${evaluation} }` };
    return projectOf(files)
      .findings('a.cred')
      .filter(({ rule }) => rule === 'certificate/quality')
      .flatMap(({ fixes }) => fixes.map(({ title }) => title));
  };
  expect(found('')).toEqual(['Add an evaluation']);
  // If the owner is unknown or no organization, its properties are unknown, too.
  const owned = (owner: string): string => in_(`owner: ${owner}; needs-analysis { method: ? }`);
  for (const owner of ['Q', 'ann'])
    expect(findingsOf(`${owned(owner)}\nperson ann "Ann"`).filter(({ rule }) => rule === 'certificate/quality')).toEqual([]);
  expect(found('evaluation { type: quality-review }')).toEqual(['Add an evaluation']);
  for (const type of ['type: program-evaluation', 'type: ?', 'conducted: 2025'])
    expect(found(`evaluation { type: psychometric-review }; evaluation { ${type} }`), type).toEqual([]);
});

test('award: a message tells the award from the program where both have one title', () => {
  const said = (kind: string, type: string): string =>
    findingsOf(`${kind} A "Pool Steward" { award "Pool Steward" { type: ${type} } }`)
      .map(({ message }) => message)
      .join('\n');
  expect(said('certificate', 'designation')).toContain(
    '"Pool Steward" is a certificate program, but its award "Pool Steward" is a designation',
  );
  expect(said('certification', 'license')).toContain('"Pool Steward" is a certification, but its award "Pool Steward" is a license.');
  expect(said('attendance', 'designation')).toContain('but its award "Pool Steward" is a designation');
  expect(said('certificate', 'degree')).toContain('but its award "Pool Steward" is a degree.');
});

test('wording: the title of an award that says certification', () => {
  const said = (title: string): string[] =>
    findingsOf(`certificate A "Forklift Safety" { award "${title}" { type: certificate } }`)
      .filter(({ rule }) => rule === 'certificate/wording')
      .map(({ message }) => message);
  expect(said('Forklift Certification Card')).toEqual([
    'The title of this award says "certification". "Forklift Safety" is a certificate program: call the award a certificate.',
  ]);
  for (const title of ['Forklift Certificate', 'Forklift Certification Prep Certificate', 'Toward Certification'])
    expect(said(title), title).toEqual([]);
});
