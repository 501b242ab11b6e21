/** `cred readiness`: its JSON is a contract, and its pages are for people. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cred, folderOf, type Ran } from './command.ts';

const example = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../examples', name), 'utf8');
const BOTH = {
  'certification.cred': example('both/certification.cred'),
  'certificate.cred': example('both/certificate.cred'),
  'organization.cred': example('both/organization.cred'),
};
const SEEKING = `certification CWT "Widget Technician" {
  status: developing
  purpose: recognize-competence
  goal: validate-competence
  scope: broad
  audience: "Technicians"
  job-analysis { conducted: ? }
  evidence "Budget" { supports: NCCA-2021.S4; document: "evidence/budget.pdf"; date: 2026-02 }
  // cred-ignore ncca-2021/S2: the council is elected in May
  accreditation { standard: NCCA-2021; status: seeking }
}
`;
const OWN = `standard HOUSE "House rules" {
  clause R1 "Readable" { feature summary "A summary" { needs: summary; advice: "Say what it is." } }
}
`;

interface Clause {
  readonly id: string;
  readonly number?: string;
  readonly title: string;
  readonly status: string;
  readonly shown: readonly { title: string; places: readonly { path: string; range: object }[] }[];
  readonly missing: readonly { title: string; hole: boolean; advice?: string }[];
  readonly evidence: readonly { document?: string }[];
  readonly ignored?: { reason: string };
}
interface Entry {
  readonly ignored: readonly { readonly rules: readonly string[]; readonly reason: string }[];
  readonly name: string;
  readonly kind: string;
  readonly standard: string | null;
  readonly met: number;
  readonly attested: number;
  readonly total: number;
  readonly clauses: readonly Clause[];
}
const readiness = (files: Parameters<typeof folderOf>[0], ...args: string[]): Promise<Ran> =>
  cred(folderOf(files), ['readiness', '--as-of', '2026-06-01', ...args]);
const json = (ran: Ran): { version: number; programs: Entry[] } => JSON.parse(ran.out);
const byProgram = (ran: Ran): (string | null)[][] => json(ran).programs.map(({ name, standard }) => [name, standard]);

test('the contract: leaf clauses in order, with what is shown, missing and attested', async () => {
  const ran = await readiness({ 'a.cred': SEEKING }, '--format', 'json');
  const { version, programs } = json(ran);
  expect([ran.code, ran.err, version, programs.length]).toEqual([0, '', 1, 1]);
  const [{ clauses, ...head }] = programs as [Entry];
  expect(head).toMatchObject({ name: 'CWT', kind: 'certification', standard: 'NCCA-2021', claim: 'seeking', total: 23, attested: 1 });
  expect(clauses).toHaveLength(23);
  expect(head.met).toBe(clauses.filter(({ status }) => status === 'met').length);
  expect(clauses.map(({ number }) => number)).toEqual(Array.from({ length: 23 }, (_, i) => String(i + 1)));
  const clause = (id: string): Clause => clauses.find(one => one.id === `ncca-2021/${id}`)!;
  expect(clause('S1')).toMatchObject({ title: 'Purpose', status: 'met', missing: [], evidence: [] });
  expect(clause('S1').shown[0]!.places).toEqual([
    { path: 'a.cred', range: { start: { line: 2, character: 11 }, end: { line: 2, character: 31 } } },
  ]);
  expect(clause('S4')).toMatchObject({ status: 'attested', evidence: [{ document: 'evidence/budget.pdf', path: 'a.cred' }] });
  expect(clause('S2').ignored?.reason).toBe('the council is elected in May');
  expect(clause('S14').missing.some(({ hole }) => hole)).toBe(true);
  expect(clause('S14').shown).toEqual([]);
});

test('every ignore that reaches into the program is listed with its reason; one that silences nothing is not', async () => {
  const source = SEEKING.replace('  goal: validate', '  goal: acquire')
    .replace('  purpose', '  // cred-ignore certification/goal: the board has said so\n  purpose')
    .replace('purpose: recognize-competence\n  goal', 'goal')
    .replace('}\n', '  // cred-ignore time/overdue: not yet\n}\n');
  const { ignored } = json(await readiness({ 'a.cred': source }, '--format', 'json')).programs[0]!;
  expect(ignored.map(({ rules, reason }) => [rules, reason])).toEqual([
    [['certification/goal'], 'the board has said so'],
    [['ncca-2021/S2'], 'the council is elected in May'],
  ]);
  expect(ignored[0]).toMatchObject({ path: 'a.cred', range: { start: { line: 2, character: 2 } } });
  expect((await readiness({ 'a.cred': source })).out).toMatch(
    /Findings set aside\n {6}certification\/goal: the board has said so {2}a\.cred:3:3\n {6}ncca-2021\/S2: the council is elected in May/,
  );
});

test('the standards that a program seeks or holds, else those that accredit its kind, else those that are asked for', async () => {
  expect(byProgram(await readiness(BOTH, '--format', 'json'))).toEqual([
    ['LFF', 'ICE-1100-2019'],
    ['LFF', 'ASTM-E2659-2024'],
    ['CELP', 'NCCA-2021'],
    ['CELP', expect.stringMatching(/^ISO-17024-/)],
  ]);
  expect(byProgram(await readiness({ 'a.cred': SEEKING }, '--format', 'json'))).toEqual([['CWT', 'NCCA-2021']]);
  expect(
    byProgram(await readiness(BOTH, 'certificate.cred', '--format', 'json', '--standard', 'NCCA-2021', '--standard', 'ICE-1100-2019')),
  ).toEqual([
    ['LFF', 'NCCA-2021'],
    ['LFF', 'ICE-1100-2019'],
  ]);
});

test("a project's own standard, asked for on the line or in cred.json", async () => {
  const files = { 'a.cred': 'certificate WF "Widgets" { summary: "All of them" }\n', 'own.cred': OWN };
  expect(json(await readiness(files, '--format', 'json', '--standard', 'HOUSE')).programs).toMatchObject([
    { name: 'WF', standard: 'HOUSE', met: 1, total: 1, clauses: [{ id: 'house/R1', status: 'met' }] },
  ]);
  expect(byProgram(await readiness({ ...files, 'cred.json': '{"standards": ["HOUSE"]}' }, '--format', 'json'))).toEqual([['WF', 'HOUSE']]);
});

test('a program that no standard fits is listed all the same', async () => {
  const files = { 'a.cred': 'attendance WD "Widget Day" { audience: "Everybody" }\n' };
  expect(json(await readiness(files, '--format', 'json')).programs).toMatchObject([{ name: 'WD', standard: null, total: 0, clauses: [] }]);
  expect((await readiness(files)).out).toContain('No standard that Cred knows is for this kind of program.');
});

test('an unknown standard is refused with the nearest name and the list', async () => {
  for (const [name, near] of [
    ['NCCA-2012', 'NCCA-2021'],
    ['HOUSES', 'HOUSE'],
    ['iso-17024', 'ISO-17024-2026'],
  ]) {
    const ran = await readiness({ 'a.cred': SEEKING, 'own.cred': OWN }, '--standard', name!);
    expect([ran.code, ran.out]).toEqual([2, '']);
    if (name !== 'NCCA-2012') expect(ran.err).toContain(`There is no standard "${name}". Did you mean "${near}"?`);
    expect(ran.err).toMatch(/Known are: .*NCCA-2021.*HOUSE\.\n$/);
  }
});

test('wrong usage, missing files and folders without programs', async () => {
  expect(await readiness({}, 'nowhere.cred')).toMatchObject({ code: 2, out: '', err: 'There is no file or folder "nowhere.cred".\n' });
  expect(await readiness({}, '--format', 'xml')).toMatchObject({ code: 2, out: '' });
  expect(await readiness({ 'o.cred': 'organization O "Owner" {}\n' })).toMatchObject({
    code: 0,
    out: '',
    err: 'There are no programs in these files.\n',
  });
  expect(json(await readiness({ 'o.cred': 'organization O "Owner" {}\n' }, '--format', 'json'))).toEqual({ version: 1, programs: [] });
});

test('evidence of which nothing is known but what it supports is announced in words', async () => {
  const text =
    'certification K "K" { goal: ?; accreditation { standard: NCCA-2021; status: seeking }; evidence { supports: NCCA-2021.S4; document: ? } }';
  const { out } = await cred(folderOf({ 'a.cred': text }), ['readiness', '.']);
  expect(out).toContain('        announced: a document to come  a.cred:1:');
});

test('for people: a bar, clauses that can be told apart without colour, and what is to be done where', async () => {
  const { out, code } = await readiness({ 'a.cred': SEEKING });
  expect(code).toBe(0);
  expect(out).toMatch(/^CWT {2}Widget Technician {2}certification, developing {2}a\.cred:1:15\n/);
  expect(out).toMatch(/\[#+\+?\.+\] {2}\d+ of 23 clauses met; 1 attested by documents, /);
  expect(out).toMatch(/ {4}\[x\] met {8}1 Purpose\n {8}shown: The purpose of the program {2}a\.cred:3:12\n/);
  expect(out).toContain(
    '    [+] attested   4 Financial Resources\n        attested by "Budget" evidence/budget.pdf (2026-02)  a.cred:8:12\n',
  );
  expect(out).toContain('        ignored: the council is elected in May  a.cred:9:3\n');
  expect(out).toMatch(/still to be stated: .* a\.cred:7:29\n/);
  expect(out).toMatch(/missing: A member who speaks for the public\. State how many seats are for public members\..* {2}a\.cred:1:15\n/);
  expect(out).toContain('  Steps of development  as of 2026-06-01\n    plan\n      [?] not said Need and feasibility  Find out whether');
  expect(out).not.toContain('\u001b[');
  expect((await readiness({ 'a.cred': SEEKING }, '--color', 'always')).out).toContain('\u001b[');
});

test('an owner of both sees what is to be kept apart, and a standard for another kind says so', async () => {
  const { out } = await readiness(BOTH, 'certificate.cred', '--standard', 'NCCA-2021');
  expect(out).toContain('  Teaching and certifying kept apart\n      [x] done     A governing body for the certification alone');
  expect(out).toContain('    It accredits certifications.\n');
});

test('control characters of a file do not reach the terminal', async () => {
  const { out } = await readiness({
    'a.cred': SEEKING.replace('Widget Technician', 'Widget\u001b[31m').replace('elected in May', 'elected\u001b[31m'),
  });
  expect(out).not.toContain('\u001b');
});

test('many files: the same on one thread and on two', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 334 }, (_, i) => i).flatMap(i =>
      Object.entries(BOTH).map(([name, text]) => [
        `${i}-${name}`,
        text.replaceAll(
          /\b(LFF|CELP|GMLP|yusra-bell|anselm-tran|marguerite-loy|dario-vance|elif-marsh|petra-quill|owen-sato)\b(?!")/g,
          `$1${i}`,
        ),
      ]),
    ),
  );
  const folder = folderOf(files);
  const one = await cred(folder, ['readiness', '--format', 'json', '--as-of', '2026-06-01']);
  expect(json(one).programs).toHaveLength(1336);
  expect((await cred(folder, ['readiness', '--format', 'json', '--as-of', '2026-06-01', '--jobs', '2'])).out).toBe(one.out);
});
