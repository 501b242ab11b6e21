/** Opens the editor's form for a report of a problem, with the versions filled in, and the text at hand if the user gives it. */
import * as vscode from 'vscode';
import { problemBody } from './problem-body.ts';

const t = vscode.l10n.t;

/** What a report may show of the text at hand. */
export type ShownText = 'none' | 'selection' | 'file';

/** Fills in the form. The user sees everything before it is sent anywhere. Returns the body; `given` answers the question in tests. */
export async function reportProblem(context: vscode.ExtensionContext, given?: ShownText): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const document = editor?.document.languageId === 'cred' ? editor.document : undefined;
  const shown = given ?? (document ? await askShown(!editor!.selection.isEmpty) : 'none');
  if (shown === undefined) return undefined;
  const body = problemBody({
    asks: t('What went wrong, and what did you want?'),
    made: [
      `Cred ${context.extension.packageJSON.version}`,
      `${vscode.env.appName} ${vscode.version}`,
      new Date().toISOString().slice(0, 10),
    ],
    rules: document
      ? vscode.languages.getDiagnostics(document.uri).map(({ code }) => String(typeof code === 'object' ? code.value : code))
      : [],
    ...(document && shown !== 'none' && { text: document.getText(shown === 'selection' ? editor!.selection : undefined) }),
  });
  if (!given)
    await vscode.commands.executeCommand('workbench.action.openIssueReporter', { extensionId: context.extension.id, issueBody: body });
  return body;
}

/** Asks what the report may show: the text that shows the problem, or nothing of it, since a program may be confidential. */
async function askShown(isSelected: boolean): Promise<ShownText | undefined> {
  const items: (vscode.QuickPickItem & { readonly shown: ShownText })[] = [
    ...(isSelected
      ? [{ label: t('The selected text'), detail: t('The smallest part that shows the problem helps most.'), shown: 'selection' as const }]
      : []),
    { label: t('The whole text of this file'), detail: t('You can change it in the form before it is sent.'), shown: 'file' },
    { label: t('Nothing of my text'), detail: t('Versions, and the rules that found something, by their names.'), shown: 'none' },
  ];
  return (await vscode.window.showQuickPick(items, { title: t('What may the report show of your text?') }))?.shown;
}
