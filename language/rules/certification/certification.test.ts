import { describe, expect, test } from 'vitest';
import { expectFindings, expectFix, findingsOf, projectOf } from '../../../test/expect.ts';

const rulesOf = (members: string, rule?: string, title = 'Widgets') =>
  findingsOf(`certification C "${title}" { ${members} }`)
    .filter(one => (rule ? one.rule === `certification/${rule}` : one.rule.startsWith('certification/')))
    .map(one => `${one.severity} ${one.rule.slice(14)}`);

const EMPTY = [
  'information purpose',
  'warning goal',
  'warning assessment',
  'warning job-analysis',
  'information scope',
  'warning award',
  'warning maintenance',
  'information safeguards',
];

test('fail: an empty one lacks every feature', () => {
  expect(rulesOf('').sort()).toEqual([...EMPTY].sort());
});

test('fail: planned, what is missing is information; retired, nothing is said', () => {
  expect(rulesOf('status: planned').every(one => one.startsWith('information'))).toBe(true);
  expect(rulesOf('status: retired')).toEqual([]);
});

test('fail: errors stay errors while planned', () => {
  expect(rulesOf('status: planned; award { type: license }', 'award')).toEqual(['error award']);
});

test('success: holes count as stated', () => {
  expect(
    rulesOf(
      'purpose: ?; goal: ?; scope: ?; job-analysis { }; assessment x { independent: ? }; award { type: ? }; maintenance { cycle: ? }; register { public: ? }; policy { covers: ? }',
    ),
  ).toEqual([]);
});

describe('instruction', () => {
  test('fail: an everyone block stands above open routes', () => {
    expectFindings(`
      certification C "C" {
        eligibility "Open" { experience: 2 years }
        eligibility "All" { applies: everyone; completes: m }
        //                                                ^ certification/instruction
        module m "M" { required: no }
      }`);
  });

  test('fail: every route, one finding', () => {
    const text =
      'certification C "C" { eligibility "A" { completes: m }; eligibility "B" { completes: "A course", n }; module m "M" { required: no }; module n "N" { required: no } }';
    const found = findingsOf(text).filter(one => one.rule === 'certification/instruction');
    expect(found.map(one => [one.severity, one.related?.length])).toEqual([['error', 1]]);
  });

  test('success: an open route, advice, training of others, or an unknown', () => {
    const module = 'module m "M" { required: no }';
    for (const ways of [
      'eligibility { completes: m }; eligibility { experience: 2 years }',
      'eligibility { applies: advised; completes: m }',
      'eligibility { completes: "A course of a college" }',
      'eligibility { completes: ? }',
      'eligibility { applies: ?; completes: m }',
    ])
      expect(rulesOf(`${ways}; ${module}`, 'instruction'), ways).toEqual([]);
  });

  test("success: another program's module is not its own", () => {
    const text = 'certification C "C" { eligibility { completes: D.m } }\ncertificate D "D" { module m "M" }';
    expect(findingsOf(text).filter(one => one.rule === 'certification/instruction')).toEqual([]);
  });

  test('success: a formative quiz may follow a module', () => {
    expect(rulesOf('module m "M" { required: no }; assessment q { use: formative; follows: m }', 'instruction')).toEqual([]);
  });

  test('fail: required is not stated, unless an error names the module', () => {
    expect(rulesOf('module m "M"', 'instruction')).toEqual(['information instruction']);
    expect(rulesOf('module m "M"; assessment x { follows: m }', 'instruction')).toEqual(['error instruction']);
    expect(rulesOf('module m "M" { required: ? }', 'instruction')).toEqual([]);
  });

  test('fix: takes the tie out', () => {
    expectFix(
      'certification C "C" { module m "M" { required: no }; assessment x { follows: m; items: 20 } }',
      'certification/instruction',
      'Remove "follows"',
      'certification C "C" { module m "M" { required: no }; assessment x { items: 20 } }',
    );
  });
});

describe('award', () => {
  test('gate: an award that asks for a module only; certification/assessment is silent beside it', () => {
    expect(rulesOf('module m "M" { required: no }; award { type: designation; requires: m }', 'gate')).toEqual(['error gate']);
    expect(rulesOf('module m "M" { required: no }; award { type: designation; requires: m }', 'assessment')).toEqual([]);
  });

  test('gate: silent for holes, names that stand for nothing, attendance and defaults', () => {
    for (const award of ['requires: ?', 'requires: m, ?', 'requires: nothing', 'type: attendance; requires: m', 'type: designation']) {
      expect(rulesOf(`module m "M" { required: no }; award { ${award} }`, 'gate'), award).toEqual([]);
    }
    expect(rulesOf('module m "M" { required: no }; assessment x { independent: yes }; award { requires: m, x }', 'gate')).toEqual([]);
  });

  test('gate fix: names the assessment that is picked', () => {
    expectFix(
      'certification C "C" { module m "M"; assessment x "Exam" { items: 9 }; award { requires: m } }',
      'certification/gate',
      'Say that "award" requires "Exam"',
      'certification C "C" { module m "M"; assessment x "Exam" { items: 9 }; award { requires: m, x } }',
    );
  });

  test('fail: a card only; success: letters make a designation, a hole may be one', () => {
    expect(rulesOf('award { type: card }', 'award')).toEqual(['information award']);
    expect(rulesOf('award { letters: "CWT" }', 'award')).toEqual([]);
    expect(rulesOf('award { type: card }; award { type: ? }', 'award')).toEqual([]);
  });

  test('fail: every award is for attendance; success: one beside a designation', () => {
    expect(rulesOf('award { type: attendance }; award { type: attendance }', 'award')).toEqual(['error award']);
    expect(rulesOf('award { type: attendance }; award { type: designation }', 'award')).toEqual([]);
  });

  test('a lifetime award without upkeep is one finding', () => {
    expect(rulesOf('award { type: designation; lifetime: yes }', 'maintenance')).toEqual(['error maintenance']);
    expect(rulesOf('award { type: designation; lifetime: no }', 'maintenance')).toEqual(['warning maintenance']);
  });

  test('a degree is one finding', () => {
    expect(rulesOf('award { type: degree }; maintenance { cycle: 3 years }').filter(one => /award|degree/.test(one))).toEqual([
      'error degree',
    ]);
  });
});

describe('accreditation', () => {
  const own = 'standard S "S" { accredits: certificate }\nstandard B "B" { accredits: certificate, certification }\nstandard N "N"\n';
  const of = (accreditation: string) =>
    projectOf({ 'a.cred': `certification C "C" { accreditation { ${accreditation} } }`, 's.cred': own })
      .findings('a.cred')
      .filter(one => one.rule === 'certification/accreditation').length;
  test('fail: sought or held', () => {
    expect([of('standard: S; status: seeking'), of('standard: S; status: accredited')]).toEqual([1, 1]);
  });
  test('success: planned, not stated, for both, unknown', () => {
    expect([
      of('standard: S; status: planned'),
      of('standard: S'),
      of('standard: B; status: seeking'),
      of('standard: N; status: seeking'),
      of('standard: X; status: seeking'),
    ]).toEqual([0, 0, 0, 0, 0]);
  });
});

const ALL = 'covers: appeals, complaints, discipline, accommodations, nondiscrimination, conflict-of-interest, confidentiality';

describe('safeguards', () => {
  const absent = (text: string) =>
    findingsOf(text)
      .filter(one => one.rule === 'certification/safeguards')
      .map(one => one.message.replace(/^.*does not show |\. They.*$/g, ''));
  test('fail: names what is absent', () => {
    expect(absent('certification C "C" { policy { covers: appeals } }')).toEqual([
      'a policy on complaints, discipline, accommodations, nondiscrimination, conflicts of interest and confidentiality, nor a register or another way to verify holders',
    ]);
  });
  test("success: the owner's policies count, and verification is enough", () => {
    expect(
      absent(
        'organization O "O" { policy { covers: appeals, complaints, discipline, accommodations, nondiscrimination, conflict-of-interest, confidentiality } }\ncertification C "C" { owner: O; award { verification: "https://o.example" } }',
      ),
    ).toEqual([]);
  });
  test('fail: an owner of the same file without them', () => {
    expect(
      absent(
        'organization O "O" { policy { covers: fees, accommodations, nondiscrimination, conflict-of-interest, confidentiality } }\ncertification C "C" { owner: O; register { public: yes } }',
      ),
    ).toEqual(['a policy on appeals, complaints and discipline']);
  });
  test('the policies of an owner in another file count, unless there are two of the name', () => {
    const found = (...owners: string[]): number => {
      const files = Object.fromEntries(owners.map((text, i) => [`${i}.cred`, text]));
      const project = projectOf({ 'a.cred': 'certification C "C" { owner: O; register { public: yes } }', ...files });
      return project.findings('a.cred').filter(one => one.rule === 'certification/safeguards').length;
    };
    expect(found('organization O "O" { policy { covers: fees } }')).toBe(1);
    expect(
      found(
        'organization O "O" { policy { covers: appeals, complaints, accommodations, nondiscrimination }; policy { covers: discipline, conflict-of-interest, confidentiality } }',
      ),
    ).toBe(0);
    expect(found(`organization O "O" { policy { ${ALL}; for: C } }`)).toBe(0);
    expect(found(`organization O "O" { policy { ${ALL}; for: D } }`)).toBe(1);
    expect(found(`organization O "O" { policy { ${ALL}; for: D, ? } }`)).toBe(0);
    expect(found('organization O "O" { policy { covers: ? } }')).toBe(0);
    expect(found('organization O "O"', 'organization O "O"')).toBe(0);
    expect(found()).toBe(0);
  });
});
describe('term', () => {
  test('a term and a cycle: compared in one unit only, and with every alternative', () => {
    const term = (members: string) =>
      findingsOf(
        `certification C "C" { register { public: yes }; policy { covers: ? }; award { type: designation; valid-for: 2 years }; ${members} }`,
      ).filter(one => one.rule === 'certification/term').length;
    expect(term('maintenance { cycle: 3 years }')).toBe(1);
    expect(term('maintenance { cycle: 2 years }')).toBe(0);
    expect(term('maintenance { cycle: 36 months }')).toBe(0);
    expect(term('maintenance { cycle: ? }')).toBe(0);
    expect(term('maintenance { cycle: 3 years }; maintenance { cycle: 2 years }')).toBe(0);
  });
});
describe('safeguards in one go', () => {
  test('fix: adds all that is absent', () => {
    expectFix(
      'certification C "C" {\n  policy { covers: appeals, complaints, accommodations, nondiscrimination, conflict-of-interest, confidentiality }\n}',
      'certification/safeguards',
      'Add a policy on discipline and a register of holders',
      'certification C "C" {\n  register {\n    website: ?\n    public: ?\n  }\n  policy { covers: appeals, complaints, accommodations, nondiscrimination, conflict-of-interest, confidentiality }\n  policy {\n    covers: discipline\n    document: ?\n  }\n}',
    );
  });
});

test('name: the title is judged, and the fix keeps its capitals', () => {
  expect(rulesOf('', 'name', 'Certificate in Widgets')).toEqual(['warning name']);
  expect(rulesOf('', 'name', 'Certified Widget Technician')).toEqual([]);
  expectFix(
    'certification C "WIDGET CERTIFICATE" { goal: ? }',
    'certification/name',
    'Write',
    'certification C "WIDGET CERTIFICATION" { goal: ? }',
  );
});

test('several programs are judged each by itself', () => {
  const text = 'certification A "A" { goal: ?; job-analysis { } }\ncertification B "B" { goal: ? }';
  expect(
    findingsOf(text)
      .filter(one => one.rule === 'certification/job-analysis')
      .map(one => one.range.start.line),
  ).toEqual([1]);
});

describe('wording: an accreditation is named by those who hold it', () => {
  const said = (status: string, wording: string): readonly (string | undefined)[] =>
    findingsOf(
      `certification C "C" { award "C" { type: designation; wording: "${wording}" }; accreditation { standard: NCCA-2021; ${status} } }`,
    )
      .filter(({ rule }) => rule === 'certification/wording')
      .flatMap(({ message, fixes, related }) => [message, fixes[0]?.title, related?.[0]?.message]);
  test.each([
    ['planned', 'is only planned'],
    ['seeking', 'is only being sought'],
    ['lapsed', 'has lapsed'],
  ])('fail: one that is %s', (status, why) =>
    expect(said(`status: ${status}`, 'A certification accredited by the NCCA.')).toEqual([
      `The wording of "C" names an accreditation (NCCA) that ${why}. Take it out until "C" holds it.`,
      'Write "?" for now',
      `The accreditation ${why}.`,
    ]),
  );
  test.each([
    ['status: accredited', 'A certification accredited by the NCCA.'],
    ['status: ?', 'A certification accredited by the NCCA.'],
    ['by: "ICE"', 'A certification accredited by the NCCA.'],
    ['status: seeking', 'The program is seeking accreditation by the NCCA.'],
    ['status: seeking', 'Its accreditation by the NCCA is pending.'],
    ['status: seeking', 'It is not accredited by the NCCA yet.'],
    ['status: lapsed; by: "NCCA" }; accreditation { standard: NCCA-2014; status: accredited', 'Accredited by the NCCA.'],
  ])('success: %s, "%s"', (status, wording) => expect(said(status, wording)).toEqual([]));
});

test('maintenance: for life and renewed contradict each other', () => {
  const text = 'certification C "C" { award "A" { type: designation; lifetime: yes }; maintenance { cycle: 3 years; practice: 1 year } }';
  const [finding] = findingsOf(text).filter(({ rule }) => rule === 'certification/maintenance');
  expect(finding?.message).toContain('"C" says how holders renew it');
  expect(finding?.related).toHaveLength(1);
});

test('instruction: a designation that asks for an own module', () => {
  const said = (more: string): string[] =>
    findingsOf(`certification C "C" { module m "Class" { required: no }; assessment e "E"; ${more} }`)
      .filter(({ rule }) => rule === 'certification/instruction')
      .map(({ severity, message }) => `${severity} ${message}`);
  expect(said('award "A" { type: designation; requires: e, m }')).toEqual([
    'error "A" asks for the module "Class", but "C" is a certification, which people reach wherever they learned. Ask for its examination alone, or describe the instruction as a certificate program of its own.',
  ]);
  expect(said('award "A" { type: designation; requires: e }; award "B" { type: badge; requires: m }')).toEqual([]);
  expect(said('eligibility { completes: m }; eligibility { experience: 1 year; until: 2020 }')).toHaveLength(1);
});
