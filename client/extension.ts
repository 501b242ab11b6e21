/** Starts the VS Code extension on a desktop or a remote machine, where the language server is a process of its own. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { offerMcp } from './assistants.ts';
import { type CredExtension, contribute } from './contribute.ts';
import { firstStart } from './first-start.ts';
import { clientOptions, Server } from './server.ts';

let server: Server | undefined;

/** Called by VS Code; starts the extension. */
export function activate(context: vscode.ExtensionContext): CredExtension {
  const start = { module: context.asAbsolutePath('dist/server.mjs'), transport: TransportKind.ipc };
  const debug = { ...start, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
  // The name 'cred' also makes the client read the setting `cred.trace.server`.
  server = new Server(new LanguageClient('cred', 'Cred', { run: start, debug }, clientOptions()));
  // "npm start" shows the extension as its sources are, to somebody who sees it for the first time.
  if (process.env.CRED_FIRST_START && context.extensionMode === vscode.ExtensionMode.Development) void firstStart(context.globalState);
  void server.start(); // Requests that arrive meanwhile wait for the server.
  const mcp = offerMcp(context);
  return { ...contribute(context, server), ...(mcp && { mcp }) };
}

/** Called by VS Code; stops the server. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
