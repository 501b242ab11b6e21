/** From one open question to the next, as an editor asks the built server. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver';
import type { ProtocolAnswer, QuestionList } from '../server/questions.ts';
import { Client } from './client.ts';

const TEXT = 'certification CMR "Registrar" {\n  owner: ?\n  goal: ?\n}\n';
let folder: string;
let client: Client;
const uri = (): string => pathToFileURL(path.join(folder, 'a.cred')).href;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cred-questions-'));
  writeFileSync(path.join(folder, 'a.cred'), TEXT);
  writeFileSync(path.join(folder, 'o.cred'), 'organization ASM "Association of Small Museums" { legal-form: nonprofit }\n');
  client = await Client.start(folder);
  await client.findings(uri());
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

const edits = (answer: ProtocolAnswer): TextEdit[] | string => ('edit' in answer ? answer.edit.changes![uri()]! : answer.problem);

test('the questions of the program at a place, and what an answer writes', async () => {
  const list = await client.request<QuestionList>('cred/questions', { uri: uri(), position: { line: 1, character: 3 } });
  expect([list.program, list.label]).toEqual(['CMR', 'Registrar']);
  expect(list.questions.map(({ id }) => id)).toEqual(expect.arrayContaining(['CMR/goal', 'CMR/owner']));
  const owner = await client.request<ProtocolAnswer>('cred/answer', {
    uri: uri(),
    program: 'CMR',
    id: 'CMR/owner',
    input: 'Association of Small Museums',
  });
  expect(edits(owner)).toEqual([{ range: { start: { line: 1, character: 9 }, end: { line: 1, character: 10 } }, newText: 'ASM' }]);
  const goal = await client.request<ProtocolAnswer>('cred/answer', { uri: uri(), program: 'CMR', id: 'CMR/goal', input: 'teach' });
  expect(edits(goal)).toMatch(/"goal" does not know the word "teach"/);
  const aside = await client.request<ProtocolAnswer>('cred/setAside', { uri: uri(), program: 'CMR', id: 'CMR/goal', reason: 'Later' });
  expect(edits(aside)).toMatchObject([{ newText: expect.stringContaining('// goal does not apply: Later') }]);
});

test('what is missing in another file is added there, in one step', async () => {
  const answer = await client.request<ProtocolAnswer>('cred/answer', {
    uri: uri(),
    program: 'CMR',
    id: 'CMR/owner',
    input: 'Museum Guild',
  });
  if ('edit' in answer) throw new Error('It cannot be written: nothing is called so.');
  const [first] = answer.suggestions;
  expect(first!.title).toBe('Add organization MG in o.cred');
  expect(Object.keys(first!.edit.changes!).map(one => path.basename(one))).toEqual(['a.cred', 'o.cred']);
});

test('a question that is not there, and a file without a program', async () => {
  await expect(client.request('cred/answer', { uri: uri(), program: 'CMR', id: 'CMR/nothing', input: 'x' })).rejects.toThrow(
    /no open question "CMR\/nothing"/,
  );
  expect(await client.request('cred/questions', { uri: pathToFileURL(path.join(folder, 'o.cred')).href })).toBeNull();
});
