/** The server assumes no VS Code: other editors can show and run everything that it sends. */

import { expect, test } from 'vitest';
import type { CodeLens, CompletionItem, Hover, ShowDocumentParams } from 'vscode-languageserver-protocol';
import { Client } from './client.ts';

const URI = 'file:///programs/a.cred';
const TEXT = 'certification CWT "Widget Technician" {\n  goal: acquire-competence\n}\n';
const textDocument = { uri: URI };
const start = { line: 0, character: 3 };

async function opened(options: Parameters<typeof Client.start>[1] = {}): Promise<Client> {
  const client = await Client.start(undefined, options);
  await client.open(URI, TEXT);
  await client.findings(URI);
  return client;
}

test('a lens leads to its program, by a command of the server', async () => {
  const client = await opened({ capabilities: { window: { showDocument: { support: true } } } });
  const shown: ShowDocumentParams[] = [];
  client.connection.onRequest('window/showDocument', (asked: ShowDocumentParams) => {
    shown.push(asked);
    return { success: true };
  });
  const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
  const { command, arguments: given } = lens!.command!;
  expect(client.answer.capabilities.executeCommandProvider?.commands).toContain(command);
  await client.request('workspace/executeCommand', { command, arguments: given });
  expect(shown).toEqual([{ uri: URI, selection: lens!.range, takeFocus: true }]);
  await client.stop();
});

test('where a client cannot show a document, the lens does nothing, and nothing goes wrong', async () => {
  const client = await opened();
  const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
  expect(
    await client.request('workspace/executeCommand', { command: lens!.command!.command, arguments: lens!.command!.arguments! }),
  ).toBeNull();
  await client.stop();
});

test('VS Code has the command itself', async () => {
  const client = await opened({ settings: { views: true } });
  expect(client.answer.capabilities.executeCommandProvider?.commands).not.toContain('cred.showProgram');
  await client.stop();
});

test('pages are files or on the web, unless a client says that it shows them', async () => {
  const hrefs = async (settings: object): Promise<string[]> => {
    const client = await opened({ settings });
    const found = await client.findings(URI);
    await client.stop();
    return found.map(one => one.codeDescription!.href);
  };
  for (const href of await hrefs({})) expect(href).toMatch(/^(file|https):/);
  for (const href of await hrefs({ pages: true })) expect(href).toMatch(/^cred-page:/);
});

test('an editor that shows plain text only is sent no Markdown', async () => {
  const kinds = async (formats: readonly string[]): Promise<string[]> => {
    const textDocumentCapabilities = {
      hover: { contentFormat: formats },
      completion: { completionItem: { documentationFormat: formats } },
    };
    const client = await opened({ capabilities: { textDocument: textDocumentCapabilities } });
    const hover = await client.request<Hover>('textDocument/hover', { textDocument, position: start });
    const items = await client.request<CompletionItem[]>('textDocument/completion', { textDocument, position: { line: 1, character: 2 } });
    await client.stop();
    return [hover.contents, ...items.map(one => one.documentation)].map(one => (one as { kind: string } | undefined)?.kind ?? 'none');
  };
  expect(new Set(await kinds(['plaintext']))).not.toContain('markdown');
  expect(await kinds(['markdown', 'plaintext'])).toContain('markdown');
});
