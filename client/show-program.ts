import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient/node';
import type { Server } from './server.ts';

/** Reveals a place that the server names in its own terms; code lenses run it. */
export async function showProgram(server: Server, uri: string, range: Range): Promise<void> {
  const converter = server.client.protocol2CodeConverter;
  await vscode.window.showTextDocument(converter.asUri(uri), { selection: converter.asRange(range) });
}
