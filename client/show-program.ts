import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import type { FilePlace } from './programs-of.ts';
import type { Server } from './server.ts';

/** Shows a place that the server names in the protocol's types; code lenses run this. */
export async function showProgram(server: Server, uri: string, range: Range): Promise<void> {
  const converter = server.client.protocol2CodeConverter;
  await vscode.window.showTextDocument(converter.asUri(uri), { selection: converter.asRange(range) });
}

/** Shows a place from a view beside the text, in the editor that already shows the file if there is one. */
export async function showAt(server: Server, { uri, range }: FilePlace): Promise<void> {
  const at = server.client.protocol2CodeConverter.asUri(uri);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === at.toString());
  const selection = server.client.protocol2CodeConverter.asRange(range);
  await vscode.window.showTextDocument(at, { selection, viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One });
}
