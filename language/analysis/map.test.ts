import { expect, test } from 'vitest';
import { DAY, projectOf } from '../../test/expect.ts';
import { standingOf } from '../check/standing-of.ts';
import type { ProgramMap } from './map.ts';
import { overviewOf } from './map-overview.ts';

const OWNER = `organization ABWP "Board of Widgets" { body council "Council" { governs: CWT; autonomous: yes; members: ann, joe } }
person ann "Ann"
person joe "Joe"
person kim "Kim"
`;
const COURSE = `certificate WCP "Widget Care" {
  owner: ABWP
  prepares-for: CWT
  module m1 "Care" { instructors: joe, kim }
}
`;
const EXAM = `certification CWT "Widget Technician" {
  owner: ABWP
  eligibility "Course" { completes: WCP }
  assessment exam "Examination" { written-by: ann, joe; independent: yes }
  award "CWT" { type: designation; requires: exam }
  maintenance { cycle: 3 years }
}
`;

function mapsOf(files: Readonly<Record<string, string>>): ProgramMap[] {
  const project = projectOf(files, DAY);
  return Object.keys(files).flatMap(uri => {
    const file = project.file(uri)!;
    return file.programs.map(
      program => standingOf(program, { file, names: project, host: project.host, found: project.findings(uri) }).map,
    );
  });
}
const mapOf = (text: string, at = 0): ProgramMap => mapsOf({ 'a.cred': text })[at]!;

/** Returns lines such as "Ann writes Examination". An edge that crosses the sides ends with "!" and the rule. */
function told({ nodes, edges }: ProgramMap): string[] {
  const label = new Map(nodes.map(node => [node.id, node.label]));
  return edges.map(
    ({ from, to, does, crosses, rule }) => `${label.get(from)} ${does} ${label.get(to)}${crosses ? ` ! ${rule ?? 'nobody objects'}` : ''}`,
  );
}
const sides = ({ nodes }: ProgramMap): Record<string, string> => Object.fromEntries(nodes.map(({ label, side }) => [label, side]));

test('who owns, governs, writes, requires and renews', () => {
  expect(told(mapOf(OWNER + EXAM))).toEqual([
    'Board of Widgets owns Widget Technician',
    'Council governs Widget Technician',
    'Ann decides Council',
    'Joe decides Council',
    'Widget Technician assesses Examination',
    'Ann writes Examination',
    'Joe writes Examination',
    'CWT requires Examination',
    'maintenance renews CWT',
  ]);
});

test('what crosses the line, and the rule that objects', () => {
  const map = mapOf(OWNER + COURSE + EXAM, 1);
  expect(told(map).filter(one => one.includes('!'))).toEqual([
    'Joe decides Council ! portfolio/shared-decider',
    'Joe writes Examination ! portfolio/shared-author',
    'Joe teaches Widget Care ! portfolio/shared-author',
    'Widget Technician requires Widget Care ! portfolio/tied-eligibility',
    'Widget Care prepares for Widget Technician ! nobody objects',
  ]);
  expect(sides(map)).toMatchObject({
    Joe: 'shared',
    Ann: 'certifying',
    Kim: 'teaching',
    'Widget Care': 'teaching',
    Examination: 'certifying',
  });
});

test('a crossing that no rule objects to is no objection: another way in is open', () => {
  const open = EXAM.replace('  assessment', '  eligibility "Experience" { experience: 2 years }\n  assessment');
  expect(told(mapOf(OWNER + COURSE + open, 1))).toContain('Widget Technician requires Widget Care ! nobody objects');
});

test('the same picture when owner, people and course stand in other files', () => {
  const [, apart] = mapsOf({ 'o.cred': OWNER, 'p.cred': COURSE, 'q.cred': EXAM });
  expect(told(apart!)).toEqual(told(mapOf(OWNER + COURSE + EXAM, 1)));
});

test('an undecided program and its parts stand on no side', () => {
  const map = mapOf('program P "P" { assessment a "A"; award "W" { requires: a } }');
  expect(sides(map)).toEqual({ P: 'shared', A: 'shared', W: 'shared' });
});

test('what cannot be resolved, holes and a program without anything make no edge', () => {
  expect(told(mapOf('certification C "C" { owner: NOBODY; assessment a ? { written-by: ?, "someone" }; award { requires: b } }'))).toEqual([
    'C assesses a',
  ]);
  expect(mapOf('certification C "C"').edges).toEqual([]);
});

test('many of a kind are counted in one', () => {
  const modules = Array.from({ length: 40 }, (_, i) => `module m${i} "Module ${i}"`).join('\n');
  const map = mapOf(`certificate C "C" {\n${modules}\n}`);
  expect(map.nodes.filter(({ kind }) => kind === 'instruction').map(({ label }) => label)).toEqual([
    ...Array.from({ length: 7 }, (_, i) => `Module ${i}`),
    '33 more',
  ]);
  expect(told(map).at(-1)).toBe('C teaches 33 more');
});

test('the overview of a folder: what leads from one program to another, and their owner', () => {
  const other = 'organization ELSE "Elsewhere"\ncertification X "Alone" { owner: ELSE }\n';
  const overview = overviewOf(mapsOf({ 'a.cred': OWNER + COURSE + EXAM, 'b.cred': other }));
  expect(overview.nodes.map(({ label }) => label).sort()).toEqual(['Board of Widgets', 'Widget Care', 'Widget Technician']);
  expect(told(overview).sort()).toEqual([
    'Board of Widgets owns Widget Care',
    'Board of Widgets owns Widget Technician',
    'Widget Care prepares for Widget Technician ! nobody objects',
    'Widget Technician requires Widget Care ! portfolio/tied-eligibility',
  ]);
});

test('the programs of an owner that lead nowhere are counted beyond a few', () => {
  const alone = Array.from({ length: 30 }, (_, i) => `certification A${i} "Alone ${i}" { owner: ABWP }`).join('\n');
  const overview = overviewOf(mapsOf({ 'a.cred': `${OWNER}${COURSE}${EXAM}${alone}\n` }));
  expect(overview.nodes.filter(({ label }) => label.startsWith('Alone'))).toHaveLength(5);
  expect(overview.nodes.map(({ label }) => label)).toContain('25 more');
});
