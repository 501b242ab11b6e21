import { describe, expect, test } from 'vitest';
import { projectOf } from '../../test/expect.ts';
import { fixEverything } from './apply-fixes.ts';

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
});
