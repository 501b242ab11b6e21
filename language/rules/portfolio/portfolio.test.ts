import { describe, expect, test } from 'vitest';
import { projectOf } from '../../../test/expect.ts';
import { addMissing } from '../../check/apply-fixes.ts';
import { applyEdits } from '../../findings/finding.ts';
import type { Project } from '../../project/project.ts';

const ORG = 'organization O "Owner" { body b "Council" { governs: C; autonomous: yes; public-members: 1 } }';
const WALL = 'separation { staff: yes; decisions: yes; content: yes; finances: yes; promotion: yes }';
const ORG_WITH_WALL = `organization O "Owner" { body b "Council" { governs: C; autonomous: yes; public-members: 1 }; ${WALL} }`;
const program = (kind: string, name: string, members = '', title = `${name} title`): string =>
  `${kind} ${name} "${title}" {\n  owner: O\n  ${members}\n}\n`;

/** Findings of the group by severity and rule, on whatever file. */
const said = (project: Project): string[] =>
  project.uris
    .flatMap(uri => project.findings(uri))
    .filter(({ rule }) => rule.startsWith('portfolio/'))
    .map(({ severity, rule }) => `${severity} ${rule.slice(10)}`);
const saidOf = (...texts: string[]): string[] => said(projectOf(Object.fromEntries(texts.map((text, i) => [`${i}.cred`, text]))));

describe('where the group applies', () => {
  test('fail: a certificate of the owner, in another file or before it', () => {
    expect(saidOf(ORG, program('certification', 'C'), program('certificate', 'T'))).toEqual(['warning separation-missing']);
    expect(saidOf(program('certificate', 'T'), program('certification', 'C'), ORG)).toEqual(['warning separation-missing']);
  });

  test('fail: a seminar, or a module of another certification, that prepares for it', () => {
    expect(saidOf(ORG, program('certification', 'C'), program('attendance', 'T', 'prepares-for: C'))).toEqual([
      'warning separation-missing',
    ]);
    const other = 'status: operating; module m "M" { required: no; prepares-for: C }';
    expect(saidOf(ORG, program('certification', 'C'), program('certification', 'D', other))).toEqual(['warning separation-missing']);
    expect(saidOf(ORG, program('certification', 'C', 'module m "M" { required: no; prepares-for: C }'))).toEqual([
      'warning separation-missing',
    ]);
  });

  test('success: a seminar of its own, a certification that leads to another, another owner', () => {
    expect(saidOf(ORG, program('certification', 'C'), program('attendance', 'T'))).toEqual([]);
    expect(saidOf(ORG, program('certification', 'C'), program('certification', 'D', 'prepares-for: C'))).toEqual([]);
    expect(saidOf(ORG, program('certification', 'C'), 'organization P "P" { }\ncertificate T "T" { owner: P; prepares-for: C }')).toEqual(
      [],
    );
  });

  test('success: the owner is a hole, unknown, no organization, or one of two', () => {
    const t = program('certificate', 'T');
    for (const owner of ['?', 'OO', 'T', '']) expect(saidOf(ORG, `certification C "C" { owner: ${owner} }`, t), owner).toEqual([]);
    expect(saidOf(ORG, ORG, program('certification', 'C'), t)).toEqual([]);
    expect(saidOf(ORG, program('certification', 'C'), 'certificate T "T" { owner: ? }')).toEqual([]);
  });

  test('success: a retired program on either side; fail: one that is only suspended', () => {
    expect(saidOf(ORG, program('certification', 'C', 'status: retired'), program('certificate', 'T'))).toEqual([]);
    expect(saidOf(ORG, program('certification', 'C'), program('certificate', 'T', 'status: retired'))).toEqual([]);
    expect(saidOf(ORG, program('certification', 'C'), program('certificate', 'T', 'status: suspended'))).toEqual([
      'warning separation-missing',
    ]);
  });

  test('fail: of a planned certification, what is merely missing is information', () => {
    const planned = 'status: planned; eligibility { holds: T }';
    expect(
      saidOf('organization O "O" { separation { staff: no } }', program('certification', 'C', planned), program('certificate', 'T')).sort(),
    ).toEqual(['error tied-eligibility', 'information autonomy', 'information separation-incomplete', 'warning separation-incomplete']);
  });

  test('each finding stands on the owner value, the other places are related', () => {
    const project = projectOf({ 'o.cred': ORG, 'c.cred': program('certification', 'C'), 't.cred': program('certificate', 'T') });
    const [finding] = project.findings('c.cred').filter(({ rule }) => rule.startsWith('portfolio/'));
    expect(finding?.range).toEqual({ start: { line: 1, character: 9 }, end: { line: 1, character: 10 } });
    expect(finding?.related?.map(({ uri, range }) => [uri, range.start.line, range.start.character])).toEqual([['t.cred', 0, 12]]);
  });

  test('a related place of the same file moves along with its words', () => {
    const text = `${program('certification', 'C')}\n${ORG}\n${program('certificate', 'T')}`;
    const project = projectOf({ 'a.cred': text });
    const line = (): number | undefined =>
      project.findings('a.cred').find(({ rule }) => rule === 'portfolio/separation-missing')?.related?.[0]?.range.start.line;
    const before = line()!;
    project.set('a.cred', text.replace('certificate T', '// a line\ncertificate T'), true);
    expect(line()).toBe(before + 1);
  });
});

describe('separations', () => {
  const missing = (org: string, c = '', t = '', more = ''): string[] =>
    saidOf(org, program('certification', 'C', c), program('certificate', 'T', `module m "M"; ${t}`), more).filter(one =>
      one.includes('separation'),
    );
  const inOrg = (between: string): string => ORG_WITH_WALL.replace('separation {', `separation { ${between};`);

  test('success: in the organization or in either program, with and without names', () => {
    for (const between of ['between: C, T', 'between: C', 'between: T', 'between: C, T.m', 'between: ?', 'between: C, TT'])
      expect(missing(inOrg(between)), between).toEqual([]);
    expect(missing(ORG_WITH_WALL)).toEqual([]);
    for (const wall of [WALL, WALL.replace('{', '{ between: T;'), WALL.replace('{', '{ between: C, T;')])
      expect(missing(ORG, wall), wall).toEqual([]);
    for (const wall of [WALL, WALL.replace('{', '{ between: C;'), WALL.replace('{', '{ between: m, C;')])
      expect(missing(ORG, '', wall), wall).toEqual([]);
  });

  test('fail: it is between others, or covers one certificate of two', () => {
    const second = program('certificate', 'S');
    expect(missing(inOrg('between: C, S'), '', '', second)).toEqual(['warning separation-missing']);
    expect(missing(inOrg('between: S, T'), '', '', second)).toEqual(['warning separation-missing']);
    expect(missing(ORG, '', WALL, second)).toEqual(['warning separation-missing']);
    expect(missing(ORG, '', '', program('certificate', 'S', WALL))).toEqual(['warning separation-missing']);
  });

  test('success: several together say yes to all, and holes count', () => {
    const org =
      'organization O "O" { body b "B" { governs: C; autonomous: ?; public-members: ? }; separation { staff: yes; decisions: ?; content: ? }; separation { finances: yes; promotion: yes } }';
    expect(saidOf(org, program('certification', 'C'), program('certificate', 'T'))).toEqual([]);
  });

  test('fail: one says no to what another affirms', () => {
    const org = ORG_WITH_WALL.replace('separation {', 'separation { between: C, T; staff: no }; separation {');
    expect(missing(org)).toEqual(['warning separation-incomplete']);
  });

  test('the fix is written in the owner where it is in the file, else in the certification; it is the last of its kind', () => {
    const own = `${ORG}\n${program('certification', 'C')}${program('certificate', 'T')}`;
    const fixed = (files: Record<string, string>): string => {
      const project = projectOf(files);
      const uri = project.uris.find(one => project.text(one)!.includes('certification C'))!;
      const file = project.file(uri)!;
      const texts = addMissing(file, file.programs.find(({ name }) => name === 'C')!, project, project.host);
      const text = texts.get(uri)!;
      project.set(uri, text, true);
      expect(said(project)).toEqual([]);
      return text;
    };
    const wall = 'separation { between: C, T; staff: ?; decisions: ?; content: ?; finances: ?; promotion: ? }';
    expect(fixed({ 'a.cred': own }).split('\n')[0]).toContain(`; ${wall} }`);
    const apart = fixed({ 'o.cred': ORG, 'c.cred': program('certification', 'C'), 't.cred': program('certificate', 'T') });
    expect(apart.replace(/\s+/g, ' ')).toContain(wall.replaceAll(';', ''));
    expect(apart.match(/separation/g)).toHaveLength(1);
  });

  test('all that is missing is added once, a body with it', () => {
    const text = `organization O "O" { }\n${program('certification', 'C')}${program('certificate', 'T')}`;
    const project = projectOf({ 'a.cred': text });
    const file = project.file('a.cred')!;
    const fixed = addMissing(file, file.programs[0]!, project, project.host).get('a.cred')!;
    expect(fixed.match(/separation \{|body \?/g)).toEqual(['body ?', 'separation {']);
    project.set('a.cred', fixed, true);
    expect(said(project)).toEqual([]);
  });
});

describe('tied-eligibility', () => {
  const tied = (eligibility: string, t = 'module m "M"', more = ''): string[] =>
    saidOf(ORG_WITH_WALL, program('certification', 'C', eligibility), program('certificate', 'T', t), more).filter(one =>
      one.includes('tied'),
    );
  const YES = ['error tied-eligibility'];

  test('fail: every route, a condition for everybody, also of a program that is no certificate', () => {
    expect(tied('eligibility { holds: T }')).toEqual(YES);
    expect(tied('eligibility { completes: "Any class", T.m }; eligibility { holds: T; experience: 1 year }')).toEqual(YES);
    expect(tied('eligibility { experience: 1 year }; eligibility { applies: everyone; holds: T }')).toEqual(YES);
    expect(tied('eligibility { completes: S.day }', '', program('attendance', 'S', 'module day "Day"'))).toEqual(YES);
  });

  test('fail: the open way is closed by now, or the award asks for a module or a test of what is taught', () => {
    expect(tied('eligibility { holds: T }; eligibility { experience: 1 year; until: 2020 }')).toEqual(YES);
    expect(tied('assessment e "E"; award { type: designation; requires: e, T.m }')).toEqual(YES);
    expect(tied('award { requires: T.f }', 'module m "M"; assessment f "F" { follows: m }')).toEqual(YES);
  });

  test('success: a way that is open still, an award for a course beside the designation, a choice', () => {
    expect(tied('eligibility { holds: T }; eligibility { experience: 1 year; until: 2099 }')).toEqual([]);
    expect(tied('assessment e "E"; award { type: designation; requires: e }; award { type: badge; requires: T.m }')).toEqual([]);
    expect(tied('assessment e "E"; award { type: designation; one-of: e, T.f }', 'assessment f "F"')).toEqual([]);
    expect(tied('award { requires: D.f }', '', program('certification', 'D', 'assessment f "F"'))).toEqual([]);
  });

  test('success: an open way, advice, a hole, a text, a certification, or a retired course', () => {
    expect(tied('eligibility { holds: T }; eligibility { experience: 1 year }')).toEqual([]);
    expect(tied('eligibility { applies: advised; holds: T }')).toEqual([]);
    expect(tied('eligibility { holds: T }; eligibility { applies: ?; experience: 1 year }')).toEqual([]);
    expect(tied('eligibility { holds: ? }; eligibility { holds: "T" }')).toEqual([]);
    expect(tied('eligibility { holds: D }', '', program('certification', 'D'))).toEqual([]);
    expect(tied('eligibility { holds: T }', 'status: retired')).toEqual([]);
  });

  test('success: certification/instruction says it of modules of the certification itself', () => {
    const rulesOf = (eligibility: string): string[] => {
      const text = `${ORG_WITH_WALL}\n${program('certification', 'C', `${eligibility}; module own "Own" { required: no }`)}${program('certificate', 'T')}`;
      return projectOf({ 'a.cred': text })
        .findings('a.cred')
        .map(({ rule }) => rule)
        .filter(rule => /tied|certification\/instruction/.test(rule));
    };
    expect(rulesOf('eligibility { completes: own }')).toEqual(['certification/instruction']);
    expect(rulesOf('eligibility { applies: everyone; completes: own }; eligibility { holds: T }')).toEqual(['certification/instruction']);
    expect(rulesOf('eligibility { completes: own }; eligibility { holds: T }')).toEqual(['portfolio/tied-eligibility']);
  });
});

describe('same-name', () => {
  const same = (c: string, t: string, inC = '', inT = ''): boolean =>
    saidOf(ORG_WITH_WALL, program('certification', 'C', inC, c), program('certificate', 'T', inT, t)).includes('warning same-name');

  test('fail: the same once case, accents, plurals and words that say only what it is are left out', () => {
    for (const title of [
      'Widget Technician Certificate',
      'Certificate for Widget Technicians',
      'WIDGET TECHNICIAN',
      'Widget-Technician Certificate Program',
      'Certificate of Completion in Widget Téchnician',
    ])
      expect(same('Certified Widget Technician (CWT)', title, 'award { type: designation; letters: "C.W.T." }'), title).toBe(true);
    expect(same('A', 'B', 'award { letters: "C.W.T." }', 'award { letters: "CWT" }')).toBe(true);
    expect(same('A', 'B', 'award { letters: "CWT" }', 'award "The CWT Certificate"')).toBe(true);
    expect(same('Zertifizierte Fachkraft', 'Zertifizierte Fachkraft')).toBe(true);
  });

  test('success: a word more, a level, or nothing but generic words', () => {
    for (const title of [
      'Advanced Widget Technician Certificate',
      'Widget Technician 2 Certificate',
      'Preparing for the Certified Widget Technician Examination',
      'Toward Widget Technician Certification',
      'Widget Technician Training Course',
      'Certificate Program',
    ])
      expect(same('Certified Widget Technician', title), title).toBe(false);
    expect(same('Certification Program', 'Certificate')).toBe(false);
    expect(same('A one', 'B two', 'award "Certification"', 'award "Certificate of Completion"')).toBe(false);
    expect(same('A one', 'B two', 'award "Wallet card" { type: card }', 'award "Wallet card" { type: card }')).toBe(false);
    expect(same('A one', 'B two', 'award { letters: "CWT" }', 'award { letters: "CH-CWT" }')).toBe(false);
  });
});

describe('people', () => {
  const people = 'person ann "Ann"\nperson ben "Ben"\n';
  const found = (c: string, t: string, org = ORG_WITH_WALL): string[] =>
    saidOf(`${people}${org}`, program('certification', 'C', c), program('certificate', 'T', t)).filter(one => one.includes('shared'));
  const TEACHES = 'prepares-for: C; module m "M" { instructors: ann }';

  test('fail: an author by name, in a panel, or as a reviewer', () => {
    expect(found('assessment e { written-by: ann }', TEACHES)).toEqual(['warning shared-author']);
    expect(found('panel p "P" { members: ben, ann }; assessment e { written-by: p }', TEACHES)).toEqual(['warning shared-author']);
    expect(found('panel { purpose: item-review; members: ann }', TEACHES)).toEqual(['warning shared-author']);
    expect(found('panel p "P" { purpose: item-writing; members: ann }; assessment e { written-by: p, ann }', TEACHES)).toEqual([
      'warning shared-author',
    ]);
    expect(found('assessment e { written-by: ann, ben }', TEACHES.replace('ann', 'ann, ben'))).toHaveLength(2);
  });

  test('fail: other instruction is information; what prepares tells more', () => {
    expect(found('assessment e { written-by: ann }', 'module m "M" { instructors: ann }')).toEqual(['information shared-author']);
    expect(
      found('assessment e { written-by: ann }', 'module m "M" { instructors: ann }; module n "N" { prepares-for: C; instructors: ann }'),
    ).toEqual(['warning shared-author']);
  });

  test('success: another person, another panel, practice questions, an unknown or ambiguous person', () => {
    expect(found('assessment e { written-by: ben }', TEACHES)).toEqual([]);
    expect(found('panel { purpose: job-analysis; members: ann }', TEACHES)).toEqual([]);
    expect(found('assessment e { use: formative; written-by: ann }', TEACHES)).toEqual([]);
    expect(found('assessment e { written-by: ? }', 'module m "M" { instructors: ? }')).toEqual([]);
    expect(found('assessment e { written-by: eve }', 'module m "M" { instructors: eve }')).toEqual([]);
    expect(found('assessment e { written-by: ann }', TEACHES, `${ORG_WITH_WALL}\nperson ann "Another Ann"`)).toEqual([]);
  });

  test('fail: a decider; success: on a body that governs something else, or does not say what', () => {
    const sits = (governs: string): string => ORG_WITH_WALL.replace('body b', `body f "F" { ${governs}members: ann }; body b`);
    expect(found('', 'module m "M" { instructors: ann }', sits('governs: T, C; '))).toEqual(['warning shared-decider']);
    expect(found('', 'module m "M" { instructors: ann }', sits('governs: T; '))).toEqual([]);
    expect(found('', 'module m "M" { instructors: ann }', sits(''))).toEqual([]);
  });
});

describe('autonomy and public-member', () => {
  const found = (body: string): string[] =>
    saidOf(`organization O "O" { ${body}; ${WALL} }`, program('certification', 'C'), program('certificate', 'T'));

  test('fail: no body, none autonomous, nobody for the public', () => {
    expect(found('')).toEqual(['information autonomy']);
    expect(found('body b "B" { governs: T; autonomous: yes; public-members: 1 }')).toEqual(['information autonomy']);
    expect(found('body b "B" { governs: C; autonomous: no; public-members: 1 }')).toEqual(['information autonomy']);
    expect(found('body b "B" { governs: C; public-members: 0 }')).toEqual(['information autonomy', 'information public-member']);
    expect(found('body b "B" { governs: C; autonomous: yes }; body a "A" { governs: C; autonomous: no; public-members: 2 }')).toEqual([
      'information public-member',
    ]);
  });

  test('success: one of several, holes, a body that does not say what it governs or names what is unknown or no program', () => {
    expect(found('body b "B" { governs: C }; body a "A" { governs: C; autonomous: yes; public-members: 1 }')).toEqual([]);
    for (const governs of ['governs: C; ', 'governs: ?; ', '', 'governs: CC; ', 'governs: O; '])
      expect(found(`body b "B" { ${governs}autonomous: ?; public-members: ? }`), governs).toEqual([]);
  });
});

describe('promises', () => {
  test('fail: once each, in whichever separation of the two; success: of another pair', () => {
    const wall = WALL.replace('{', '{ between: T; purchase-required: yes; pass-guarantee: yes;');
    expect(saidOf(ORG, program('certification', 'C', wall), program('certificate', 'T')).sort()).toEqual([
      'warning pass-guarantee',
      'warning purchase-required',
    ]);
    const others = ORG_WITH_WALL.replace(
      'separation',
      'separation { between: S, T; purchase-required: yes; pass-guarantee: yes }; separation',
    );
    expect(saidOf(others, program('certification', 'C'), program('certificate', 'T'), program('certificate', 'S'))).toEqual([]);
  });

  test('the fix changes the value where it stands in the file', () => {
    const text = `${ORG.replace(/ \}$/, `; ${WALL.replace('{', '{ purchase-required: yes;')} }`)}\n${program('certification', 'C')}${program('certificate', 'T')}`;
    const project = projectOf({ 'a.cred': text });
    const finding = project.fixable('a.cred').find(({ rule }) => rule === 'portfolio/purchase-required')!;
    const fixed = applyEdits(text, finding.fixes[0]!.edits());
    expect(fixed).toBe(text.replace('purchase-required: yes', 'purchase-required: no'));
    project.set('a.cred', fixed, true);
    expect(said(project)).toEqual([]);
  });
});
