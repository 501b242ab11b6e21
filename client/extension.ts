/** The VS Code extension: starts the language server and adds what only an editor can offer. */
import * as vscode from 'vscode';
import { explainRule, rulePages } from './explain-rule.ts';
import { newProgram } from './new-program.ts';
import { Server } from './server.ts';
import { showProgram } from './show-program.ts';
import { standards } from './standards.ts';

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const running = new Server(context.asAbsolutePath('dist/server.cjs'));
  server = running;
  context.subscriptions.push(
    vscode.commands.registerCommand('cred.newProgram', wanted => newProgram(running, wanted)),
    vscode.commands.registerCommand('cred.explainRule', rule => explainRule(running, rule)),
    vscode.commands.registerCommand('cred.showProgram', (uri, range) => showProgram(running, uri, range)),
    vscode.commands.registerCommand('cred.restart', () => running.restart()),
    vscode.workspace.registerTextDocumentContentProvider('cred-standard', standards(running)),
    vscode.workspace.registerTextDocumentContentProvider('cred-page', rulePages(running)),
  );
  await running.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
