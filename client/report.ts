/**
 * Writes the report of the workspace's programs into a file of the user's choice. If no folder is open, the report has the programs of one
 * file.
 */
import * as vscode from 'vscode';
import { programsOf } from './programs-of.ts';
import type { Server } from './server.ts';

const t = vscode.l10n.t;

/** Asks for the file and writes the report. Without a folder, `given` or the active file is reported on. */
export async function writeReport(server: Server, given?: vscode.Uri): Promise<void> {
  const uris = [...new Set((await programsOf(server)).map(({ uri }) => uri))].sort();
  if (uris.length === 0)
    return void vscode.window.showInformationMessage(t('There are no programs to report on. Open a .cred file first.'));
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = given ?? (await askTarget(folder));
  if (!target) return;
  if (/\.cred$|\/cred\.json$/i.test(target.path))
    return void vscode.window.showErrorMessage(t('"{0}" is not a file for a report. Name another file.', target.path));
  const reader = given ? 'reviewer' : await askReader();
  if (!reader) return;
  const text = await server.request<string | null>('cred/report', {
    uris,
    format: /\.(md|markdown)$/i.test(target.path) ? 'markdown' : 'html',
    reader,
    ...(folder && { below: server.client.code2ProtocolConverter.asUri(folder) }),
  });
  if (text === null) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  if (given) return;
  const said = t('The report is written.');
  if (!opens(target)) return void vscode.window.showInformationMessage(said);
  const open = t('Open it');
  if ((await vscode.window.showInformationMessage(said, open)) === open) await vscode.env.openExternal(target);
}

/** Whether the report can be opened in a browser: only if the file is on the user's own machine. */
const opens = ({ scheme }: vscode.Uri): boolean =>
  scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;

/** Asks who will read the report. A board does not need the details that a reviewer looks up. */
async function askReader(): Promise<'reviewer' | 'board' | undefined> {
  const choices = [
    { label: t('For a reviewer'), detail: t('All of it, with the lines of the file and the rules that speak.'), reader: 'reviewer' },
    { label: t('For a board'), detail: t('One page a program: what it is, how ready, what comes next, what it takes.'), reader: 'board' },
  ] as const;
  return (await vscode.window.showQuickPick(choices, { title: t('Who reads the report?') }))?.reader;
}

function askTarget(folder: vscode.Uri | undefined): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: t('Where the report goes'),
    filters: { [t('Web page')]: ['html'], Markdown: ['md'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'report.html') }),
  });
}
