import { describe, expect, test } from 'vitest';
import { projectOf } from '../../test/expect.ts';
import { applyEdits } from '../findings/finding.ts';
import { addMissing, fixEverything, fixSafely } from './apply-fixes.ts';

const fixed = (text: string): string => {
  const project = projectOf({ 'a.cred': text });
  return fixEverything(project.file('a.cred')!, project, project.host, () => true).get('a.cred') ?? text;
};

describe('the first fix of every finding', () => {
  test('success: a second time there is nothing to do, even where a name stands for two', () => {
    const text =
      'certificate C "C" {\n  outcome o1 "A"\n  outcome o1 "B"\n  outcome o2 "C"\n  module m "M" { teaches: o1, o2 }\n  assessment a "A" { measures: o2; passing-score: 3 of 4 }\n}\n';
    const once = fixed(text);
    expect(once.match(/\bo1\b/g)!.length).toBeLessThan(8);
    expect(fixed(once)).toBe(once);
  });
  test('success: the kind of a program is its author’s to choose', () => {
    expect(fixed('program X "Something new" { goal: ? }\n')).toMatch(/^program X/);
    const both =
      'program P "P" {\n  goal: validate-competence\n  module m "M" { required: yes }\n  assessment a { follows: m; passing-score: 70% }\n  award "Registered X" { type: designation; letters: "RX"; requires: a }\n  maintenance { cycle: 3 years }\n}\n';
    for (const kept of ['program P', 'designation', 'maintenance', 'validate-competence']) expect(fixed(both)).toContain(kept);
  });
  test('success: what is right only if something else is so is left', () =>
    expect(fixed('certification C "C" { assessment a { delivery: remote-unproctored } }\n')).toContain('remote-unproctored'));
  test('success: a standard adds yes and no as holes', () => {
    const text = fixed('certification C "C" {\n  accreditation { standard: NCCA-2021; status: seeking }\n}\n');
    expect(text).toContain('agreements-signed: ?');
    expect(text).not.toMatch(/(trained|agreements-signed): (yes|no)/);
  });
  test('success: the last of many programs gets what the first gets', () => {
    const many = fixed(
      Array.from({ length: 250 }, (_, i) => `organization O${i} "O ${i}" { legal-frm: nonprofit }\nperson P${i} “P”\n`).join(''),
    );
    expect(many).toContain('organization O249 "O 249" { legal-form: nonprofit }\nperson P249 "P"\n');
    expect(many).not.toMatch(/legal-frm|[“”]/);
  });
  test('success: each of many bare blocks of one program gets what it gets alone', () => {
    const bare = (count: number): string =>
      fixed(
        `certification C "C" {\n  owner: ?\n${Array.from({ length: count }, (_, i) => `  assessment a${i + 100} "A ${i + 100}" { }\n`).join('')}}\n`,
      );
    const gain = bare(3).length - bare(2).length;
    expect(bare(300).length - bare(2).length).toBe(298 * gain);
  });
  test('success: of a thousand equal lines one is left', () =>
    expect(fixed(`certification C "C" {\n${'  goal: validate-competence\n'.repeat(1000)}}\n`).match(/goal:/g)).toHaveLength(1));
  test('success: a fix that waits for others of its block keeps its turn', () => {
    const text = 'certification A "A" { owner: ? }\ncertification C "C" { asessment a { } }\n';
    expect(fixed(text).match(/assessment a\b/g)).toHaveLength(1);
    expect(fixed(fixed(text))).toBe(fixed(text));
  });
});

const safely = (text: string): string => {
  const project = projectOf({ 'a.cred': text });
  return fixSafely(project.file('a.cred')!, project, project.host);
};

/** The first safe fix of the file, and so on, each on the text as the one before left it. */
function oneByOne(text: string): string {
  for (let now = text; ; ) {
    const next = projectOf({ 'a.cred': now })
      .fixable('a.cred')
      .flatMap(({ fixes }) => fixes.find(({ safe }) => safe) ?? [])[0];
    if (!next) return now;
    now = applyEdits(now, next.edits());
  }
}

describe('many fixes together', () => {
  test.each([
    [
      'slips of words, side by side',
      'certification C "C" {\n  pupose: recognize-competence; gaol: validate-competense\n  assessment a "A" { formt: esay }\n}\n',
    ],
    [
      'a key that is misspelt twice',
      'certification C "C" {\n  sumary: "One"\n  summry: "Two"\n}\ncertification D "D" {\n  sumary: "One"\n}\n',
    ],
    [
      'braces and quotation marks',
      'certification C "C" {\n  summary: "One\n  assessment a "A" {\n  goal: validate-competence\n}\ncertification D "D" {\n  gaol: ?\n',
    ],
    ['a kind, and keys in its block', 'certifcation C "C" {\n  sumary: "One"\n  outcmoe o "O" { sumary: "Two" }\n}\n'],
    ['dots and commas', 'certification C "C" {\n  goal: validate-competence.\n  summary: "One",\n  occupations: "A" "B" "C"\n}\n'],
  ])('success: %s', (_, text) => {
    expect(safely(text)).not.toBe(text);
    expect(safely(text)).toBe(oneByOne(text));
  });
  test('success: all blocks that are open at the end are closed', () => {
    const open = `certification C "C" {\n${'assessment a "A" {\n'.repeat(80)}`;
    const syntax = projectOf({ 'a.cred': safely(open) })
      .findings('a.cred')
      .filter(({ message }) => message.includes('never closed'));
    expect(syntax).toEqual([]);
  });
  test('success: what a program misses is added as it is by one program alone', () => {
    const program = (name: string): string => `certification ${name} "${name}" { goal: validate-competence }\n`;
    const all = fixed(program('C') + program('D') + program('E'));
    expect(all).toBe(['C', 'D', 'E'].map(name => fixed(program(name))).join(''));
    const project = projectOf({ 'a.cred': program('C') });
    const file = project.file('a.cred')!;
    const added = addMissing(file, file.root.children[0]!, project, project.host).get('a.cred')!;
    expect(
      projectOf({ 'a.cred': added })
        .fixable('a.cred')
        .flatMap(({ fixes }) => fixes.filter(({ adds }) => adds)),
    ).toEqual([]);
  });
});
