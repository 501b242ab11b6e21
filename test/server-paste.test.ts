/** The requests for pasting and importing, as an editor sends them to the built server. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importFiles } from '../exchange/import.ts';
import { inputsFrom } from '../host/import-inputs.ts';
import type { ImportAnswer } from '../server/exchange.ts';
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

test('all files of an archive are imported as one text, and each problem is told with its file', async () => {
  const record = (name: string): Uint8Array =>
    strToU8(JSON.stringify({ '@type': 'ceterms:Certification', '@id': `https://r.example/${name}`, 'ceterms:name': name }));
  const archive = zipSync({ 'a.json': record('A'), 'b/c.json': record('B'), 'd.json': strToU8('{"') });
  const { inputs } = inputsFrom('a.zip', archive);
  const { text, problems, account } = await client.request<ImportAnswer>('cred/import', { inputs });
  expect(text).toBe(
    importFiles(inputs)
      .files.map(one => one.text)
      .join('\n'),
  );
  expect(text).toMatch(/certification a "A"[^]*certification b "B"/);
  expect(problems).toEqual(['a.zip/d.json, line 1, column 3: It ends too early: a part of the file is missing.']);
  expect(account).toMatch(/^a\.zip\/a\.json: A [^]*^a\.zip\/b\/c\.json: B /m);
});

test('what the project has is not imported again, and its names are not given again', async () => {
  const ctid = 'ce-11111111-2222-4333-8444-555555555501';
  const record = (digit: number, name: string): object => ({
    '@type': 'ceterms:Certification',
    '@id': `https://r.example/${digit}`,
    'ceterms:ctid': ctid.replace(/1$/, String(digit)),
    'ceterms:name': name,
  });
  const text = JSON.stringify([record(1, 'Registrar of Collections'), record(2, 'Registrar (CMR)')]);
  const given = { inputs: [{ file: 'r.json', text }], into: uri() };
  const made = await client.request<ImportAnswer>('cred/import', given);
  expect(made.text).toMatch(/certification registrar-collections .*[^]*certification CMR-2 /);
  expect(made.problems).toEqual([]);
  writeFileSync(path.join(folder, 'r.cred'), made.text!);
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path.join(folder, 'r.cred')).href, type: 1 }] });
  // The server reads what has changed on the disk a moment later.
  const again = () => client.request<ImportAnswer>('cred/import', given);
  await expect.poll(async () => (await again()).text, { timeout: 20_000 }).toBeUndefined();
  expect((await again()).problems[0]).toContain(
    'is in the project already, as registrar-collections in "r.cred". It is not written again.',
  );
});
