/** The VS Code extension on a desktop or a remote machine: the language server is a process of its own. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type CredExtension, contribute } from './contribute.ts';
import { clientOptions, Server } from './server.ts';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): CredExtension {
  const start = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  const debug = { ...start, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
  // 'cred' is also where `cred.trace.server` is looked up.
  server = new Server(new LanguageClient('cred', 'Cred', { run: start, debug }, clientOptions()));
  void server.start(); // what is asked of it meanwhile waits for it
  return contribute(context, server);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
