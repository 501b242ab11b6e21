/** `cred mcp` as assistants speak to it: through the protocol's own client, over standard input and output. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, describe, expect, test } from 'vitest';
import { CRED, cred, folderOf } from './command.ts';

const SLIP = 'certification CWT "Widget Technician" {\n  gaol: acquire-competence\n}\n';
const open: Client[] = [];
afterAll(async () => {
  for (const client of open) await client.close();
});

async function serving(folder: string, ...more: string[]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [CRED, 'mcp', folder, ...more], stderr: 'pipe' }));
  open.push(client);
  return client;
}

async function call(client: Client, name: string, given: Record<string, unknown> = {}): Promise<{ text: string; refused: boolean }> {
  const { content, isError } = await client.callTool({ name, arguments: given });
  return { text: (content as { text: string }[]).map(one => one.text).join('\n'), refused: isError === true };
}

/** A folder with a file, a folder beside it, and links that lead there. */
function setting(): { folder: string; outside: string } {
  const all = folderOf({ 'programs/a.cred': SLIP, 'other/secret.cred': 'person S "Secret" { employr: ? }\n' });
  const [folder, outside] = [path.join(all, 'programs'), path.join(all, 'other')];
  symlinkSync(path.join(outside, 'secret.cred'), path.join(folder, 'link.cred'));
  symlinkSync(outside, path.join(folder, 'linked'), 'junction');
  return { folder, outside };
}

const READING = ['explain', 'check', 'path', 'readiness', 'questions', 'diff', 'import', 'export'];
const CHANGING = ['fix', 'format', 'answer'];

test('it tells its tools, what they take and answer, and which of them change anything', async () => {
  const { folder } = setting();
  const { tools } = await (await serving(folder)).listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual([...READING, ...CHANGING].sort());
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true && annotations.openWorldHint === false)).toBe(true);
  expect(tools.find(({ name }) => name === 'answer')?.inputSchema).toMatchObject({ type: 'object', required: ['answers'] });
  // Without permission to write, the tools take no "write".
  for (const { inputSchema, outputSchema } of tools) {
    expect(Object.keys(inputSchema.properties!)).not.toContain('write');
    expect(outputSchema?.required).toEqual(expect.arrayContaining(['page', 'pages', 'next']));
  }
  const writing = await (await serving(folder, '--allow-writes')).listTools();
  expect(writing.tools.filter(({ annotations }) => !annotations?.readOnlyHint).map(({ name }) => name)).toEqual(CHANGING);
  for (const { name, inputSchema } of writing.tools) expect('write' in inputSchema.properties!, name).toBe(CHANGING.includes(name));
});

describe('a server that only reads', () => {
  const { folder, outside } = setting();
  let client: Client;
  const ask = async (name: string, given?: Record<string, unknown>) => call((client ??= await serving(folder)), name, given);

  test('check finds what the command line finds', async () => {
    const { text } = await ask('check', { asOf: '2026-01-31', detail: 'full' });
    const said = JSON.parse((await cred(folder, ['check', '--format', 'json', '--as-of', '2026-01-31'])).out);
    const told = JSON.parse(text);
    const plain = ({ rule, severity, message, range }: Record<string, unknown>) => JSON.stringify([rule, severity, message, range]);
    expect(told.findings.map(plain).sort()).toEqual(said.files.flatMap((file: { findings: [] }) => file.findings.map(plain)).sort());
    expect(told.summary).toEqual(said.summary);
    expect(told.findings.every((one: { at: string }) => one.at.startsWith('a.cred:'))).toBe(true);
  });

  test('explain, path and readiness answer', async () => {
    expect((await ask('explain', { topic: 'certification/goal' })).text).toContain('# certification/goal');
    expect((await ask('explain', { topic: 'NCCA-2021.S14' })).text).toContain('Job Analysis');
    expect((await ask('explain', { topic: 'language' })).text).toContain('# The language');
    expect((await ask('explain')).text).toContain('- certification/goal: ');
    expect(JSON.parse((await ask('path', { as: 'certificate' })).text).programs[0]).toMatchObject({
      name: 'CWT',
      as: { kind: 'certificate' },
    });
    const { text } = await ask('readiness', { standards: ['NCCA-2021'] });
    expect(JSON.parse(text).programs[0]).toMatchObject({ name: 'CWT', standard: 'NCCA-2021', missing: expect.any(Array) });
  });

  test('explain knows the standards of the folder, and none of those outside', async () => {
    const all = folderOf({
      'programs/own.cred': 'standard OWN "Our own" {\n  clause C1 "First"\n}\n',
      'other/far.cred': 'standard FAR "Of others" {\n}\n',
    });
    const own = await serving(path.join(all, 'programs'));
    expect((await call(own, 'explain', { topic: 'OWN' })).text).toContain('Our own');
    expect((await call(own, 'explain', { topic: 'own/C1' })).text).toContain('First');
    expect(await call(own, 'explain', { topic: 'FAR' })).toMatchObject({ refused: true });
  });

  test('fix shows what would change, and changes nothing', async () => {
    const { text } = await ask('fix');
    const { changed, written, files } = JSON.parse(text);
    expect([changed, written]).toEqual([1, false]);
    expect(files[0].diff).toContain('+  goal: acquire-competence');
    expect(readFileSync(path.join(folder, 'a.cred'), 'utf8')).toBe(SLIP);
    const { text: why, refused } = await ask('fix', { write: true });
    expect([refused, why]).toEqual([true, expect.stringContaining('--allow-writes')]);
    expect(readFileSync(path.join(folder, 'a.cred'), 'utf8')).toBe(SLIP);
  });

  test.each([
    '../other/secret.cred',
    '..',
    path.join(outside, 'secret.cred'),
    'link.cred',
    'linked',
    'linked/secret.cred',
    'linked/../../other',
  ])('what is outside is not told: %s', async name => {
    for (const tool of ['check', 'path', 'readiness', 'fix', 'format', 'questions', 'export']) {
      const { text, refused } = await ask(tool, { paths: [name], ...(tool === 'export' && { to: 'json' }) });
      expect([tool, refused]).toEqual([tool, true]);
      expect(text).toContain('outside of the folder');
      expect(text).not.toContain('Secret');
    }
  });

  test('whether a document outside is there is not told', async () => {
    const all = folderOf({ 'other/there.pdf': 'x', 'programs/there.pdf': 'x', 'programs/cred.json': '{}' });
    const served = path.join(all, 'programs');
    symlinkSync(path.join(all, 'other'), path.join(served, 'linked'), 'junction');
    for (const name of ['there', 'never']) symlinkSync(path.join(all, `other/${name}.pdf`), path.join(served, `to-${name}.pdf`));
    const client = await serving(served);
    const found = async (document: string): Promise<string> => {
      writeFileSync(path.join(served, 'a.cred'), `certification C "C" {\n  handbook { document: "${document}" }\n}\n`);
      const { text } = await call(client, 'check');
      return text.replaceAll(document, 'DOCUMENT');
    };
    for (const way of ['../other/', `${all}/other/`, 'linked/', 'to-', 'sub/../../other/']) {
      const there = await found(`${way}there.pdf`);
      expect(there).toContain("leads out of the project's folder");
      expect(await found(`${way}never.pdf`)).toBe(there);
    }
    // Within the folder it is told as ever.
    expect(await found('never.pdf')).toContain('language/missing-file');
    expect(await found('there.pdf')).not.toContain('language/missing-file');
  });

  test('what a cred.json above says of files outside is not told', async () => {
    const all = folderOf({
      'cred.json': '{"exclude": ["other/"], "overrides": [{"files": ["secret/", "nothing/"], "rules": {}}]}',
      'secret/s.cred': '',
      'programs/a.cred': SLIP,
    });
    const { text } = await call(await serving(path.join(all, 'programs')), 'check');
    expect(text).not.toContain('language/config');
  });

  test('what cannot be answered is said in words', async () => {
    for (const [tool, given, words] of [
      ['explain', { topic: 'certification/gaol' }, 'Did you mean "certification/goal"?'],
      ['readiness', { standards: ['NCCA-2022'] }, 'There is no standard "NCCA-2022"'],
      ['check', { paths: ['b.cred'] }, 'There is no file or folder "b.cred".'],
      ['check', { asOf: 'soon' }, 'Write a day as 2026-01-31.'],
      ['check', { asOf: '2026-02-30' }, 'Write a day as 2026-01-31.'],
      ['check', { path: 'a.cred' }, 'There is no "path" here.'],
      ['answer', {}, '"answers" is missing.'],
      ['nothing', {}, 'nothing'],
    ] as const) {
      const { text, refused } = await ask(tool, given).catch((error: Error) => ({ text: error.message, refused: true }));
      expect([tool, refused]).toEqual([tool, true]);
      expect(text).toContain(words);
    }
    expect((await ask('check')).refused).toBe(false);
  });
});

test('with --allow-writes fix changes files within the folder, and no other', async () => {
  const { folder, outside } = setting();
  const client = await serving(folder, '--allow-writes');
  expect(JSON.parse((await call(client, 'fix')).text)).toMatchObject({ changed: 1, written: false });
  expect(readFileSync(path.join(folder, 'a.cred'), 'utf8')).toBe(SLIP);
  const before = readFileSync(path.join(outside, 'secret.cred'), 'utf8');
  for (const name of ['link.cred', 'linked', '../other'])
    expect((await call(client, 'fix', { paths: [name], write: true, unsafe: true })).refused).toBe(true);
  expect(JSON.parse((await call(client, 'fix', { write: true })).text)).toMatchObject({ changed: 1, written: true });
  expect(readFileSync(path.join(folder, 'a.cred'), 'utf8')).toBe(SLIP.replace('gaol', 'goal'));
  expect(readFileSync(path.join(outside, 'secret.cred'), 'utf8')).toBe(before);
});

test('a folder that is not there is wrong usage', async () => {
  const folder = folderOf({});
  mkdirSync(path.join(folder, 'a'));
  expect(await cred(folder, ['mcp', 'nowhere'])).toMatchObject({ code: 2, out: '', err: 'There is no folder "nowhere".\n' });
});
