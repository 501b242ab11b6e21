/** "What if this were a certification?": lists the findings that a program would have as another kind, without changing the file. */
import * as vscode from 'vscode';
import type { Gap } from '../language/check/what-if.ts';
import { kindInWords } from './programs.ts';
import type { Standing } from './programs-of.ts';
import type { Server } from './server.ts';
import { showAt } from './show-program.ts';

const t = vscode.l10n.t;
const KINDS = ['certificate', 'certification', 'attendance'];

/** Asks for the kind, unless it is given, and shows the list. */
export async function whatIf(server: Server, given?: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'cred') return nothing(t('Open a .cred file and put the cursor into a program first.'));
  const { asUri, asPosition } = server.client.code2ProtocolConverter;
  const uri = asUri(editor.document.uri);
  const position = asPosition(editor.selection.active);
  const standing = await server.request<Standing | null>('cred/standing', { uri, position });
  if (!standing) return nothing(t('There is no program in this file.'));
  const kind = given ?? (await askKind(standing.program.kind));
  if (!kind) return;
  const { program } = (await server.request<{ program: string | number } | null>('cred/profile', { uri, position }))!;
  const gaps = (await server.request<readonly Gap[] | null>('cred/whatIf', { uri, program, kind })) ?? [];
  const other = gaps.filter(({ isNew }) => isNew);
  const title = t('If "{0}" were {1}: {2} new findings', standing.program.label, articled(kind), other.length);
  if (other.length === 0) return nothing(`${title}.`);
  // An item has room for one line, so what the title says already is left out, and what to do goes below. Errors come first.
  const known = `"${standing.program.label}" is ${articled(kind)}, but `;
  const bySeverity = [...other].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  const items = bySeverity.map(({ message, severity, range }) => {
    const [, what = message, todo] = /^((?:"[^"]*"|[^".])+\.)\s+(.*)$/s.exec(message.replace(known, '')) ?? [];
    return { label: `$(${severity === 'error' ? 'error' : 'warning'}) ${what}`, ...(todo && { detail: todo }), range };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: t('Nothing is changed. Choose one to see its place.'),
    matchOnDetail: true,
  });
  if (picked) await showAt(server, { uri, range: picked.range });
}

async function askKind(declared: string): Promise<string | undefined> {
  const items = KINDS.filter(kind => kind !== declared).map(kind => ({ label: t('What if it were {0}?', articled(kind)), value: kind }));
  return (await vscode.window.showQuickPick(items, { title: t('What if?') }))?.value;
}

const articled = (kind: string): string => (kind === 'attendance' ? t('an {0}', kindInWords(kind)) : t('a {0}', kindInWords(kind)));

function nothing(message: string): void {
  void vscode.window.showInformationMessage(message);
}
