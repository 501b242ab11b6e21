/** Acts on what a program lacks, where a view shows it: adds it, attaches a document as evidence, explains it, or sets it aside. */
import * as vscode from 'vscode';
import type { Position, WorkspaceEdit } from 'vscode-languageclient';
import type { Act } from '../report/face.ts';
import type { ProtocolRemedies } from '../server/remedies.ts';
import { explainRule } from './explain-rule.ts';
import type { Server } from './server.ts';
import { showAt } from './show-program.ts';

const t = vscode.l10n.t;

/** A clause or a rule's finding that a program lacks; `program` is its name or its index in the file. */
export interface LackOfProgram {
  readonly uri: string;
  readonly program: string | number;
  readonly id: string;
  readonly at?: Position;
}

/** Does one of the acts. `given` answers its question: the document of the evidence, or the reason. */
export async function act(server: Server, does: Act, lack: LackOfProgram, given?: string | vscode.Uri): Promise<void> {
  try {
    if (does === 'explain') await explain(server, lack);
    else if (does === 'add' || does === 'fix') await add(server, lack);
    else if (does === 'attest') await attest(server, lack, given instanceof vscode.Uri ? given : undefined);
    else await setAside(server, lack, typeof given === 'string' ? given : undefined);
  } catch (error) {
    void vscode.window.showInformationMessage(String((error as Error).message));
  }
}

/** Shows the page of a rule or a clause. A project's own clause has no page: it is shown where it stands. */
async function explain(server: Server, lack: LackOfProgram): Promise<void> {
  const known = await server.request<ProtocolRemedies>('cred/remedies', lack).catch(() => undefined);
  if (known?.page) await showAt(server, known.page);
  else await explainRule(server, lack.id);
}

async function add(server: Server, lack: LackOfProgram): Promise<void> {
  const { called, fixes } = await server.request<ProtocolRemedies>('cred/remedies', lack);
  if (fixes.length === 0) {
    void vscode.window.showInformationMessage(t('Nothing can be added for "{0}": what is written has to change.', called));
    return;
  }
  const [only] = fixes;
  const picked =
    fixes.length === 1
      ? only
      : (
          await vscode.window.showQuickPick(
            fixes.map(fix => ({ label: fix.title, fix })),
            { title: called },
          )
        )?.fix;
  if (picked) await apply(server, picked.edit);
}

async function attest(server: Server, lack: LackOfProgram, given: vscode.Uri | undefined): Promise<void> {
  const file = server.client.protocol2CodeConverter.asUri(lack.uri);
  const folder = vscode.Uri.joinPath(file, '..');
  const [document] = given
    ? [given]
    : ((await vscode.window.showOpenDialog({
        title: t('Which document shows it?'),
        openLabel: t('Attach as evidence'),
        ...(file.scheme !== 'untitled' && { defaultUri: folder }),
      })) ?? []);
  if (!document) return;
  const path = relativePath(folder, document);
  if (path === undefined) {
    void vscode.window.showInformationMessage(t('Keep the document beside the program, so that others find it too: {0}', document.path));
    return;
  }
  await apply(server, await server.request<WorkspaceEdit>('cred/attest', { ...lack, document: path }));
}

/** Returns the path of a document as a file of the folder writes it; `undefined` if it lies elsewhere, as on another drive. */
function relativePath(folder: vscode.Uri, document: vscode.Uri): string | undefined {
  if (folder.scheme !== document.scheme || folder.authority !== document.authority) return undefined;
  const [from, to] = [folder.path, document.path].map(path => path.split('/').filter(part => part !== '')) as [string[], string[]];
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  const root = vscode.workspace.getWorkspaceFolder(document);
  // A way up through the whole disk would mean nothing on another machine.
  return root === undefined && (same === 0 || same < from.length)
    ? undefined
    : [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

async function setAside(server: Server, lack: LackOfProgram, given: string | undefined): Promise<void> {
  const { called, canBeSetAside } = await server.request<ProtocolRemedies>('cred/remedies', lack);
  if (!canBeSetAside) {
    void vscode.window.showInformationMessage(t('"{0}" is not reported here, so there is nothing to set aside.', called));
    return;
  }
  const reason =
    given ??
    (await vscode.window.showInputBox({
      title: called,
      prompt: t('Why does it not apply? The reason is written into the file.'),
      ignoreFocusOut: true,
      validateInput: typed => (typed.trim() === '' ? t('Whoever reads the file later will ask for the reason.') : undefined),
    }));
  if (reason) await apply(server, await server.request<WorkspaceEdit>('cred/setLackAside', { ...lack, reason }));
}

/** Applies an edit and shows the place of its last change, which is in the program's own file if that changes. */
async function apply(server: Server, edit: WorkspaceEdit): Promise<void> {
  const changes = await server.client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (!(await vscode.workspace.applyEdit(changes))) {
    void vscode.window.showInformationMessage(t('The text has changed meanwhile; try it again.'));
    return;
  }
  const [file, edits] = changes.entries().at(-1) ?? [];
  const start = edits?.[0]?.range.start;
  if (!file || !start) return;
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === file.toString());
  const editor = await vscode.window.showTextDocument(file, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One });
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
