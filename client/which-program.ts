/** "Which program fits?": asks the guided choice question by question, with a way back, and resumes where the user left it. */
import * as vscode from 'vscode';
import type { Answers, ChoiceOutcome, Question } from '../language/analysis/choice/choice.ts';
import { openNew } from './open-new.ts';
import { kindInWords } from './programs.ts';
import type { Server } from './server.ts';

/** The key under which the answers are kept until a file is written. */
const KEY = 'cred.choice';
const t = vscode.l10n.t;

interface Choice {
  readonly questions: readonly Question[];
  readonly outcome?: ChoiceOutcome;
}

/**
 * Asks the questions. With `given`, questions that it answers are skipped, and once all are answered the file is written without asking.
 */
export async function whichProgram(server: Server, memory: vscode.Memento, given?: Answers): Promise<void> {
  const choice = (answers: Answers): Promise<Choice> => server.run<Choice>('cred.choice', { given: answers });
  const begun = given ?? (await resumed(memory));
  if (begun === undefined) return;
  const answers = { ...begun };
  const asked = Object.keys(answers);
  /** Answers of questions that the user went back from; they can be kept or changed. */
  const earlier: Record<string, string> = {};
  const goBack = (): void => {
    const last = asked.pop()!;
    earlier[last] = answers[last]!;
    delete answers[last];
  };
  for (;;) {
    const { questions, outcome } = await choice(answers);
    const question = questions.find(({ id }) => answers[id] === undefined);
    const answer = question
      ? await pose(question, questions.indexOf(question) + 1, questions.length, asked.length > 0, earlier[question.id])
      : given
        ? WRITE
        : await agreed(outcome!);
    if (answer === undefined) return; // The user cancelled; the answers are kept for the next time.
    if (answer === WRITE) return finish(memory, outcome!, given === undefined);
    if (answer === BACK) goBack();
    else {
      answers[question!.id] = answer;
      asked.push(question!.id);
    }
    await memory.update(KEY, answers);
  }
}

/** Returns the answers of last time if the user wants to continue, none if they start anew, and `undefined` if they cancel. */
async function resumed(memory: vscode.Memento): Promise<Answers | undefined> {
  const kept = memory.get<Answers>(KEY);
  if (!kept || Object.keys(kept).length === 0) return {};
  const on = { label: t('Go on where you left off'), detail: kept.title, kept };
  const anew = { label: t('Begin anew'), detail: undefined, kept: {} };
  const picked = await vscode.window.showQuickPick([on, anew], { title: t('Which program fits?'), ignoreFocusOut: true });
  return picked?.kept;
}

const WRITE = Symbol('write');
const BACK = Symbol('back');

async function pose(
  question: Question,
  step: number,
  steps: number,
  canGoBack: boolean,
  earlier: string | undefined,
): Promise<string | typeof BACK | undefined> {
  const input =
    question.kind === 'text'
      ? vscode.window.createInputBox()
      : Object.assign(vscode.window.createQuickPick<vscode.QuickPickItem & { id: string }>(), {
          items: question.answers.map(({ id, label, detail }) => ({ id, label, detail })),
        });
  // In older editors only the title of a list has room for an explanation, and its lines are broken.
  const explained = 'prompt' in input;
  input.title = explained ? question.title : `${question.title} ${question.explain}`;
  if (explained) input.prompt = question.explain;
  input.placeholder = t('Which program fits?');
  if (earlier !== undefined) {
    if ('items' in input) input.activeItems = input.items.filter(({ id }) => id === earlier);
    else input.value = earlier;
  }
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

/** The width of a row in a list, in characters: longer ones are cut by the editor. */
const ROW = 78;

/** Shows what fits and why, before anything is written. No row is longer than the list shows. */
async function agreed(outcome: ChoiceOutcome): Promise<typeof WRITE | typeof BACK | undefined> {
  const { fits, verdict, summary, reasons, means, next, further } = outcome;
  const write: ChoiceItem = {
    label: `$(new-file) ${t('Write the file')}`,
    detail: t('What you said is stated in it; a "?" stands for the rest.'),
  };
  const back: ChoiceItem = { label: `$(arrow-left) ${t('Back to the questions')}` };
  const because = reasons.map(({ because: label, pointsTo }) => ({
    label,
    ...(pointsTo !== fits && { description: t('points to {0}', called(pointsTo)) }),
  }));
  const links = further.map(({ title, url }) => ({ label: `$(link-external) ${title}`, detail: url, url }));
  const items: ChoiceItem[] = [
    write,
    ...part(t('What fits'), rows(summary)),
    ...part(t('Why'), because),
    ...part(t('What one can carry'), means.flatMap(rows)),
    ...part(t('What to state next'), next.flatMap(rows)),
    ...part(t('Further reading'), links),
    back,
  ];
  for (;;) {
    const picked = await vscode.window.showQuickPick(items, { title: verdict, ignoreFocusOut: true, matchOnDetail: true });
    if (!picked) return undefined;
    if (picked === write) return WRITE;
    if (picked === back) return BACK;
    if (picked.url) await vscode.env.openExternal(vscode.Uri.parse(picked.url));
  }
}

type ChoiceItem = vscode.QuickPickItem & { readonly url?: string };

/** Returns rows under a heading; none if there are no rows. */
const part = (label: string, rows: readonly ChoiceItem[]): readonly ChoiceItem[] =>
  rows.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows] : [];

/** Returns a sentence as rows, broken between words. */
function rows(sentence: string): readonly ChoiceItem[] {
  const lines = [''];
  for (const word of sentence.split(' ')) {
    const line = lines[lines.length - 1]!;
    if (line !== '' && line.length + word.length >= ROW) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map(label => ({ label }));
}

const called = (kind: ChoiceOutcome['reasons'][number]['pointsTo']): string => (kind === 'neither' ? t('neither') : kindInWords(kind));

/** Writes the file, or opens it unsaved if the answers came all at once, and offers to go on. */
async function finish(memory: vscode.Memento, { text, fileName, verdict }: ChoiceOutcome, ask: boolean): Promise<void> {
  await memory.update(KEY, undefined);
  await openNew(text, fileName, ask);
  const next = t('Next open question');
  void vscode.window.showInformationMessage(verdict, next).then(picked => {
    if (picked === next) void vscode.commands.executeCommand('cred.nextQuestion');
  });
}
