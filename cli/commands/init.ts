/** `cred init [DIR]`: asks the questions of the guided choice on the terminal, and writes a first file. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { Argument, Command } from 'commander';
import { Refusal } from '../../host/refusal.ts';
import type { Answers } from '../../language/analysis/choice/choice.ts';
import { printable } from '../../language/model/printable.ts';
import { engine } from '../checking/bundles.ts';
import { gather } from '../files/gather.ts';
import { readText } from '../files/read.ts';
import { tellSettings } from '../files/settings.ts';
import { readStdin } from '../files/stdin.ts';
import { writeWhole } from '../files/write.ts';
import { KIND } from '../formats/path-pretty.ts';
import { ask } from '../terminal/asking.ts';
import { Dialog } from '../terminal/dialog.ts';
import { CLEAN } from '../terminal/exit.ts';
import type { Invocation } from '../terminal/invocation.ts';
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

While it asks, "back" goes one question back, and "cancel" ends it. At the end it asks for the file's name.
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
  const list = (title: string, items: readonly string[]): void => {
    if (items.length > 0) say(`\n${title}\n${items.map(one => wrapped(one, cli.columns, '  ')).join('\n')}`);
  };
  let given: Answers | undefined;
  const dialog = new Dialog(cli);
  if (answers === undefined) given = await ask({ questions, dialog });
  else {
    const read = await answersFrom(cli, answers, questions);
    if (typeof read === 'string') return cli.refuse(read);
    given = read;
  }
  if (!given) return cli.refuse('It was ended before the last question; nothing is written.');
  const [project] = gather([folder], cli.cwd).projects;
  tellSettings(cli, project?.config);
  const { verdict, summary, reasons, means, next, further, fileName, text } = outcomeIn(given, project);
  say(`\n${wrapped(`${verdict} ${summary}`, cli.columns)}`);
  for (const { because, pointsTo } of reasons) say(wrapped(`${printable(because)} → ${KIND[pointsTo]}`, cli.columns, '  '));
  list('What one can carry:', means);
  list('What to state next:', next);
  say(`\nFurther reading:\n${further.map(({ title, url }) => `  ${title}: ${url}`).join('\n')}`);
  cli.status = CLEAN;
  if (print) return cli.print(text);
  const free = freeFile(cli, folder, fileName);
  const file = answers === undefined ? await askFile(cli, dialog, folder, free) : free;
  if (file === undefined) return cli.refuse('It was ended before the file had a name; nothing is written.');
  writeWhole(cli.resolve(file), text, file);
  const named = quotedIfNeeded(file);
  say(`
"${file}" is written. How to go on:
  cred fill ${named}       asks what is still open, question by question
  cred check ${named}      says what is found as it stands
  cred readiness ${named}  says what each standard still asks for
  cred report ${named} -o report.html
                  draws it all on one page`);
}

/** Asks where the file goes. An empty line takes the proposal; `undefined` if the user cancelled. */
async function askFile(cli: Invocation, dialog: Dialog, folder: string, free: string): Promise<string | undefined> {
  cli.say(`\nIn which file shall it be written? An empty line takes "${free}".`);
  for (;;) {
    const line = await dialog.line();
    if (line === undefined || line === '') return free;
    if (/^cancel$/i.test(line)) return undefined;
    const file = path.join(folder, /\.cred$/i.test(line) ? line : `${line}.cred`);
    const parent = path.dirname(cli.resolve(file));
    if (existsSync(cli.resolve(file))) cli.say(`"${file}" is there already, and stays as it is. Write another name.`);
    else if (!(existsSync(parent) && statSync(parent).isDirectory()))
      cli.say(`"${path.dirname(file)}" is not a folder. Write another name.`);
    else return file;
  }
}

/** Returns a path as it is typed in a shell. */
const quotedIfNeeded = (file: string): string => (/[^\p{L}\p{M}\p{N}._/\\:-]/u.test(file) ? `"${file}"` : file);

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
