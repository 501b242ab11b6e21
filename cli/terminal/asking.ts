/** Asks the questions of the guided choice line by line, on a terminal or from a pipe. */
import type { Answers, Question } from '../../language/analysis/choice/choice.ts';
import type { Dialog } from './dialog.ts';
import { wrapped } from './wrapped.ts';

/** The questions, and the dialog in which they are asked. */
export interface QuestionDialog {
  readonly questions: (given: Answers) => readonly Question[];
  readonly dialog: Dialog;
}

/** Returns the answers; `undefined` if the user cancelled or the input ended early. */
export async function ask({ questions, dialog }: QuestionDialog): Promise<Answers | undefined> {
  const given: Record<string, string> = {};
  const asked: string[] = [];
  dialog.say('A few questions find out which kind of program fits.\n"back" goes one question back, "cancel" ends it.');
  for (;;) {
    const question = questions(given).find(({ id }) => given[id] === undefined);
    if (!question) return given;
    pose(question, asked.length + 1, dialog);
    const line = await dialog.line();
    if (line === undefined || /^cancel$/i.test(line)) return undefined;
    if (/^back$/i.test(line)) {
      const last = asked.pop();
      if (last === undefined) dialog.say('This is the first question.');
      else delete given[last];
      continue;
    }
    const answer = answered(question, line);
    if (answer === undefined) {
      dialog.say(`Write a number from 1 to ${question.answers.length}, "back" or "cancel".`);
      continue;
    }
    given[question.id] = answer;
    asked.push(question.id);
  }
}

function pose({ title, explain, answers }: Question, number: number, dialog: Dialog): void {
  const { columns } = dialog;
  dialog.say(`\n${number}. ${title}\n${wrapped(explain, columns, '   ')}`);
  for (const [i, { label, detail }] of answers.entries())
    dialog.say(`     ${i + 1}  ${wrapped(`${label}. ${detail}`, columns, ' '.repeat(8)).trimStart()}`);
}

/** Returns the answer for a line: a number of the list, the answer's own name, or the typed text. */
function answered({ kind, answers }: Question, line: string): string | undefined {
  if (kind === 'text') return line;
  return (answers[Number(line) - 1] ?? answers.find(({ id, label }) => id === line || label.toLowerCase() === line.toLowerCase()))?.id;
}
