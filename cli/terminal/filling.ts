/** Runs the dialog of `cred fill` line by line, on a terminal or from a pipe. */
import { printableText } from '../../language/model/printable.ts';
import { plainText } from '../../language/services/plain-text.ts';
import type { ProgramQuestion } from '../../language/services/questions/questions.ts';
import type { FilledFile, FilledFiles, FillSession } from '../checking/fill-session.ts';
import type { Dialog } from './dialog.ts';
import { wrapped } from './wrapped.ts';

/** The session with the questions, and the dialog in which they are asked. */
export interface FillDialog {
  readonly session: FillSession;
  readonly dialog: Dialog;
  /** Writes what an answer has changed. Returns whether that worked. */
  readonly write: (changed: readonly FilledFile[]) => boolean;
}

/** The most options that are listed; others can be typed. */
const MOST = 20;

/** Asks until no question is open, the user postpones the rest, or the input ends. Returns whether every answer could be written. */
export async function fill({ session, dialog, write }: FillDialog): Promise<boolean> {
  const { columns } = dialog;
  const say = (line: string): void => dialog.say(line);
  say('An empty line leaves a question open for now.\n"back" takes the last answer back, "quit" ends it; what is answered is kept.');
  const putOff = new Set<string>();
  const done: { readonly id: string; readonly changed: readonly FilledFile[] }[] = [];
  let posed = '';
  let suggestions = 0;
  for (;;) {
    const open = session.questions().filter(({ id }) => !putOff.has(id));
    const [question] = open;
    if (!question) return true;
    if (posed !== question.id) {
      pose(question, done.length + 1, done.length + open.length, dialog);
      posed = question.id;
      suggestions = 0;
    }
    const line = (await dialog.line()) ?? 'quit';
    if (/^(?:quit|cancel)$/i.test(line)) return true;
    if (/^back$/i.test(line)) {
      const last = done.pop();
      if (!last) say('This is the first question.');
      else {
        putOff.delete(last.id);
        if (!write(session.undo(last.changed))) return false;
        posed = '';
      }
      continue;
    }
    const given = line === '' ? { changed: [] } : taken(session, question, line, suggestions);
    if ('problem' in given) {
      say(wrapped(printableText(given.problem), columns, '   '));
      for (const [i, title] of given.suggestions.entries()) say(`     ${i + 1}  ${printableText(title)}`);
      suggestions = given.suggestions.length;
      continue;
    }
    // A question that was skipped or answered with "no" is not asked again in this run.
    if (given.changed.length === 0) putOff.add(question.id);
    if (!write(given.changed)) return false;
    done.push({ id: question.id, changed: given.changed });
    posed = '';
  }
}

/** Applies a line: a number picks a suggestion if there are any, otherwise an option; "n/a" with a reason sets the question aside. */
function taken(session: FillSession, question: ProgramQuestion, line: string, suggestions: number): FilledFiles {
  const aside = /^n\/a\b[\s:,-]*(.*)$/i.exec(line);
  if (aside) return session.setAside(question.id, aside[1]!);
  const numbers = /^\d+(?:\s*,\s*\d+)*$/.test(line) ? line.split(',').map(Number) : [];
  const [number] = numbers;
  if (number !== undefined && number >= 1 && number <= suggestions) return session.suggestion(number)!;
  const options = question.options.slice(0, MOST);
  if (number !== undefined && options.length > 0 && (numbers.length === 1 || question.many)) {
    const chosen = numbers.map(one => options[one - 1]?.value);
    if (chosen.every(one => one !== undefined)) return session.answer(question.id, chosen.join(', '));
  }
  return session.answer(question.id, line);
}

function pose({ prompt, about, help, step, many, options }: ProgramQuestion, number: number, of: number, dialog: Dialog): void {
  const { columns } = dialog;
  const say = (line: string): void => dialog.say(line);
  say(`\n${number} of ${of}, ${step}. ${wrapped(`${printableText(prompt)} (${printableText(about)})`, columns)}`);
  say(wrapped(plain(help, options.length > 0 ? 1 : 2), columns, '   '));
  for (const [i, { label, says }] of options.slice(0, MOST).entries())
    say(`     ${i + 1}  ${wrapped(`${printableText(label)}. ${printableText(says)}`, columns, ' '.repeat(8)).trimStart()}`);
  if (options.length > MOST) say(`        and ${options.length - MOST} more, which you can type.`);
  if (many && options.length > 0) say('   Several may be given, separated by commas.');
}

/** Returns the first paragraphs of a help text, which say what it means and how it is written, without Markdown. */
const plain = (help: string, paragraphs: number): string => printableText(plainText(help.split('\n\n').slice(0, paragraphs).join(' ')));
