import * as vscode from 'vscode';

/**
 * Opens an unsaved copy of the sample, so that everything can be tried. If the walkthrough asked for it, it opens beside the walkthrough.
 */
export async function openSample(home: vscode.Uri): Promise<void> {
  const sample = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(home, 'examples/flawed-certification.cred'));
  const document = await vscode.workspace.openTextDocument({ language: 'cred', content: new TextDecoder().decode(sample) });
  await vscode.window.showTextDocument(document, vscode.window.activeTextEditor ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside);
}
