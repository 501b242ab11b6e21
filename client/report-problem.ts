/** Opens the editor's form for a report of a problem, with the version and the text at hand filled in. */
import * as vscode from 'vscode';

/** The most characters of a text that the form takes; its address would be too long otherwise. */
const MOST = 3000;

/** Fills in the form. The user sees everything before it is sent anywhere. */
export async function reportProblem(context: vscode.ExtensionContext): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openIssueReporter', {
    extensionId: context.extension.id,
    issueBody: problemBody(context.extension.packageJSON.version, vscode.window.activeTextEditor),
  });
}

/** Returns the body of a report: what is asked for, the versions, the selected text or else the whole, and what was found in it. */
export function problemBody(version: string, editor: vscode.TextEditor | undefined): string {
  const isCred = editor?.document.languageId === 'cred';
  const whole = isCred ? editor.document.getText(editor.selection.isEmpty ? undefined : editor.selection) : '';
  const text = whole.length > MOST ? `${whole.slice(0, MOST)}\n…` : whole;
  const findings = isCred
    ? vscode.languages.getDiagnostics(editor.document.uri).map(({ code, message, range }) => {
        const rule = typeof code === 'object' ? code.value : code;
        return `${range.start.line + 1}: ${rule}: ${message}`;
      })
    : [];
  return [
    `**${vscode.l10n.t('What went wrong, and what did you want?')}**\n\n`,
    [`Cred ${version}`, `${vscode.env.appName} ${vscode.version}`, new Date().toISOString().slice(0, 10)].join(', '),
    ...(text === '' ? [] : [`\`\`\`\`cred\n${text}\n\`\`\`\``]),
    ...(findings.length === 0 ? [] : [`\`\`\`\`\n${findings.slice(0, 20).join('\n')}\n\`\`\`\``]),
  ].join('\n\n');
}
