import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as vscode from 'vscode';
import type { CredExtension } from '../../client/contribute.ts';
import * as assert from './assert.ts';
import { open, until } from './helpers.ts';

interface LanguageModels {
  readonly tools?: readonly { readonly name: string }[];
  invokeTool?(name: string, options: object): PromiseLike<{ readonly content: readonly { readonly value: string }[] }>;
}
const { lm } = vscode as unknown as { lm?: LanguageModels };

/** Before 1.101 nothing is offered; that the extension works all the same is what the other tests see. */
const isNewEnough = Number(vscode.version.split('.')[1]) >= 101;

suite('The editor’s assistants', () => {
  test('use the tools on the texts of the workspace, unsaved ones too', async function () {
    const document = await open('flawed.cred');
    if (!isNewEnough) return this.skip();
    const tools = lm!.tools!.map(({ name }) => name).filter(name => name.startsWith('cred_'));
    assert.equal(tools.length, 11);
    const ask = async (tool: string, input: object) => {
      const { content } = await lm!.invokeTool!(tool, { input, toolInvocationToken: undefined });
      return JSON.parse(content.map(({ value }) => value).join(''));
    };
    const told = await ask('cred_check', { paths: ['flawed.cred'] });
    assert.ok(
      told.findings.some(({ rule }: { rule: string }) => rule === 'certification/goal'),
      JSON.stringify(told),
    );
    const given = await ask('cred_check', { texts: [{ path: 'draft.cred', text: 'person P "P" { employr: ? }\n' }] });
    assert.equal(given.findings[0].rule, 'language/unknown-property');
    const before = document.getText();
    const fixed = await ask('cred_fix', { paths: ['flawed.cred'], unsafe: true });
    assert.equal(fixed.written, false);
    assert.equal(document.getText(), before);
  });

  test('import what the command line imports, by path and as text', async function () {
    await open('flawed.cred');
    if (!isNewEnough) return this.skip();
    const ask = async (input: object) => {
      const { content } = await lm!.invokeTool!('cred_import', { input, toolInvocationToken: undefined });
      return JSON.parse(content.map(({ value }) => value).join(''));
    };
    const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'records');
    const sheet = 'name,type\nWidget Technician,certification\n';
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'sheet.csv'), new TextEncoder().encode(sheet));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'broken.xlsx'), new TextEncoder().encode('no workbook'));
    try {
      for (const input of [{ paths: ['records/sheet.csv'] }, { texts: [{ path: 'sheet.csv', text: sheet }] }]) {
        const { files, problems } = await ask(input);
        assert.ok(files[0].text.includes('"Widget Technician"'), JSON.stringify(files));
        assert.equal(problems.length, 0);
      }
      const { files, problems } = await ask({ paths: ['records'] });
      assert.equal(files.length, 1);
      assert.ok(problems[0].includes('broken.xlsx'), JSON.stringify(problems));
    } finally {
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  test('are told of a server that the editor may start, where it can', async () => {
    await open('flawed.cred');
    const extension = vscode.extensions.getExtension<CredExtension>('cred.cred')!;
    const cred = await until('the activation', () => extension.exports);
    if (!isNewEnough) {
      assert.equal(cred.mcp, undefined);
      return;
    }
    const [server] = cred.mcp!.provideMcpServerDefinitions() as { command: string; args: string[]; env: Record<string, string> }[];
    const { command, args, env } = server!;
    const running = spawn(command, args, { env: { ...process.env, ...env } });
    const hello = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
    running.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: hello })}\n`);
    const [answer] = await once(running.stdout, 'data');
    running.kill();
    assert.equal(JSON.parse(String(answer)).result.serverInfo.name, 'cred');
  });
});
