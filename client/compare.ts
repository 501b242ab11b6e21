/** "Compare…": tells what has changed in a file since a version in git, or between it and another file, in the words of `cred diff`. */
import * as vscode from 'vscode';
import type { Comparison, ProtocolVersions } from '../server/compare.ts';
import type { Server } from './server.ts';

const t = vscode.l10n.t;

/** What to compare with: a revision of git, or another file. */
export interface ComparedWith {
  readonly revision?: string;
  readonly file?: vscode.Uri;
}

/** The pages that comparisons have made, by address. They are shown as rendered previews. */
export class Comparisons implements vscode.TextDocumentContentProvider {
  private readonly pages = new Map<string, string>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changes.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.pages.get(uri.path) ?? '';
  }

  /** Shows a page; one of the same name is replaced. */
  async show(name: string, markdown: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: 'cred-compare', path: `/${name.replaceAll('/', ' ')}.md` });
    this.pages.set(uri.path, markdown);
    this.changes.fire(uri);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }
}

/** Compares the active file. Returns what was shown. */
export async function compare(server: Server, pages: Comparisons, given?: ComparedWith): Promise<Comparison | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'cred') return nothing(t('Open a .cred file first.'));
  const { document } = editor;
  const uri = server.client.code2ProtocolConverter.asUri(document.uri);
  try {
    const other = given ?? (await pick(server, document, uri));
    if (!other) return undefined;
    const name = nameOf(document.uri);
    const before = other.file && (await vscode.workspace.openTextDocument(other.file)).getText();
    const title = other.file ? t('{0} compared with {1}', name, nameOf(other.file)) : t('What changed in {0}', name);
    const comparison = await server.request<Comparison>('cred/compare', {
      uri,
      title,
      ...(before === undefined ? { revision: other.revision } : { before }),
    });
    await pages.show(title, comparison.markdown);
    return comparison;
  } catch (error) {
    return nothing(String((error as Error).message));
  }
}

type ComparisonChoice = vscode.QuickPickItem & { readonly with?: ComparedWith; readonly does?: 'file' | 'trust' };

async function pick(server: Server, document: vscode.TextDocument, uri: string): Promise<ComparedWith | undefined> {
  const another: ComparisonChoice = { label: `$(file) ${t('Another file…')}`, does: 'file' };
  const items: ComparisonChoice[] = [...(await versions(server, uri)), another];
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Compare {0} with…', nameOf(document.uri)),
    placeHolder: t('What was it before?'),
    matchOnDescription: true,
  });
  if (picked?.does === 'trust') await vscode.commands.executeCommand('workbench.trust.manage');
  if (picked?.does !== 'file') return picked?.with;
  const [file] =
    (await vscode.window.showOpenDialog({
      title: t('Which file was it before?'),
      openLabel: t('Compare'),
      ...(document.uri.scheme !== 'untitled' && { defaultUri: vscode.Uri.joinPath(document.uri, '..') }),
      filters: { Cred: ['cred'] },
    })) ?? [];
  return file && { file };
}

/** Returns the versions to choose from. In a workspace that is not trusted git is not run, and the list says so. */
async function versions(server: Server, uri: string): Promise<ComparisonChoice[]> {
  if (!vscode.workspace.isTrusted) {
    const detail = t('In a workspace that is not trusted git is not run. Choose this to decide about trust.');
    return [{ label: `$(lock) ${t('Versions in git')}`, detail, does: 'trust' }];
  }
  const found = await server.request<ProtocolVersions>('cred/versions', { uri });
  const part = (label: string): ComparisonChoice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  if ('problem' in found) return [part(found.problem)];
  if (found.versions.length === 0) return [part(t('git has no version of this file yet'))];
  return found.versions.map(({ revision, day, subject, isNow }) => ({
    label: `$(git-commit) ${subject}`,
    description: isNow ? t('{0}, as it is now', day) : day,
    with: { revision },
  }));
}

const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

function nothing(message: string): undefined {
  void vscode.window.showInformationMessage(message);
  return undefined;
}
