/** The VS Code extension on a desktop or a remote machine: the language server is a process of its own. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Cred, contribute } from './contribute.ts';
import { clientOptions, Server } from './server.ts';

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<Cred> {
  const start = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  const debug = { ...start, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
  // 'cred' is also where `cred.trace.server` is looked up.
  server = new Server(new LanguageClient('cred', 'Cred', { run: start, debug }, clientOptions()));
  const cred = contribute(context, server);
  await server.start();
  return cred;
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
