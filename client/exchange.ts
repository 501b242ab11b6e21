/** Exports and imports with a preview: the result opens unsaved, and what has no counterpart is listed. */
import * as vscode from 'vscode';
import type { ImportInput } from '../exchange/import.ts';
import type { StudyAnswer } from '../exchange/office/study-answers.ts';
import { problemLine } from '../exchange/problem-line.ts';
import { IMPORT_ENDINGS, TARGETS } from '../exchange/targets.ts';
import type { ExportAnswer, ImportAnswer } from '../server/exchange.ts';
import type { SelfStudyAnswer, StudyEdit } from '../server/self-study.ts';
import type { Server } from './server.ts';

const t = vscode.l10n.t;
const LANGUAGES: Readonly<Record<string, string>> = {
  '.json': 'json',
  '.csv': 'csv',
  '.md': 'markdown',
  '.jsonld': 'json',
  '.html': 'html',
};

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
  if (made.sheets) {
    const { workbookBytes } = await import('../host/office/xlsx-out.ts');
    if (!(await saveBytes(workbookBytes(made.sheets), 'programs', 'xlsx'))) return;
  } else await preview(made.text!, LANGUAGES[ending]!);
  if (made.left.length > 0 && !given) await showAccount(t('Left out of the export'), [{ title: t('Left out'), lines: made.left }]);
}

/** Writes the self-study of the active file's programs for Word or Excel. `given` is where it goes; without it the user is asked. */
export async function writeSelfStudy(server: Server, given?: vscode.Uri): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'cred') return tell(t('Open the .cred file of the program first.'));
  const form = given ? given.path.slice(given.path.lastIndexOf('.') + 1) : await askStudyForm();
  if (!form) return;
  const uri = server.client.code2ProtocolConverter.asUri(editor.document.uri);
  const made = await server.request<SelfStudyAnswer | null>('cred/selfStudy', { uri });
  if (!made) return tell(t('There is no program in this file.'));
  const bytes =
    form === 'xlsx'
      ? (await import('../host/office/xlsx-out.ts')).workbookBytes(made.sheets)
      : (await import('../host/office/docx-out.ts')).documentBytes(made.parts, made.title);
  await saveBytes(bytes, 'self-study', form, given);
}

async function askStudyForm(): Promise<string | undefined> {
  const items = [
    { label: 'Word', detail: t('A document with fields to fill in.'), form: 'docx' },
    { label: 'Excel', detail: t('A sheet with columns for answers.'), form: 'xlsx' },
  ];
  return (await vscode.window.showQuickPick(items, { title: t('The self-study as') }))?.form;
}

/** Writes a file of another program where the user says. Returns whether it was written. */
async function saveBytes(bytes: Uint8Array, name: string, ending: string, given?: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target =
    given ??
    (await vscode.window.showSaveDialog({
      title: t('Where the file goes'),
      filters: { [ending === 'xlsx' ? 'Excel' : 'Word']: [ending] },
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${name}.${ending}`) }),
    }));
  if (!target) return false;
  await vscode.workspace.fs.writeFile(target, bytes);
  if (!given) tell(t('"{0}" is written.', nameOf(target)));
  return true;
}

/** Imports a file: records, sheets and documents as a new file, a filled-in self-study as changes of evidence. */
export async function importFile(server: Server, given?: vscode.Uri): Promise<void> {
  const [file] = given
    ? [given]
    : ((await vscode.window.showOpenDialog({
        title: t('Records to import'),
        filters: { [t('Records, sheets and documents')]: [...IMPORT_ENDINGS] },
      })) ?? []);
  if (!file) return;
  const refuse = (why: string): void => void vscode.window.showErrorMessage(t('Nothing is imported. {0}', why));
  const name = nameOf(file);
  const { inputs, remarks } = await inputsIn(name, await vscode.workspace.fs.readFile(file));
  if (inputs.length === 0) return refuse(remarks.join(' '));
  const { studyIn } = await import('../exchange/office/study-answers.ts');
  const study = studyIn(inputs);
  if (study === 'mixed') return refuse(t('Import self-studies apart from other files.'));
  if (study) return takeAnswers(server, study, given !== undefined);
  const made = await server.request<ImportAnswer>('cred/import', { inputs, into: await placeFor(server) });
  const problems = [...remarks, ...made.problems];
  if (made.text === undefined) return refuse(problems.join(' ') || t('Nothing in it is a program or an organization.'));
  await preview(made.text, 'cred');
  if (!given)
    await showAccount(t('What became of {0}', name), [
      { title: t('To look at'), lines: problems },
      { title: t('What was understood'), lines: made.account.split('\n').filter(line => line !== '') },
    ]);
}

/** Returns the last part of a file's path. */
export const nameOf = (file: vscode.Uri): string => file.path.slice(file.path.lastIndexOf('/') + 1);

/** Reads the bytes of a file, or of the files of an archive, as the import takes them. The readers of sheets are evaluated only now. */
export async function inputsIn(
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly inputs: readonly ImportInput[]; readonly remarks: readonly string[] }> {
  const { inputsFrom } = await import('../host/import-inputs.ts');
  const { inputs, problems } = inputsFrom(name, bytes);
  return { inputs, remarks: problems.map(one => problemLine(one, one.file === name)) };
}

/** Returns a file of the project into which something is taken: an open one, or else any of the folder. */
async function placeFor(server: Server): Promise<string | undefined> {
  const open = [vscode.window.activeTextEditor?.document, ...vscode.workspace.textDocuments].find(one => one?.languageId === 'cred');
  const found = open?.uri ?? (await vscode.workspace.findFiles('**/*.cred', undefined, 1))[0];
  return found && server.client.code2ProtocolConverter.asUri(found);
}

/** Takes the answers of a self-study into the evidence of the programs; VS Code shows the changes before they are made. */
async function takeAnswers(server: Server, answers: readonly StudyAnswer[], isSure: boolean): Promise<void> {
  const { client } = server;
  const uri = await placeFor(server);
  if (!uri) return tell(t('Open the folder with the programs of the self-study first.'));
  const made = await server.request<StudyEdit>('cred/answers', { uri, answers });
  if (made.said.length === 0) {
    const [first = t('The answers say nothing new.')] = made.problems;
    return tell(first);
  }
  const edit = (await client.protocol2CodeConverter.asWorkspaceEdit(made.edit))!;
  const shown = new vscode.WorkspaceEdit();
  for (const [uri, edits] of edit.entries())
    for (const one of edits)
      shown.replace(uri, one.range, one.newText, { label: t('Answers of the self-study'), needsConfirmation: !isSure });
  await vscode.workspace.applyEdit(shown);
  if (!isSure)
    await showAccount(t('What the self-study changes'), [
      { title: t('To look at'), lines: made.problems },
      { title: t('Changes'), lines: made.said },
    ]);
}

async function askForm(): Promise<string | undefined> {
  const items = Object.entries(TARGETS).map(([label, { says }]) => ({ label, detail: says }));
  return (await vscode.window.showQuickPick(items, { title: t('Export as'), matchOnDetail: true }))?.label;
}

async function preview(content: string, language: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Active);
}

/** Shows beside the editor what was understood and what was not; it is a document, so that it can be read along and kept. */
export async function showAccount(
  title: string,
  parts: readonly { readonly title: string; readonly lines: readonly string[] }[],
): Promise<void> {
  const filled = parts.filter(({ lines }) => lines.length > 0);
  if (filled.length === 0) return;
  const content = [
    `# ${title}`,
    ...filled.map(part => [`## ${part.title}`, '', ...part.lines.map(line => `- ${line.trim()}`)].join('\n')),
  ].join('\n\n');
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: `${content}\n` });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
