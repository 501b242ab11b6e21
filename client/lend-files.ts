/**
 * Gives a server without a file system access to the editor's: to the workspace's `.cred` and `cred.json` files and the extension's pages.
 */

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { decoded, type ReadFile } from '../host/decoded.ts';
import { isConfigFile, isProgramFile, PROJECT_FILES } from '../host/program-file.ts';

/** Answers the server's requests for files. `home` is the extension's folder. */
export function lendFiles(client: BaseLanguageClient, home: vscode.Uri): void {
  const { asUri } = client.protocol2CodeConverter;
  client.onRequest('cred/listFiles', async ({ folder }: { folder: string }) => {
    const found = await vscode.workspace.findFiles(
      new vscode.RelativePattern(asUri(folder), `**/{${PROJECT_FILES}}`),
      '**/{node_modules,.*}/**',
    );
    return found.map(uri => client.code2ProtocolConverter.asUri(uri));
  });
  const readFile = async ({ uri }: { uri: string }): Promise<ReadFile | null> =>
    isProgramFile(uri) || isConfigFile(uri) ? readAt(asUri(uri)) : null;
  client.onRequest<ReadFile | null, void>('cred/readFile', readFile);
  let pages: Promise<Readonly<Record<string, string>>> | undefined;
  client.onRequest('cred/readPage', async ({ path }: { path: string }) => {
    pages ??= textAt(vscode.Uri.joinPath(home, 'dist/pages.json')).then(text => JSON.parse(text ?? '{}'));
    return (await pages)[path] ?? null;
  });
}

async function readAt(uri: vscode.Uri): Promise<ReadFile | null> {
  try {
    return decoded(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null; // The file is gone or may not be read.
  }
}

async function textAt(uri: vscode.Uri): Promise<string | undefined> {
  const read = await readAt(uri);
  return read && 'text' in read ? read.text : undefined;
}
