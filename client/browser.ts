/** Starts the VS Code extension in the browser. The language server is a web worker that reads files through the editor. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type CredExtension, contribute } from './contribute.ts';
import { lendFiles } from './lend-files.ts';
import { clientOptions, Server } from './server.ts';

/** The browser's worker. VS Code's types are the same everywhere and do not declare it. */
declare const Worker: new (address: string) => Worker;

let server: Server | undefined;

/** Called by VS Code; starts the extension. */
export function activate(context: vscode.ExtensionContext): CredExtension {
  const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true));
  const client = new LanguageClient('cred', 'Cred', worker, clientOptions());
  lendFiles(client, context.extensionUri);
  server = new Server(client);
  void server.start(); // Requests that arrive meanwhile wait for the server.
  return contribute(context, server);
}

/** Called by VS Code; stops the server. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
