import * as vscode from 'vscode';
import type { Server } from './server.ts';

/** Shows a rule's page as a preview. Without `given` it asks for the rule. */
export async function explainRule(server: Server, given?: string): Promise<void> {
  const rule = given ?? (await askRule(server));
  if (!rule) return;
  await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme: 'cred-page', path: `/${rule}.md` }));
}

/** Provides the pages, such as `cred-page:/certification/goal.md`. */
export function rulePages(server: Server): vscode.TextDocumentContentProvider {
  return {
    provideTextDocumentContent: uri => server.run<string>('cred.explain', { rule: uri.path.replace(/^\/|\.md$/g, '') }),
  };
}

async function askRule(server: Server): Promise<string | undefined> {
  const rules = server.run<{ id: string; title: string }[]>('cred.rules');
  const items = rules.then(all => all.map(({ id, title }) => ({ label: id, detail: title })));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which rule?'),
    placeHolder: vscode.l10n.t('certification/goal'),
    matchOnDetail: true,
  });
  return picked?.label;
}
