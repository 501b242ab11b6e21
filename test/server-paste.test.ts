/** The request for pasting, as an editor sends it to the built server. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PasteAnswer } from '../server/paste.ts';
import type { SelfStudyAnswer, StudyEdit } from '../server/self-study.ts';
import { Client } from './client.ts';

let folder: string;
let client: Client;
const uri = (): string => pathToFileURL(path.join(folder, 'a.cred')).href;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cred-paste-'));
  writeFileSync(path.join(folder, 'a.cred'), 'certification CMR "Registrar" {\n  owner: ?\n  \n}\n');
  writeFileSync(path.join(folder, 'o.cred'), 'organization ASM "Association of Small Museums"\n');
  client = await Client.start(folder);
  await client.findings(uri());
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

test('what a table would write, and names from other files', async () => {
  const table = await client.request<PasteAnswer>('cred/paste', {
    uri: uri(),
    range: at(2, 2),
    html: '<table><tr><th>Weight<th>Domain<tr><td>30%<td>Loans<tr><td>lots<td>Care</table>',
  });
  expect(table).toEqual({
    title: '2 domains',
    insert: 'domain loans "Loans" { weight: 30% }\n\n  domain care "Care" {\n    // Weight: lots\n  }',
    further: [],
    understood: ['"Weight" is "weight" of a domain, 1 cell kept as comments', '"Domain" is the title of a domain'],
    problems: ['row 3, column "Weight": "lots" is not understood: a percent such as 25% was expected. It is kept as a note.'],
  });
  const labels = await client.request<PasteAnswer>('cred/paste', {
    uri: uri(),
    range: at(2, 2),
    text: 'Owned by: Association of Small Museums',
  });
  expect(labels.further).toEqual([{ range: { start: { line: 1, character: 2 }, end: { line: 1, character: 10 } }, newText: 'owner: ASM' }]);
});

test('where nothing can be written, the text is to be pasted as it is', async () => {
  expect(await client.request('cred/paste', { uri: uri(), range: at(0, 25), text: 'Domain\tWeight\nLoans\t30%' })).toBeNull();
  expect(await client.request('cred/paste', { uri: uri(), range: at(2, 2), text: 'Dear colleagues, see you soon.\nBest' })).toBeNull();
});

test('the tables of a file that is dropped', async () => {
  const rows = ['Domain,Items', 'Loans,30'].map((line, i) => ({ line: i + 1, cells: line.split(',') }));
  const read = await client.request<PasteAnswer>('cred/paste', {
    uri: uri(),
    range: at(2, 2),
    tables: [{ place: 'sheet "A"', counts: 'row', rows }],
  });
  expect(read.insert).toBe('domain loans "Loans" { items: 30 }');
});

test('a self-study as plain parts, and its answers as an edit', async () => {
  const study = await client.request<SelfStudyAnswer>('cred/selfStudy', { uri: uri() });
  expect(study.title).toBe('Registrar');
  const field = study.parts.find(one => one.is === 'field' && one.tag.startsWith('Answer '));
  expect(field).toMatchObject({ text: '' });
  const clause = (field as { tag: string }).tag.slice('Answer '.length);
  const answers = [
    { program: 'CMR', clause, answer: 'See the bylaws', documents: [], at: '' },
    { program: 'X', clause, answer: 'x', documents: [], at: '' },
  ];
  const { edit, said, problems } = await client.request<StudyEdit>('cred/answers', { uri: uri(), answers });
  expect(JSON.stringify(edit)).toContain(`supports: ${clause}`);
  expect(said).toEqual([`CMR, ${clause}: evidence with the answer is added.`]);
  expect(problems).toEqual(['No program of these files is called "X". Its answers are left out.']);
  expect(await client.request('cred/selfStudy', { uri: pathToFileURL(path.join(folder, 'o.cred')).href })).toBeNull();
});
