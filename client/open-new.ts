/** Opens a text as a new file under a good name: where the user says, or unsaved. */
import * as vscode from 'vscode';

const t = vscode.l10n.t;

/**
 * Opens a new file. With `ask` the user says where it goes, and it is written there; without, or if the user says nothing, it is opened
 * unsaved, and the editor proposes the name when it is saved. `name` is a file name without its ending.
 */
export async function openNew(text: string, name: string, ask: boolean): Promise<void> {
  const proposed = await free(vscode.workspace.workspaceFolders?.[0]?.uri, name);
  const target = ask ? await askTarget(proposed) : undefined;
  if (target) {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(target);
    return;
  }
  const document = await vscode.workspace.openTextDocument(proposed.with({ scheme: 'untitled', authority: '' }));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
}

function askTarget(proposed: vscode.Uri): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: t('Where the program goes'),
    filters: { Cred: ['cred'] },
    ...(proposed.scheme !== 'untitled' && { defaultUri: proposed }),
  });
}

/** Returns a name in the folder that no file and no open text has, with a number if necessary. */
async function free(folder: vscode.Uri | undefined, name: string): Promise<vscode.Uri> {
  for (let i = 1; ; i++) {
    const file = `${name}${i === 1 ? '' : `-${i}`}.cred`;
    const uri = folder ? vscode.Uri.joinPath(folder, file) : vscode.Uri.from({ scheme: 'untitled', path: file });
    const isOpen = vscode.workspace.textDocuments.some(document => document.uri.path === uri.path);
    if (!isOpen && !(folder && (await exists(uri)))) return uri;
  }
}

const exists = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
