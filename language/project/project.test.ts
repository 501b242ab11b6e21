/** Tests which files an edit checks again: its own file, and the files that looked up a name that it changed. */
import { beforeEach, describe, expect, test } from 'vitest';
import { plainHost } from '../findings/host.ts';
import { Project } from './project.ts';

const OWNERS = 50;
const organization = (n: number, members = ''): string => `organization O${n} "Owner ${n}" { ${members} }\n`;
const certification = (n: number, owner = `O${n}`, members = ''): string =>
  `certification C${n} "Widgets ${n}" {\n  owner: ${owner}\n  ${members}\n}\n`;
const certificate = (n: number, owner = `O${n}`, members = ''): string =>
  `certificate T${n} "Repairs ${n}" {\n  owner: ${owner}\n  ${members}\n}\n`;
const attendance = (n: number, owner = `O${n}`, members = ''): string =>
  `attendance S${n} "Seminar ${n}" {\n  owner: ${owner}\n  ${members}\n}\n`;

describe('50 owners with three programs each', () => {
  let project: Project;
  const settle = (): void => {
    for (const uri of project.dirty) project.findings(uri);
  };
  const checked = (uri: string, text: string): number => {
    const before = project.checks;
    project.set(uri, text, true);
    settle();
    return project.checks - before;
  };
  const apart = (n: number): boolean => !project.findings(`c${n}.cred`).some(({ rule }) => rule === 'portfolio/separation-missing');

  beforeEach(() => {
    project = new Project(plainHost('2026-01-01'));
    for (let n = 0; n < OWNERS; n++) {
      project.set(`o${n}.cred`, organization(n), false);
      project.set(`c${n}.cred`, certification(n), false);
      project.set(`t${n}.cred`, certificate(n), false);
      project.set(`s${n}.cred`, attendance(n), false);
    }
    settle();
    expect(project.checks).toBe(4 * OWNERS);
  });

  test('a program that changes its owner checks itself and the certifications of both', () => {
    expect([apart(7), apart(8)]).toEqual([false, false]);
    expect(checked('t7.cred', certificate(7, 'O8'))).toBe(3);
    expect([apart(7), apart(8)]).toEqual([true, false]);
  });

  test('a program that loses its owner, or gains one, checks itself and the certification of that', () => {
    expect(checked('t7.cred', 'certificate T7 "Repairs 7"\n')).toBe(2);
    expect(apart(7)).toBe(true);
    expect(checked('t7.cred', certificate(7))).toBe(2);
    expect(apart(7)).toBe(false);
    expect(checked('new.cred', 'certificate N "New" { owner: O7 }')).toBe(2);
    const before = project.checks;
    project.remove('new.cred');
    settle();
    expect(project.checks - before).toBe(1);
  });

  test('places in another file move with its lines; an edit below or beside them checks one file', () => {
    const place = (): number =>
      project.findings('c7.cred').find(({ rule }) => rule === 'portfolio/separation-missing')!.related![0]!.range.start.line;
    expect(place()).toBe(0);
    expect(checked('t7.cred', `// About it.\n${certificate(7)}`)).toBe(2);
    expect(place()).toBe(1);
    expect(checked('t7.cred', `// About it, in more words.\n${certificate(7)}`)).toBe(1);
    expect(checked('t7.cred', `// About it, in more words.\n${certificate(7, 'O7', 'summary: "More"\n  audience: "All"')}`)).toBe(1);
    expect(place()).toBe(1);
  });

  test('what nobody asks for through the owner checks one file; a status, a mark or an instructor checks the certification', () => {
    expect(checked('t7.cred', certificate(7, 'O7', 'summary: "More"; outcome a "A"'))).toBe(1);
    expect(checked('t7.cred', certificate(7, 'O7', 'summary: "More"; outcome a "Another"'))).toBe(1);
    expect(checked('t7.cred', certificate(7, 'O7', 'status: retired'))).toBe(2);
    expect(apart(7)).toBe(true);
    expect(checked('s7.cred', attendance(7, 'O7', 'module m "M" { instructors: P }'))).toBe(2);
  });

  test('an organization checks its own programs again', () => {
    expect(checked('o7.cred', organization(7, 'separation { staff: ? }'))).toBe(4);
    expect(apart(7)).toBe(true);
  });

  test('a second organization of the name makes the owner ambiguous, until it goes', () => {
    project.set('twice.cred', organization(7), true);
    settle();
    expect(apart(7)).toBe(true);
    project.remove('twice.cred');
    settle();
    expect(apart(7)).toBe(false);
  });
});

test('in one open file, only the programs of the owners that an edit touches are looked at again', () => {
  const all = Array.from({ length: 3 }, (_, n) => organization(n) + certification(n) + certificate(n)).join('\n');
  const project = new Project(plainHost('2026-01-01'));
  project.set('a.cred', all, true);
  const missing = (): string[] =>
    project
      .findings('a.cred')
      .filter(({ rule }) => rule === 'portfolio/separation-missing')
      .map(({ message }) => /"Widgets \d"/.exec(message)![0]);
  expect(missing()).toEqual(['"Widgets 0"', '"Widgets 1"', '"Widgets 2"']);
  project.set('a.cred', all.replace(certificate(1), certificate(1, 'O2')), true);
  expect(missing()).toEqual(['"Widgets 0"', '"Widgets 2"']);
  project.set('a.cred', all, true);
  expect(missing()).toEqual(['"Widgets 0"', '"Widgets 1"', '"Widgets 2"']);
});

test('clauses within clauses, however deep, cost no more than their text', () => {
  const depth = 60;
  const clauses = Array.from({ length: depth }, (_, n) => `clause c${n} "C" {\nfeature f "F" { needs: goal }`).join('\n');
  const standard = (title: string): string => `standard S "${title}" {\n${clauses}\n${'}\n'.repeat(depth)}}\n`;
  const project = new Project(plainHost('2026-01-01'));
  project.set('s.cred', standard('Ours'), true);
  project.set('a.cred', 'certification X "X" { accreditation { standard: S; status: seeking } }', true);
  for (const uri of ['s.cred', 'a.cred']) project.findings(uri);
  project.set('s.cred', standard('Theirs'), true);
  expect(project.dirty).toEqual(['s.cred', 'a.cred']);
});

test('what is suggested and what is meant does not depend on which file was edited last', () => {
  const owner = (n: number): string => `organization ORG${n} "Owner ${n}" { }\n`;
  const texts = {
    'a.cred': owner(1),
    'b.cred': owner(2),
    'c.cred': 'certification C "Cert" { owner: ORG; status: retired }\n',
    'd.cred': owner(1),
  };
  const project = new Project(plainHost('2026-01-01'));
  for (const [uri, text] of Object.entries(texts)) project.set(uri, text, false);
  const said = (): unknown => project.findings('c.cred').map(({ message }) => message);
  const before = said();
  expect(before).toEqual([expect.stringContaining('Did you mean "ORG1"?')]);
  for (const uri of ['a.cred', 'c.cred'] as const) project.set(uri, `${texts[uri]}\n`, true);
  expect(said()).toEqual(before);
  expect(project.top('ORG1').map(({ uri }) => uri)).toEqual(['a.cred', 'd.cred']);
});
