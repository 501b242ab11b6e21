/** Tests that the rule about a program's path and `cred path` agree on any description. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectOf } from '../../test/expect.ts';
import { tries } from '../../test/sample.ts';
import { pathOf } from './path.ts';

/** One of each at most, or nothing. */
const MEMBERS: readonly (readonly string[])[] = [
  ['goal: acquire-competence', 'goal: validate-competence', 'goal: ?'],
  ['purpose: build-capacity', 'purpose: recognize-competence'],
  ['module m "Course"', 'module m "Course" { required: no }', 'module m ?'],
  ['outcome o "Do it"'],
  ['eligibility { experience: 2 years }'],
  ['job-analysis { conducted: 2022-06; method: survey }', 'domain d "Domain" { weight: 100% }'],
  [
    'assessment x "Exam" { independent: yes }',
    'assessment x "Test" { follows: m; measures: o }',
    'assessment x "Quiz" { use: formative }',
    'assessment x ?',
  ],
  ['assessment y "Other" { measures: d }', 'assessment y "Other" { independent: no }'],
  ...['award a "A"', 'award b "B"'].map(head => [
    ...['certificate', 'designation', 'attendance', 'license', 'degree', 'badge', '?'].map(type => `${head} { type: ${type} }`),
    `${head} { type: certificate; requires: m }`,
    `${head} { type: designation; requires: m, x }`,
    `${head} { letters: "PX" }`,
    `${head} { type: license; letters: "RX" }`,
    `${head} { lifetime: yes }`,
  ]),
  ['maintenance { cycle: 3 years }', 'maintenance { cycle: ? }'],
  ['accreditation { standard: NCCA-2021; status: seeking }'],
  ['accreditation { standard: ICE-1100-2019; status: accredited }'],
];
const KINDS = ['program', 'certificate', 'certification', 'attendance'] as const;
const described = fc.tuple(...MEMBERS.map(some => fc.option(fc.constantFrom(...some), { nil: '' }))).map(some => some.filter(Boolean));

/** The path that declaring such a kind follows from. */
const PATH: Readonly<Record<string, string>> = { certificate: 'certificate', certification: 'certification', attendance: 'neither' };
const CALLED: Readonly<Record<string, RegExp>> = {
  certificate: /fits the path of a certificate program/,
  certification: /fits the path of a certification/,
  both: /fits both paths/,
  neither: /fits neither path/,
  undecided: /^Nothing is said yet|^It cannot be told yet/,
};

test('the rule and the path never contradict each other', () => {
  fc.assert(
    fc.property(described, fc.constantFrom(...KINDS), (members, kind) => {
      const text = `${kind} P "Program" {\n${members.join('\n')}\n}\n`;
      const project = projectOf({ 'a.cred': text });
      const file = project.file('a.cred')!;
      const fit = pathOf(file.programs[0]!, file, project);
      const found = project.fixable('a.cred').filter(({ rule }) => rule === 'program/path');
      const offered = found.flatMap(({ fixes }) => fixes.map(({ title }) => /(\w+)$/.exec(title)![1]!));
      if (kind === 'program') {
        expect(found[0]!.message, text).toMatch(CALLED[fit.path]!);
        if (fit.outside) expect(['neither', 'undecided'], text).toContain(fit.path);
        // A fix for a kind is told where the description leads to one, or could.
        if (fit.outside) expect(offered, text).toEqual([]);
        else if (PATH[offered[0]!] !== fit.path) expect(['both', 'undecided'], text).toContain(fit.path);
        for (const next of fit.next.slice(0, 2)) expect(found[0]!.message, text).toContain(next);
        return;
      }
      // Of a declared kind the rule speaks only where the path leads to another.
      if (fit.path === PATH[kind] || fit.path === 'undecided' || fit.outside) expect(found, text).toEqual([]);
      else if (found.length > 0 && fit.path === 'both')
        expect([found[0]!.message.includes(fit.next[0]!), offered], text).toEqual([true, []]);
      else
        expect(
          offered.map(one => PATH[one]),
          text,
        ).toEqual(found.map(() => fit.path));
    }),
    { numRuns: tries(500, 4) },
  );
});

test('"neither" always has something that points there', () => {
  fc.assert(
    fc.property(described, members => {
      const project = projectOf({ 'a.cred': `program P "Program" {\n${members.join('\n')}\n}\n` });
      const file = project.file('a.cred')!;
      const { path, confidence } = pathOf(file.programs[0]!, file, project);
      if (path !== 'neither') return;
      expect(members.join('\n')).toMatch(/module m "Course"|formative|attendance|requires: m |license|degree/);
      expect(confidence).toBeGreaterThan(0.2);
    }),
    { numRuns: tries(500, 4) },
  );
});
