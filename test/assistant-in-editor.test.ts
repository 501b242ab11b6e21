/** The tools for the editor's assistants, and the server that the extension brings along for them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, expect, test } from 'vitest';
import { TOOLS } from '../assistant/tools.ts';
import type { AssistantAnswer } from '../server/assistant.ts';
import { Client as EditorClient } from './client.ts';
import { cred, folderOf } from './command.ts';
import { after, Folder } from './server-folder.ts';

const root = path.resolve(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

test('the extension offers every tool, with its schema', () => {
  const offered = manifest.contributes.languageModelTools as { name: string; inputSchema: { properties: object } }[];
  expect(offered.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => `cred_${name}`));
  expect(offered.filter(({ inputSchema }) => 'write' in inputSchema.properties).map(({ name }) => name)).toEqual([
    'cred_fix',
    'cred_format',
    'cred_answer',
  ]);
});

describe('the server beside the language', () => {
  test('answers as "cred mcp" does, far from its package, and without the command line beside it', async () => {
    const apart = folderOf({
      'package.json': JSON.stringify({ version: manifest.version }),
      'dist/assistant.mjs': readFileSync(path.join(root, 'dist/assistant.mjs')),
      'dist/shared.mjs': readFileSync(path.join(root, 'dist/shared.mjs')),
      'dist/pages.json': readFileSync(path.join(root, 'dist/pages.json')),
      'programs/a.cred': 'certification CWT "Widget Technician" {\n  gaol: acquire-competence\n}\n',
    });
    const programs = path.join(apart, 'programs');
    const client = new Client({ name: 'test', version: '1' });
    const script = path.join(apart, 'dist/assistant.mjs');
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [script, programs], stderr: 'pipe' }));
    const ask = async (name: string, given: Record<string, unknown>) =>
      (await client.callTool({ name, arguments: given })).structuredContent as { summary: object; texts: { markdown: string }[] };
    const said = JSON.parse((await cred(programs, ['check', '--format', 'json'])).out);
    expect((await ask('check', {})).summary).toEqual(said.summary);
    expect((await ask('explain', { topic: 'certification/goal' })).texts[0]!.markdown).toContain('## Why');
    const exported = await client.callTool({ name: 'export', arguments: { to: 'json' } });
    expect(exported.isError).not.toBe(true);
    await client.close();
  });

  test('ends with its input', () => {
    expect(existsSync(path.join(root, 'dist/assistant.mjs'))).toBe(true);
    expect(spawnSync(process.execPath, [path.join(root, 'dist/assistant.mjs'), root], { input: '' })).toMatchObject({
      status: 0,
    });
  });
});

describe('the tools in the language server', () => {
  const SLIP = 'certification CWT "Widget Technician" {\n  gaol: acquire-competence\n}\n';

  test('see the texts as the editor does, and what they change is an edit for the client', async () => {
    const folder = new Folder({ 'a.cred': SLIP, 'sub/o.cred': 'organization O "O"\n' });
    const editor = await EditorClient.start(folder.path);
    await editor.findings(folder.uri('a.cred'));
    const ask = (tool: string, given: object) => editor.request<AssistantAnswer>('cred/assistant', { tool, given });
    const found = JSON.parse((await ask('check', {})).text);
    expect(found.summary).toMatchObject({ files: 2, programs: 1 });
    expect(found.findings[0]).toMatchObject({ at: 'a.cred:2', rule: 'language/unknown-property' });
    expect(JSON.parse((await ask('check', { paths: ['sub'] })).text).summary.files).toBe(1);
    expect(await ask('check', { paths: ['nowhere'] })).toEqual({
      isError: true,
      text: 'There is no file or folder "nowhere".',
    });
    const reads = await ask('fix', { paths: ['a.cred'] });
    expect(reads.edit).toBeUndefined();
    const { edit } = await ask('fix', { paths: ['a.cred'], write: true });
    expect(after(SLIP, edit!.changes![folder.uri('a.cred')]!)).toBe(SLIP.replace('gaol', 'goal'));
    // A draft knows the names of the project, and is no file of it afterwards.
    const texts = [{ path: 'draft.cred', text: 'certification D "D" { owner: O }\n' }];
    const draft = JSON.parse((await ask('check', { texts })).text);
    expect(draft.findings.map(({ rule }: { rule: string }) => rule)).not.toContain('language/unresolved-reference');
    expect(JSON.parse((await ask('check', {})).text).summary.files).toBe(2);
    expect((await ask('explain', { topic: 'certification/goal' })).text).toContain('## Why');
    await editor.stop();
    folder.remove();
  });
});
