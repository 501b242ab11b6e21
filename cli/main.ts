/** Runs `cred`: each command is one file in commands/. What a command needs is loaded only when it runs, so that `cred` starts fast. */

import { Command, CommanderError } from 'commander';
import { Refusal } from '../host/refusal.ts';
import { printableLines } from '../language/model/printable.ts';
import { tellFailure } from './checking/failure.ts';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { diffCommand } from './commands/diff.ts';
import { explainCommand, rulesCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { fillCommand } from './commands/fill.ts';
import { fixCommand } from './commands/fix.ts';
import { fmtCommand } from './commands/fmt.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { lspCommand } from './commands/lsp.ts';
import { manCommand } from './commands/man.ts';
import { mcpCommand } from './commands/mcp.ts';
import { pathCommand } from './commands/path.ts';
import { readinessCommand } from './commands/readiness.ts';
import { reportCommand } from './commands/report.ts';
import { version } from './files/package.ts';
import { type Status, WRONG_USAGE } from './terminal/exit.ts';
import { Invocation, type ProcessSurroundings } from './terminal/invocation.ts';
import { inOurWords, inSentences } from './terminal/usage.ts';

const COMMANDS = [
  initCommand,
  fillCommand,
  checkCommand,
  fixCommand,
  fmtCommand,
  pathCommand,
  readinessCommand,
  reportCommand,
  diffCommand,
  importCommand,
  exportCommand,
  explainCommand,
  rulesCommand,
  lspCommand,
  mcpCommand,
];

const EXAMPLES = `
Examples:
    cred init                     find out which kind of program fits, and begin a file
    cred check                    check all .cred files of this folder
    cred check --json             the same for other programs; --format lists more forms
    cred fix --unsafe program.cred
    cred fill program.cred        answer what is still open, question by question
    cred readiness --standard NCCA-2021
    cred explain NCCA             explain a standard, a rule, a kind or a word`;

/**
 * Runs one command line and returns its exit code. `typed` does not contain the name of the program. Only `surroundings` is read from and
 * written to, except by `lsp` and `mcp`, which use the standard streams of the process.
 */
export async function run(typed: readonly string[], surroundings: ProcessSurroundings): Promise<Status> {
  const argv = inOurWords(typed);
  const cli = new Invocation(surroundings);
  try {
    await programOf(cli).parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0) cli.status = WRONG_USAGE;
    } else if (error instanceof Refusal) cli.refuse(error.message);
    else if ((error as NodeJS.ErrnoException)?.syscall === 'uv_cwd')
      cli.refuse('The current folder is not there any more. Go to another one.');
    else cli.confess(error);
  }
  if (cli.status >= WRONG_USAGE) tellFailure(cli, argv);
  return cli.status;
}

function programOf(cli: Invocation): Command {
  const { stdout, stderr } = cli.surroundings;
  const program = new Command('cred')
    .description('Describe credentialing programs as text, and see whether a program is what it says it is.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: text => stdout.write(text),
      writeErr: text => stderr.write(text),
      getOutHelpWidth: () => (stdout.isTTY ? stdout.columns : undefined) ?? 80,
      getErrHelpWidth: () => (stderr.isTTY ? stderr.columns : undefined) ?? 80,
      outputError(message, write) {
        const text = printableLines(message.startsWith('error: ') ? inSentences(message) : message);
        if (message.startsWith('error: ')) cli.complaints.push(text.trim());
        write(text);
      },
    })
    .showHelpAfterError('(cred --help shows what there is.)')
    .addHelpText('after', EXAMPLES)
    .exitOverride();
  const aboutAll = [() => completionCommand(cli, () => program), () => manCommand(cli, () => program)];
  for (const command of [...COMMANDS, ...aboutAll]) {
    const made = command(cli).copyInheritedSettings(program);
    program.addCommand(made.showHelpAfterError(`(cred help ${made.name()} shows what there is.)`));
  }
  return program;
}
