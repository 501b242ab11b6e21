import * as vscode from 'vscode';

/** The key under which it is kept that the extension has been started before. */
const KEY = 'cred.started';

/**
 * Opens the walkthrough at the first start: beside a text, if one is open, which keeps the focus. Who has turned off that walkthroughs
 * open by themselves gets none. Returns whether it was opened.
 */
export async function firstStart(memory: vscode.Memento): Promise<boolean> {
  if (memory.get(KEY)) return false;
  await memory.update(KEY, true);
  if (!vscode.workspace.getConfiguration('workbench.welcomePage.walkthroughs').get('openOnInstall', true)) return false;
  const editor = vscode.window.activeTextEditor;
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'cred.cred#start', editor !== undefined);
  if (editor) await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  return true;
}
