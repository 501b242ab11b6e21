/** Exports and imports with a preview: the result opens unsaved, and what has no counterpart is listed. */
import * as vscode from 'vscode';
import { TARGETS } from '../exchange/targets.ts';
import type { ExportAnswer, ImportAnswer } from '../server/exchange.ts';
import type { Server } from './server.ts';

const t = vscode.l10n.t;
const LANGUAGES: Readonly<Record<string, string>> = { '.json': 'json', '.csv': 'csv', '.md': 'markdown' };

/** Exports the programs of the active file. `given` is the format; without it the user is asked. */
export async function exportProgram(server: Server, given?: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'cred') return tell(t('Open the .cred file to be exported first.'));
  const to = given ?? (await askForm());
  if (!to) return;
  const uri = server.client.code2ProtocolConverter.asUri(editor.document.uri);
  const made = await server.request<ExportAnswer | null>('cred/export', { uri, to });
  if (!made) return tell(t('This file cannot be exported.'));
  if (made.refused) return void vscode.window.showErrorMessage(t('Nothing is exported. {0}', made.refused.join(' ')));
  const { ending } = TARGETS[to as keyof typeof TARGETS];
  await preview(made.text!, LANGUAGES[ending]!);
  if (made.left.length > 0 && !given) await offer(t('{0} things are left out.', made.left.length), made.left.join('\n'));
}

/** Imports JSON or a sheet. A sheet is parsed here, so that the server needs no parser for it. */
export async function importFile(server: Server, given?: vscode.Uri): Promise<void> {
  const [file] = given
    ? [given]
    : ((await vscode.window.showOpenDialog({
        title: t('Records to import'),
        filters: { [t('Records, sheets and documents')]: ['json', 'jsonld', 'csv', 'tsv', 'xlsx', 'docx'] },
      })) ?? []);
  if (!file) return;
  const bytes = await vscode.workspace.fs.readFile(file);
  const refuse = (why: string): void => void vscode.window.showErrorMessage(t('Nothing is imported. {0}', why));
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  // The readers of sheets and documents are evaluated only now.
  const { inputsFrom } = await import('../host/import-inputs.ts');
  const read = inputsFrom(name, bytes);
  const [input] = read.inputs;
  const remarks = read.problems.map(({ why }) => why);
  if (!input) return refuse(remarks.join(' '));
  const made = await server.request<ImportAnswer>('cred/import', input);
  const problems = [...remarks, ...made.problems];
  if (made.text === undefined) return refuse(problems.join(' ') || t('Nothing in it is a program or an organization.'));
  await preview(made.text, 'cred');
  if (!given) await offer(t('The records are imported; save the file to keep it.'), [...problems, made.account].join('\n\n'));
}

async function askForm(): Promise<string | undefined> {
  const items = Object.entries(TARGETS).map(([label, { says }]) => ({ label, detail: says }));
  return (await vscode.window.showQuickPick(items, { title: t('Export as'), matchOnDetail: true }))?.label;
}

async function preview(content: string, language: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Active);
}

async function offer(message: string, more: string): Promise<void> {
  const show = t('Show what has no counterpart');
  if ((await vscode.window.showInformationMessage(message, show)) === show) await preview(more, 'plaintext');
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
