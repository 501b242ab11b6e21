import * as vscode from 'vscode';

/** Returns the address of a file of the fixture. */
export function file(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the fixture in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Returns the value of `probe` once it is neither undefined nor false. `what` says in the error what was waited for. */
export async function until<T>(
  what: string | (() => string),
  probe: () => T | undefined | false | PromiseLike<T | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const value = await probe();
    if (value) return value;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`in 20 s there was no sign of ${typeof what === 'string' ? what : what()}`);
}

/** Returns a list unless it is empty; for {@link until}. */
export const nonEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/** Returns the rule ids of the findings in a document, each as often as it occurs. */
export function rules(document: vscode.TextDocument): string[] {
  return vscode.languages.getDiagnostics(document.uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** Returns the position at which `words` begin in the document. */
export function place(document: vscode.TextDocument, words: string): vscode.Position {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`"${words}" is not in ${document.uri.path}`);
  return document.positionAt(offset);
}

/**
 * Asks VS Code for what the providers of all extensions offer. VS Code cancels a request ("Canceled") when another extension registers a
 * provider meanwhile, as built-in ones do while it is still starting; then the request is repeated.
 */
export async function ask<T>(provider: string, ...rest: unknown[]): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await vscode.commands.executeCommand<T>(`vscode.${provider}`, ...rest);
    } catch (error) {
      if ((error as Error).message !== 'Canceled' || attempts === 5) throw error;
    }
  }
}

/**
 * Returns the quick fix at a place whose title begins as given, with its edit. It is asked for until it is offered: when another
 * extension registers a provider meanwhile, VS Code gives up the request and answers with an empty list, without an error.
 */
export async function quickFix(document: vscode.TextDocument, at: vscode.Position, title: string): Promise<vscode.WorkspaceEdit> {
  let offered: readonly string[] = [];
  const found = async (): Promise<vscode.WorkspaceEdit | undefined> => {
    const range = new vscode.Range(at, at);
    // VS Code resolves the edits of only as many actions as the last number says.
    const actions = await ask<vscode.CodeAction[]>('executeCodeActionProvider', document.uri, range, 'quickfix', 9);
    offered = actions.map(action => action.title);
    return actions.find(action => action.title.startsWith(title))?.edit;
  };
  return until(() => `an edit of "${title}"; offered are: ${offered.join(', ') || 'none'}`, found);
}

export async function apply(edit: vscode.WorkspaceEdit): Promise<void> {
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the edit was refused');
}
