/** `cred fill FILE`: asks the open questions of a file's programs one by one. */
import { Command } from 'commander';
import { today } from '../../host/today.ts';
import type { ProgramQuestion } from '../../language/services/questions/questions.ts';
import { engine } from '../checking/bundles.ts';
import { gathered } from '../files/gathered.ts';
import { rewriteAll } from '../files/rewrite.ts';
import { whyNotRewritten } from '../files/settings.ts';
import { Dialog } from '../terminal/dialog.ts';
import { CLEAN, FOUND } from '../terminal/exit.ts';
import { fill } from '../terminal/filling.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { asOfOption } from '../terminal/options.ts';

interface FillCommandOptions {
  readonly asOf?: string;
  readonly list?: boolean;
}

const EXAMPLES = `
Examples:
  cred fill cwt.cred            asks, and writes each answer into the file at once
  cred fill cwt.cred --list     prints the open questions, and writes nothing

At each question: a number of the list, a word, or what you would say. An empty line leaves it open for now,
"back" takes the last answer back, "n/a REASON" says that it does not apply, "quit" ends it.
Exit code: 0 told or filled in, 2 wrong usage, or a file that cannot be read or written.`;

/** Declares the command. */
export function fillCommand(cli: Invocation): Command {
  return new Command('fill')
    .description('answer what is still open in a file, question by question')
    .argument('<file>', 'the file with the programs')
    .option('--list', 'print the open questions, and ask none')
    .addOption(asOfOption())
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: FillCommandOptions) => run(cli, file, options));
}

async function run(cli: Invocation, file: string, { asOf, list = false }: FillCommandOptions): Promise<void> {
  const read = gathered(cli, [file]);
  if (!read) return;
  const why = list || read.projects.length > 1 ? undefined : whyNotRewritten(read.projects[0]?.config);
  if (why !== undefined) {
    cli.complain(why);
    cli.status = FOUND;
    return;
  }
  const project = read.projects.find(({ files }) => files.some(({ reported }) => reported));
  const reported = project?.files.filter(one => one.reported) ?? [];
  if (!project || reported.length !== 1)
    return cli.refuse(`"${file}" is not one .cred file. Name the file whose questions you want to answer.`);
  const [source] = reported;
  const session = engine().fillSession(project, source!.file, asOf ?? today());
  const questions = session.questions();
  cli.status = CLEAN;
  if (list) return cli.print(questions.map(listed).join(''));
  if (questions.length === 0) return cli.say('Nothing is open: every question of this file is answered.');
  const shown = new Map(project.files.map(one => [one.file, one.shown]));
  const written = await fill({
    session,
    dialog: new Dialog(cli),
    write: changed =>
      rewriteAll(
        cli,
        changed.map(one => ({ ...one, shown: shown.get(one.file) ?? one.file })),
      ),
  });
  if (!written) return cli.refuse();
  const left = session.questions().length;
  cli.say(
    left === 0
      ? '\nEvery question is answered.'
      : `\n${left} ${left === 1 ? 'question is' : 'questions are'} open still; "cred fill ${file}" goes on.`,
  );
  cli.say(`"cred check ${file}" says what is found, "cred report ${file}" draws where the program stands.`);
}

const listed = ({ step, prompt, about, range }: ProgramQuestion): string => `${range.start.line + 1}: ${prompt} (${about}, ${step})\n`;
