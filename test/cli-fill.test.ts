/** `cred fill`: it asks one open question after the other, and writes each answer at once. */
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cred, folderOf } from './command.ts';

const TEXT = `organization ASM "Association of Small Museums" { legal-form: nonprofit }

certification CMR "Certified Museum Registrar" {
  owner: ?
  status: planned
  maintenance { cycle: ?; rationale: "Codes change." }
}
`;

async function filled(text: string, ...lines: string[]): Promise<{ text: string; err: string; code: number | null }> {
  const folder = folderOf({ 'a.cred': text });
  const { code, err } = await cred(folder, ['fill', 'a.cred', '--as-of', '2026-06-01'], { input: lines.map(line => `${line}\n`).join('') });
  return { code, err, text: readFileSync(path.join(folder, 'a.cred'), 'utf8') };
}

test('numbers, words, titles and natural values are written in the form of the language', async () => {
  const { text, err, code } = await filled(
    TEXT,
    '2',
    'Recognize competence',
    'broad',
    'Association of Small Museums',
    'no',
    'no',
    'three years',
    'quit',
  );
  expect(code).toBe(0);
  expect(text).toContain('  owner: ASM\n');
  expect(text).toContain('  goal: validate-competence\n');
  expect(text).toContain('  purpose: recognize-competence\n');
  expect(text).toContain('  scope: broad\n');
  expect(text).toContain('cycle: 3 years');
  expect(err).toMatch(/^An empty line leaves a question open for now\.\n"back" takes the last answer back/);
  expect(err).toMatch(/1 of \d+, plan\. What is true of a person at the end\?/);
  expect(err).toMatch(/questions are open still/);
});

test('back takes the last answer back, in the file too; an empty line leaves a question open', async () => {
  expect((await filled(TEXT, '2', 'back', 'quit')).text).toBe(TEXT);
  const { text, err } = await filled(TEXT, '', 'back', '', '', 'quit');
  expect(text).toBe(TEXT);
  expect(err.match(/What is true of a person at the end\?/g)).toHaveLength(2);
  expect((await filled(TEXT, 'back', 'quit')).err).toContain('This is the first question.');
});

test('what cannot be meant is said, with suggestions that a number takes', async () => {
  const { text, err } = await filled(TEXT, '', '', '', 'Museum Guild', '1', 'quit');
  expect(err).toContain('1  Add organization MG');
  expect(text).toContain('  owner: MG\n');
  expect(text).toContain('organization MG "Museum Guild"');
});

test('what does not apply is set aside with its reason', async () => {
  const { text } = await filled(TEXT, 'n/a The board has not decided', 'quit');
  expect(text).toContain('// cred-ignore certification/goal: The board has not decided\n');
});

test('a file whose questions are all answered, a list of them, and what cannot be filled', async () => {
  const folder = folderOf({ 'a.cred': TEXT, 'o.cred': 'person p "P"\n' });
  const { out } = await cred(folder, ['fill', 'a.cred', '--list']);
  expect(out).toMatch(/^3: What is true of a person at the end\? \("Certified Museum Registrar", plan\)$/m);
  expect((await cred(folder, ['fill', 'o.cred'])).err).toContain('Nothing is open');
  expect(await cred(folder, ['fill', '.'])).toMatchObject({ code: 2, err: expect.stringContaining('is not one .cred file') });
  expect((await cred(folder, ['fill', 'none.cred'])).code).toBe(2);
  chmodSync(path.join(folder, 'a.cred'), 0o444);
  const { code, err } = await cred(folder, ['fill', 'a.cred'], { input: '2\n' });
  expect(code).toBe(2);
  expect(err).toContain('"a.cred" cannot be written: it is protected.');
});

test('every question of a skeleton can be answered, and what comes of it has no error', async () => {
  const folder = folderOf({ 'a.cred': 'certification X "X" { }\n' });
  // Answers any question with its first option, or with a text that fits the type.
  for (let round = 0; round < 60; round++) {
    const { out } = await cred(folder, ['fill', 'a.cred', '--list']);
    if (out === '') break;
    await cred(folder, ['fill', 'a.cred'], {
      input: ['1', '3', '2020-05', 'Somebody', '70%', '3 years', '"x"', '450 USD', 'quit'].join('\n'),
    });
  }
  const { out } = await cred(folder, ['check', '--format', 'compact', 'a.cred']);
  expect(out).not.toMatch(/ error language\//);
});
