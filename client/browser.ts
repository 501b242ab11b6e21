/** Starts the VS Code extension in the browser. The language server is a web worker that reads files through the editor. */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { type CredExtension, contribute } from './contribute.ts';
import { lendFiles } from './lend-files.ts';
import { clientOptions, Server } from './server.ts';

/** The browser's worker. VS Code's types are the same everywhere and do not declare it. */
declare const Worker: new (address: string) => Worker & { terminate(): void };

let server: Server | undefined;

/** Called by VS Code; starts the extension. */
export function activate(context: vscode.ExtensionContext): CredExtension {
  const client = new LanguageClient('cred', 'Cred', serverWorker(context.extensionUri), clientOptions());
  lendFiles(client, context.extensionUri);
  server = new Server(client);
  void server.start(); // Requests that arrive meanwhile wait for the server.
  return contribute(context, server);
}

/** Each start has a worker of its own: a server that was shut down is not initialized again. The workbench's workers are no `Worker`s. */
function serverWorker(extension: vscode.Uri): () => Promise<MessageTransports> {
  const address = vscode.Uri.joinPath(extension, 'dist/browser/server.js').toString(true);
  let last: (Worker & { terminate(): void }) | undefined;
  return async () => {
    last?.terminate();
    last = new Worker(address);
    return { reader: new BrowserMessageReader(last), writer: new BrowserMessageWriter(last) };
  };
}

/** Called by VS Code; stops the server. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
