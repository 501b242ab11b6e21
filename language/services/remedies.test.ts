/** What can be done about a lack, and that it is gone afterwards. */
import { describe, expect, test } from 'vitest';
import { projectOf } from '../../test/expect.ts';
import { leavesOf } from '../analysis/judging/readiness.ts';
import { readiness } from '../check/readiness.ts';
import { applyEdits } from '../findings/finding.ts';
import { standardNamed } from '../standards/index.ts';
import { attest, type Lack, type RemedyContext, remediesFor, setLackAside } from './remedies.ts';

const TEXT = `organization O "Owner" { legal-form: nonprofit }

certification X "Thing" {
  owner: O
  panel writers "Writers" { purpose: item-writing }
  evidence "Accounts" { supports: NCCA-2021.S4; document: ? }
  accreditation { standard: NCCA-2021; status: seeking }
}
`;

const contextOf = (text: string): RemedyContext => {
  const project = projectOf({ 'a.cred': text });
  return { file: project.file('a.cred')!, names: project, host: project.host, found: project.fixable(project.file('a.cred')!.uri) };
};
const look = (text: string, lack: Lack) => {
  const context = contextOf(text);
  return { context, program: context.file.programs[0]!, remedies: remediesFor(context.file.programs[0]!, lack, context) };
};
const clause = (text: string, name: string) => {
  const { file, names, host } = contextOf(text);
  const { clauses } = readiness(file.programs[0]!, standardNamed('NCCA-2021')!, { file, names, host });
  return clauses.flatMap(leavesOf).find(one => one.name === name)!;
};
const rules = (text: string): string[] => contextOf(text).found.map(({ rule }) => rule);

describe('a clause of a sought standard', () => {
  test('what is missing is added as holes', () => {
    const { remedies } = look(TEXT, { id: 'ncca-2021/S13' });
    expect(remedies).toMatchObject({ called: 'NCCA 13 Panel Composition', clause: 'NCCA-2021.S13' });
    const after = applyEdits(TEXT, remedies!.fixes[0]!.edits());
    expect(clause(TEXT, 'S13').features.filter(({ status }) => status === 'missing').length).toBeGreaterThan(2);
    expect(clause(after, 'S13').features.filter(({ status }) => status === 'missing')).toEqual([]);
    expect(rules(after)).not.toContain('ncca-2021/S13');
  });

  test('a document attests it; an evidence block that waits for one gets it', () => {
    const { program, context } = look(TEXT, { id: 'ncca-2021/S5' });
    const added = applyEdits(TEXT, attest(program, 'NCCA-2021.S5', 'evidence/staff "2026".pdf', context));
    expect(added).toMatch(/evidence \{\s+supports: NCCA-2021\.S5\s+document: "evidence\/staff \\"2026\\"\.pdf"\s+\}/);
    expect(clause(added, 'S5').status).toBe('attested');
    const filled = applyEdits(TEXT, attest(program, 'NCCA-2021.S4', 'accounts.pdf', context));
    expect(filled).toBe(TEXT.replace('document: ?', 'document: "accounts.pdf"'));
    expect(clause(filled, 'S4').status).toBe('attested');
  });

  test('it is set aside with a reason, and then not reported', () => {
    const { remedies, context } = look(TEXT, { id: 'ncca-2021/S13' });
    const edit = setLackAside(remedies!, ' the panels\n are  chosen in */ spring ', context)!;
    const after = applyEdits(TEXT, [edit]);
    expect(after).toContain('  // cred-ignore ncca-2021/S13: the panels are chosen in * / spring\n  accreditation {');
    expect(rules(after)).not.toContain('ncca-2021/S13');
    expect(rules(after)).not.toContain('language/unused-ignore');
    expect(clause(after, 'S13').ignored?.reason).toBe('the panels are chosen in * / spring');
    expect(setLackAside(remedies!, '  ', context)).toBeUndefined();
  });

  test('of a standard that is not sought nothing is reported, so nothing can be set aside', () => {
    const { remedies } = look(TEXT.replace('seeking', 'planned'), { id: 'ncca-2021/S13' });
    expect(remedies?.silences).toBeUndefined();
    expect(remedies?.fixes).toHaveLength(1);
  });
});

test("a clause of a project's own standard is its own page", () => {
  const own = 'standard OUR "Ours" { accredits: certification; clause C1 "One" { feature f "Goal" { needs: goal } } }\n';
  const text = own + TEXT.replace('NCCA-2021; status', 'OUR; status');
  expect(look(text, { id: 'our/C1' }).remedies?.page?.range.start.line).toBe(0);
  expect(look(TEXT, { id: 'ncca-2021/S13' }).remedies?.page).toBeUndefined();
});

describe("a rule's finding", () => {
  test('its fixes, and where it is set aside', () => {
    const { remedies, context } = look(TEXT, { id: 'certification/job-analysis' });
    expect(remedies?.fixes.length).toBeGreaterThan(0);
    expect(remedies?.clause).toBeUndefined();
    const after = applyEdits(TEXT, [setLackAside(remedies!, 'done elsewhere', context)!]);
    expect(after).toContain('// cred-ignore certification/job-analysis: done elsewhere\ncertification X');
    expect(rules(after)).not.toContain('certification/job-analysis');
  });
  test('of several findings the one at the place', () => {
    const text = TEXT.replace('owner: O', 'owner: O\n  goal: ?\n  purpose: ?');
    const { remedies } = look(text, { id: 'language/hole', at: { line: 5, character: 11 } });
    expect(remedies?.silences?.start.line).toBe(5);
  });
  test('what cannot be read cannot be set aside, and what is not lacking is not offered', () => {
    const { remedies } = look(TEXT.replace('purpose: item-writing', 'purpose: item-writing ]'), { id: 'language/syntax' });
    expect(remedies?.silences).toBeUndefined();
    expect(look(TEXT, { id: 'certification/nothing' }).remedies).toBeUndefined();
  });
});
