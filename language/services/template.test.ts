import { expect, test } from 'vitest';
import { projectOf } from '../../test/expect.ts';
import { outcome } from '../analysis/choice/choice.ts';
import { applyEdits } from '../findings/finding.ts';
import { addBlocks } from '../fixes/place.ts';
import { CredFile } from '../model/file.ts';
import { PROGRAMS } from '../vocabulary/define.ts';
import { complete } from './completion.ts';
import { template } from './template.ts';

const ONE = { 'o.cred': 'organization ABWP "Board"' };
const TWO = { 'o.cred': 'organization ABWP "Board"\norganization CLUB "Club"' };

test('the only organization there is owns a new program', () => {
  expect(template('certification', 'X', 'X', projectOf(ONE))).toContain('  owner: ABWP\n');
  expect(template('certification', 'X', 'X', projectOf(TWO))).toContain('  owner: ?\n');
  expect(template('certification', 'X', 'X')).toContain('  owner: ?\n');
  expect(template('organization', 'X', 'X', projectOf(ONE))).not.toContain('owner');
});

/** The properties of a text's first block of a kind, without those of inner blocks. */
const propertiesOf = (text: string, kind: string): string[] =>
  CredFile.read('x', text)
    .blocks.find(block => block.kind === kind)!
    .properties.map(({ key }) => key);

/** The text that completion writes for a kind, without its placeholders. */
function completed(text: string, offset: number, kind: string): string {
  const project = projectOf({ 'a.cred': text });
  const item = complete(project.file('a.cred')!, offset, project, project.host).find(({ label }) => label === kind)!;
  return item.insertText.replace(/\$\{\d+:([^}]*)\}/g, '$1');
}

test.each(PROGRAMS)('completion begins a %s as a template does', kind => {
  expect(propertiesOf(completed('', 0, kind), kind)).toEqual(propertiesOf(template(kind, 'X', 'X'), kind));
});

test.each(['job-analysis', 'assessment', 'maintenance'])('completion, fixes and the guided choice begin a %s alike', kind => {
  const text = 'certification X "X" {\n  \n}\n';
  const file = CredFile.read('a.cred', text);
  const begun = propertiesOf(completed(text, text.indexOf('\n}'), kind), kind);
  expect(propertiesOf(applyEdits(text, addBlocks(file, file.programs[0]!, [{ kind }])), kind)).toEqual(begun);
  const answers = {
    goal: 'validate',
    purpose: 'recognize',
    instruction: 'no',
    assessment: 'role',
    award: 'designation',
    maintenance: 'yes',
  };
  const chosen = propertiesOf(outcome({ title: 'X', owner: '', ...answers }).text, kind);
  expect(chosen).toEqual(expect.arrayContaining(begun));
});

test('the guided choice begins a program with the same properties', () => {
  const answers = {
    title: 'X',
    owner: '',
    goal: 'open',
    purpose: 'open',
    instruction: 'open',
    assessment: 'open',
    award: 'open',
    maintenance: 'open',
  };
  expect(propertiesOf(outcome(answers).text, 'program')).toEqual(propertiesOf(template('program', 'X', 'X'), 'program'));
});
