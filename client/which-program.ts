/** "Which program fits?": the guided choice, one question at a time, with a way back, and resumed where it was left. */
import * as vscode from 'vscode';
import type { Answers, Outcome, Question } from '../language/analysis/choice.ts';
import type { Server } from './server.ts';

/** Where the answers so far are kept until a file is written. */
const KEY = 'cred.choice';
const t = vscode.l10n.t;

interface Choice {
  readonly questions: readonly Question[];
  readonly outcome?: Outcome;
}

/** With `given`, nothing is asked that has been answered, and the file is written at once when all has. */
export async function whichProgram(server: Server, memory: vscode.Memento, given?: Answers): Promise<void> {
  const choice = (answers: Answers): Promise<Choice> => server.run<Choice>('cred.choice', { given: answers });
  const answers = { ...(given ?? (await resumed(memory))) };
  const asked = Object.keys(answers);
  for (;;) {
    const { questions, outcome } = await choice(answers);
    const question = questions.find(({ id }) => answers[id] === undefined);
    if (!question) {
      if (given || (await agreed(outcome!))) return finish(memory, outcome!);
      const last = asked.pop();
      if (last === undefined) return;
      delete answers[last];
      continue;
    }
    const answer = await pose(question, questions.indexOf(question) + 1, questions.length, asked.length > 0);
    if (answer === undefined) return; // cancelled: what was answered is kept for the next time
    if (answer === BACK) delete answers[asked.pop()!];
    else {
      answers[question.id] = answer;
      asked.push(question.id);
    }
    await memory.update(KEY, answers);
  }
}

/** The answers of last time, if they are to be gone on with. */
async function resumed(memory: vscode.Memento): Promise<Answers> {
  const kept = memory.get<Answers>(KEY);
  if (!kept || Object.keys(kept).length === 0) return {};
  const on = { label: t('Go on where you left off'), detail: kept.title, kept };
  const anew = { label: t('Begin anew'), detail: undefined, kept: {} };
  const picked = await vscode.window.showQuickPick([on, anew], { title: t('Which program fits?'), ignoreFocusOut: true });
  return picked?.kept ?? kept;
}

const BACK = Symbol('back');

async function pose(question: Question, step: number, steps: number, canGoBack: boolean): Promise<string | typeof BACK | undefined> {
  const input =
    question.kind === 'text'
      ? vscode.window.createInputBox()
      : Object.assign(vscode.window.createQuickPick<vscode.QuickPickItem & { id: string }>(), {
          items: question.answers.map(({ id, label, detail }) => ({ id, label, detail })),
        });
  input.title = `${t('Which program fits?')} ${question.title}`;
  if ('prompt' in input) input.prompt = question.explain;
  input.placeholder = question.explain;
  input.step = step;
  input.totalSteps = steps;
  input.ignoreFocusOut = true;
  input.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : [];
  try {
    return await new Promise(resolve => {
      input.onDidTriggerButton(() => resolve(BACK));
      input.onDidHide(() => resolve(undefined));
      input.onDidAccept(() => resolve('items' in input ? input.selectedItems[0]?.id : input.value));
      input.show();
    });
  } finally {
    input.dispose();
  }
}

/** Says what fits and why, before anything is written. */
async function agreed({ summary, reasons, further }: Outcome): Promise<boolean> {
  const write = { label: `$(new-file) ${t('Write the file')}`, detail: summary };
  const because = reasons.map(({ dimension, because: why }) => ({ label: `$(circle-small) ${dimension}`, detail: why }));
  const links = further.map(({ title, url }) => ({ label: `$(link-external) ${title}`, detail: url, url }));
  const part = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: (vscode.QuickPickItem & { url?: string })[] = [
    write,
    part(t('Why')),
    ...because,
    part(t('Further reading')),
    ...links,
    { label: `$(arrow-left) ${t('Back to the questions')}` },
  ];
  for (;;) {
    const picked = await vscode.window.showQuickPick(items, { title: summary, ignoreFocusOut: true, matchOnDetail: true });
    if (picked === write) return true;
    if (picked?.url) await vscode.env.openExternal(vscode.Uri.parse(picked.url));
    else if (!picked || picked === items.at(-1)) return false;
  }
}

async function finish(memory: vscode.Memento, { text, summary }: Outcome): Promise<void> {
  await memory.update(KEY, undefined);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'cred', content: text }));
  void vscode.window.showInformationMessage(summary);
}
