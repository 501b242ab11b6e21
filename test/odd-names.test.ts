/** What people may write as a key, a kind, a name or a word must never be taken for something of Cred's own inside. */
import { describe, expect, test } from 'vitest';
import { describe as asData } from '../exchange/describe.ts';
import { check } from '../language/check/check.ts';
import { standingOf } from '../language/check/standing-of.ts';
import { applyEdits } from '../language/findings/finding.ts';
import { Block, camel } from '../language/model/bind.ts';
import { CredFile } from '../language/model/file.ts';
import { format } from '../language/services/format.ts';
import { documentSymbols } from '../language/services/symbols.ts';
import { KINDS } from '../language/vocabulary/kinds.ts';
import { projectOf } from './expect.ts';

const sample = CredFile.read('a.cred', 'certification C "C" { domain d "D" { } }').programs[0]!;
const kebab = (name: string): string => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
const INSIDE = [
  ...new Set([...Object.getOwnPropertyNames(Block.prototype), ...Object.keys(sample), ...Object.getOwnPropertyNames(Object.prototype)]),
].flatMap(name => [...new Set([name, kebab(name)])]);

describe.each(INSIDE)('"%s"', word => {
  test.each([
    [
      'as a key',
      `certification C "Cert" {\n  ${word}: "Y"\n  ${word}: ?\n  ${word}: x\n  domain d "D" { ${word}: 1; weight: 100% }\n  goal: ?\n}\n`,
    ],
    ['as a kind', `${word} C "Cert" {\n  goal: ?\n  ${word} d "D" { weight: 100% }\n}\n`],
    [
      'as a name',
      `organization ${word} "O" { }\ncertification C "Cert" {\n  owner: ${word}\n  domain ${word} "D" { weight: 100% }\n  assessment a { measures: ${word}, C.${word} }\n}\n`,
    ],
    [
      'as a word',
      `certification C "Cert" {\n  goal: ${word}\n  maintenance { cycle: 3 ${word} }\n  policy { covers: ${word} }\n  accreditation { standard: NCCA-2021.${word}; status: seeking }\n}\n`,
    ],
    [
      'in a standard',
      `standard S "S" {\n  clause ${word} "T" { feature ${word} "F" { needs: ${word}, program.${word}, policy.covers.${word}; passes: "${word}"; stage: ${word} } }\n}\ncertification C "Cert" { accreditation { standard: S; status: seeking } }\n`,
    ],
  ])('%s', (_, text) => {
    const project = projectOf({ 'a.cred': text, 'b.cred': 'certificate B "B" { prepares-for: C }' });
    expect(project.findings('b.cred')).toBeInstanceOf(Array);
    const file = project.file('a.cred')!;
    const { findings } = check(file, project, project.host);
    // A name such as "kind" changes neither the kind nor the title of its block.
    for (const program of file.programs) expect(program.title).toBe('Cert');
    for (const fix of findings.flatMap(({ fixes }) => fixes)) CredFile.read('a.cred', applyEdits(text, fix.edits()));
    for (const program of file.programs)
      expect(standingOf(program, { file, names: project, host: project.host }).program.label).toBe('Cert');
    expect(documentSymbols(file).length).toBeGreaterThan(0);
    expect(CredFile.read('a.cred', applyEdits(text, format(file))).programs.length).toBe(file.programs.length);
    expect(asData([file]).model.version).toBe(1);
  });
});

test('no property of the vocabulary is called like something that every block has', () => {
  // Its methods are looked at where the properties are put beside them, which refuses those that are called like one.
  const inside = new Set(Object.keys(CredFile.read('a.cred', '').root));
  for (const { name, properties } of KINDS.values())
    for (const key of Object.keys(properties)) expect(inside.has(camel(key)), `${name}.${key}`).toBe(false);
});
