/** Asks the questions of the guided choice line by line, on a terminal or from a pipe. */
import { createInterface } from 'node:readline';
import type { Answers, Question } from '../../language/analysis/choice/choice.ts';
import { wrapped } from './wrapped.ts';

/** The dialog's questions, input and output. */
export interface QuestionDialog {
  readonly questions: (given: Answers) => readonly Question[];
  readonly input: NodeJS.ReadableStream;
  /** The width of the terminal in columns. */
  readonly columns: number;
  readonly say: (line: string) => void;
}

/** Returns the answers; `undefined` if the user cancelled or the input ended early. */
export async function ask({ questions, input, columns, say }: QuestionDialog): Promise<Answers | undefined> {
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  const given: Record<string, string> = {};
  const asked: string[] = [];
  for (;;) {
    const question = questions(given).find(({ id }) => given[id] === undefined);
    if (!question) return given;
    pose(question, asked.length + 1, columns, say);
    const { value, done } = await lines.next();
    if (done) return undefined;
    const line = value.trim();
    if (/^cancel$/i.test(line)) return undefined;
    if (/^back$/i.test(line)) {
      const last = asked.pop();
      if (last === undefined) say('This is the first question.');
      else delete given[last];
      continue;
    }
    const answer = answered(question, line);
    if (answer === undefined) {
      say(`Write a number from 1 to ${question.answers.length}, "back" or "cancel".`);
      continue;
    }
    given[question.id] = answer;
    asked.push(question.id);
  }
}

function pose({ title, explain, answers }: Question, number: number, columns: number, say: QuestionDialog['say']): void {
  say(`\n${number}. ${title}\n${wrapped(explain, columns, '   ')}`);
  for (const [i, { label, detail }] of answers.entries())
    say(`     ${i + 1}  ${wrapped(`${label}. ${detail}`, columns, ' '.repeat(8)).trimStart()}`);
}

/** Returns the answer for a line: a number of the list, the answer's own name, or the typed text. */
function answered({ kind, answers }: Question, line: string): string | undefined {
  if (kind === 'text') return line;
  return (answers[Number(line) - 1] ?? answers.find(({ id, label }) => id === line || label.toLowerCase() === line.toLowerCase()))?.id;
}
