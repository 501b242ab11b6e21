/** The VS Code extension in the browser: the language server is a web worker, and reads files through the editor. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type CredExtension, contribute } from './contribute.ts';
import { lendFiles } from './lend-files.ts';
import { clientOptions, Server } from './server.ts';

/** Of the browser; VS Code's own types are the same everywhere and do not name it. */
declare const Worker: new (address: string) => Worker;

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): CredExtension {
  const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true));
  const client = new LanguageClient('cred', 'Cred', worker, clientOptions());
  lendFiles(client, context.extensionUri);
  server = new Server(client);
  void server.start(); // what is asked of it meanwhile waits for it
  return contribute(context, server);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
