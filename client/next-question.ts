/** "Next open question": goes from one open question of a program to the next, offers options, and writes each answer. */
import * as vscode from 'vscode';
import { plainText } from '../language/services/plain-text.ts';
import type { ProgramQuestion } from '../language/services/questions/questions.ts';
import { capital } from '../report/text.ts';
import type { ProtocolAnswer, QuestionList } from '../server/questions.ts';
import type { Server } from './server.ts';

const t = vscode.l10n.t;

/** What the user did at a question. */
type Reply = { readonly does: 'answer' | 'aside'; readonly input: string } | { readonly does: 'later' | 'back' | 'show' };

const LATER: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('debug-step-over'),
  tooltip: t('Not known yet: go on to the next question'),
};
const ASIDE: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('circle-slash'), tooltip: t('Does not apply…') };
const SHOW: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: t('Show it in the file, and end here') };

/** Asks the questions of the program at a position; without one, of the program under the cursor. */
export async function nextQuestion(server: Server, where?: { readonly uri: string; readonly position: vscode.Position }): Promise<void> {
  const editor = where ? await vscode.window.showTextDocument(vscode.Uri.parse(where.uri)) : vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'cred') return nothing(t('Open a .cred file and put the cursor into a program first.'));
  const { asUri, asPosition } = server.client.code2ProtocolConverter;
  const uri = asUri(editor.document.uri);
  const position = where?.position ?? asPosition(editor.selection.active);
  let list = await server.request<QuestionList | null>('cred/questions', { uri, position });
  if (!list) return nothing(t('There is no program in this file.'));
  const { program, label } = list;
  const putOff = new Set<string>();
  const answered: { readonly id: string; readonly text: string }[] = [];
  for (;;) {
    const open: readonly ProgramQuestion[] = list.questions.filter(({ id }) => !putOff.has(id));
    const [question] = open;
    if (!question)
      return nothing(
        list.questions.length === 0
          ? t('Nothing is open in "{0}".', label)
          : t('{0} questions of "{1}" are left open for now.', list.questions.length, label),
      );
    reveal(server, editor, question);
    const reply = await pose(question, answered.length + 1, answered.length + open.length, answered.length > 0);
    if (!reply || reply.does === 'show') return;
    if ('input' in reply) {
      const before = editor.document.getText();
      const done = await take(server, { uri, program, id: question.id }, reply);
      if (done === undefined) return;
      if (done === 'written') answered.push({ id: question.id, text: before });
      // A question that was answered with "no" is not asked again in this run.
      if (done === 'written' && editor.document.getText() === before) putOff.add(question.id);
    } else if (reply.does === 'later') {
      putOff.add(question.id);
      answered.push({ id: question.id, text: editor.document.getText() });
    } else {
      const last = answered.pop()!;
      putOff.delete(last.id);
      await restore(editor.document, last.text);
    }
    list = (await server.request<QuestionList | null>('cred/questions', { uri, program })) ?? { program, label, questions: [] };
  }
}

/** Writes an answer. If it is not understood, shows the reason and offers suggestions. Returns `undefined` if the user cancelled. */
async function take(server: Server, at: object, reply: Extract<Reply, { input: string }>): Promise<'written' | 'again' | undefined> {
  const method = reply.does === 'answer' ? 'cred/answer' : 'cred/setAside';
  const given = await server.request<ProtocolAnswer>(method, { ...at, [reply.does === 'answer' ? 'input' : 'reason']: reply.input });
  if ('edit' in given) {
    await apply(server, given.edit);
    return 'written';
  }
  const again = { label: t('Type it again'), edit: undefined };
  const picked = await vscode.window.showQuickPick([...given.suggestions.map(({ title, edit }) => ({ label: title, edit })), again], {
    title: given.problem,
    ignoreFocusOut: true,
  });
  if (!picked) return undefined;
  if (!picked.edit) return 'again';
  await apply(server, picked.edit);
  return 'written';
}

async function apply(server: Server, edit: Extract<ProtocolAnswer, { edit: unknown }>['edit']): Promise<void> {
  const changes = await server.client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (changes) await vscode.workspace.applyEdit(changes);
}

async function restore(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length)), text);
  if (document.getText() !== text) await vscode.workspace.applyEdit(edit);
}

function reveal(server: Server, editor: vscode.TextEditor, { range }: ProgramQuestion): void {
  const place = server.client.protocol2CodeConverter.asRange(range);
  editor.selection = new vscode.Selection(place.start, place.end);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Asks one question with a list or an input box. Text that is typed above the list counts as an answer, too. */
function pose(question: ProgramQuestion, number: number, total: number, canGoBack: boolean): Promise<Reply | undefined> {
  const { prompt, about, step, options, many, help } = question;
  const where = t('{0} of {1} · {2} · {3}', number, total, capital(step), about);
  const first = plainText(help.split('\n\n')[0]!);
  const buttons = [...(canGoBack ? [vscode.QuickInputButtons.Back] : []), LATER, ASIDE, SHOW];
  return new Promise(resolve => {
    const input = options.length > 0 ? listOf(question) : Object.assign(vscode.window.createInputBox(), { prompt: first });
    input.title = `${prompt}  ${where}`;
    input.placeholder = 'items' in input ? (many ? t('Pick one or several, or type') : t('Pick one, or type')) : first;
    input.buttons = buttons;
    input.ignoreFocusOut = true;
    let settled = false;
    const settle = (reply: Reply | undefined): void => {
      if (settled) return;
      settled = true;
      input.dispose();
      resolve(reply);
    };
    input.onDidTriggerButton(async button => {
      if (button === vscode.QuickInputButtons.Back) settle({ does: 'back' });
      else if (button === LATER) settle({ does: 'later' });
      else if (button === SHOW) settle({ does: 'show' });
      else {
        settled = true;
        input.dispose();
        const reason = await vscode.window.showInputBox({
          title: t('Why does it not apply?'),
          prompt: t('The reason is written into the file.'),
          ignoreFocusOut: true,
        });
        resolve(reason === undefined ? undefined : { does: 'aside', input: reason });
      }
    });
    input.onDidAccept(() => {
      const chosen = 'items' in input ? (many ? input.selectedItems : input.activeItems.slice(0, 1)) : [];
      const typed = input.value.trim();
      if (chosen.some(({ does }) => does === 'later')) settle({ does: 'later' });
      // What is typed fast has come further than the item that repeats it.
      else if (chosen.some(({ does }) => does === 'typed')) settle({ does: 'answer', input: typed });
      else if (chosen.length > 0) settle({ does: 'answer', input: chosen.map(({ value }) => value).join(', ') });
      else settle(typed === '' ? { does: 'later' } : { does: 'answer', input: typed });
    });
    input.onDidHide(() => settle(undefined));
    input.show();
  });
}

interface PickableAnswer extends vscode.QuickPickItem {
  readonly value: string;
  /** What the item does other than answering with its value. */
  readonly does?: 'later' | 'typed';
}

function listOf({ options, many }: ProgramQuestion): vscode.QuickPick<PickableAnswer> {
  const list = vscode.window.createQuickPick<PickableAnswer>();
  const later: PickableAnswer = { label: t('Not known yet'), value: '', does: 'later', alwaysShow: true };
  const choices = options.map(({ label, value, says }): PickableAnswer => ({ label, value, detail: says }));
  const items = (typed: string): PickableAnswer[] => {
    const own = typed === '' || choices.some(({ label, value }) => [label, value].some(one => one.toLowerCase() === typed.toLowerCase()));
    return [
      ...choices,
      ...(own ? [] : [{ label: t('Write "{0}"', typed), value: typed, does: 'typed' as const, alwaysShow: true }]),
      ...(many ? [] : [later]),
    ];
  };
  list.canSelectMany = many;
  list.matchOnDetail = true;
  list.items = items('');
  list.onDidChangeValue(typed => {
    if (!many) list.items = items(typed.trim());
  });
  return list;
}

function nothing(message: string): void {
  void vscode.window.showInformationMessage(message);
}
