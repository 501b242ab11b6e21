/** `cred init [DIR]`: asks the questions of the guided choice on the terminal, and writes a first file. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { Argument, Command } from 'commander';
import type { Answers } from '../../language/analysis/choice/choice.ts';
import { printable } from '../../language/model/printable.ts';
import { engine } from '../checking/bundles.ts';
import { gather } from '../files/gather.ts';
import { readText } from '../files/read.ts';
import { readStdin } from '../files/stdin.ts';
import { writeWhole } from '../files/write.ts';
import { KIND } from '../formats/path-pretty.ts';
import { ask } from '../terminal/asking.ts';
import { CLEAN } from '../terminal/exit.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { Refusal } from '../terminal/refusal.ts';
import { wrapped } from '../terminal/wrapped.ts';

interface InitCommandOptions {
  readonly answers?: string;
  readonly print?: boolean;
}

const EXAMPLES = `
Examples:
  cred init                        asks, and writes a file into the current folder
  cred init programs --print       asks, and prints the file
  cred init --answers choice.json  takes the answers from a file: {"title": "…", "goal": "validate", …}

While it asks, "back" goes one question back, and "cancel" ends it.
Exit code: 0 written, 2 cancelled, wrong usage or a folder that cannot be written to.
A file that is there already stays as it is; the new one takes the next number.`;

/** Declares the command. */
export function initCommand(cli: Invocation): Command {
  return new Command('init')
    .description('find out which kind of program fits, and write a file to go on with')
    .addArgument(new Argument('[folder]', 'where the file goes').default('.', 'the current folder'))
    .option('--answers <file>', 'take the answers from a JSON file, "-" for standard input')
    .option('--print', 'print the file, write nothing')
    .addHelpText('after', EXAMPLES)
    .action((folder: string, options: InitCommandOptions) => run(cli, folder, options));
}

async function run(cli: Invocation, folder: string, { answers, print }: InitCommandOptions): Promise<void> {
  const full = cli.resolve(folder);
  if (!print && !(existsSync(full) && statSync(full).isDirectory())) return cli.refuse(`"${folder}" is not a folder.`);
  const { questions, outcomeIn } = engine();
  const say = (line: string): void => cli.say(line);
  let given: Answers | undefined;
  if (answers === undefined) given = await ask({ questions, input: cli.stdin, columns: cli.columns, say });
  else {
    const read = await answersFrom(cli, answers, questions);
    if (typeof read === 'string') return cli.refuse(read);
    given = read;
  }
  if (!given) return cli.refuse('It was ended before the last question; nothing is written.');
  const { summary, reasons, means, next, further, text } = outcomeIn(given, gather([folder], cli.cwd).projects[0]);
  say(`\n${wrapped(summary, cli.columns)}`);
  for (const { because, pointsTo } of reasons) say(wrapped(`${printable(because)} → ${KIND[pointsTo]}`, cli.columns, '  '));
  if (means.length > 0) say(`\nWhat one can carry:\n${means.map(one => wrapped(one, cli.columns, '  ')).join('\n')}`);
  if (next.length > 0) say(`\nWhat to state next:\n${next.map(one => wrapped(one, cli.columns, '  ')).join('\n')}`);
  say(`\nFurther reading:\n${further.map(({ title, url }) => `  ${title}: ${url}`).join('\n')}`);
  cli.status = CLEAN;
  if (print) return cli.print(text);
  const file = freeFile(cli, folder, fileName(given.title ?? ''));
  writeWhole(cli.resolve(file), text, file);
  say(`\n"${file}" is written. "cred check ${file}" says what is still to be stated.`);
}

type QuestionsFor = ReturnType<typeof engine>['questions'];

/** Reads the answers from a file; returns a message if there is something wrong with them. */
async function answersFrom(cli: Invocation, file: string, questions: QuestionsFor): Promise<Answers | string> {
  let read: unknown;
  try {
    read = JSON.parse(file === '-' ? (await readStdin(cli.stdin)).text : readText(cli.resolve(file), file));
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    return `The answers in "${file}" cannot be read: ${(error as Error).message}`;
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return `"${file}" is not a list of answers by question.`;
  const given = read as Record<string, unknown>;
  for (const { id, kind, answers, optional } of questions(given as Answers)) {
    if (optional && given[id] === undefined) continue;
    const fits = typeof given[id] === 'string' && (kind === 'text' || answers.some(one => one.id === given[id]));
    if (!fits)
      return `"${id}" in "${file}" wants ${kind === 'text' ? 'a text' : `one of ${answers.map(one => `"${one.id}"`).join(', ')}`}.`;
  }
  return given as Answers;
}

/**
 * Returns a name that is free, with a number if necessary. Existing files stay, and nobody should have to answer all questions again
 * because of a taken name.
 */
function freeFile(cli: Invocation, folder: string, name: string): string {
  for (let i = 1; ; i++) {
    const file = path.join(folder, `${name}${i === 1 ? '' : `-${i}`}.cred`);
    if (!existsSync(cli.resolve(file))) return file;
  }
}

/** Turns "Certified Widget Technician" into certified-widget-technician. */
const fileName = (title: string): string =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'program';
