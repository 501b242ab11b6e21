/** `cred`: one command per file in commands/. What a command needs is loaded when it is asked for, so that `cred` starts fast. */
import { Command, CommanderError } from 'commander';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { diffCommand } from './commands/diff.ts';
import { explainCommand, rulesCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { fixCommand } from './commands/fix.ts';
import { fmtCommand } from './commands/fmt.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { lspCommand } from './commands/lsp.ts';
import { mcpCommand } from './commands/mcp.ts';
import { pathCommand } from './commands/path.ts';
import { readinessCommand } from './commands/readiness.ts';
import { reportCommand } from './commands/report.ts';
import { version } from './files/package.ts';
import { WRONG_USAGE } from './terminal/exit.ts';
import { inSentences } from './terminal/usage.ts';

const program = new Command('cred')
  .description('Describe credentialing programs as text, and see whether a program is what it says it is.')
  .version(version(), '-V, --version', 'print the version')
  .helpOption('-h, --help', 'show this help')
  .helpCommand('help [command]', 'show the help of a command')
  .showSuggestionAfterError()
  .configureOutput({ outputError: (message, write) => write(message.startsWith('error: ') ? inSentences(message) : message) })
  .showHelpAfterError('(cred --help shows what there is.)')
  .exitOverride();
const COMMANDS = [
  initCommand,
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
for (const command of [...COMMANDS, () => completionCommand(() => program)]) {
  const made = command().copyInheritedSettings(program);
  program.addCommand(made.showHelpAfterError(`(cred help ${made.name()} shows what there is.)`));
}

/** A reader that has seen enough, `cred check | head`, is no failure of ours. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

/** Settled when the command has ended. */
export const done = program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
    return;
  }
  console.error(`Cred has stopped on an error of its own; please report it.\n${(error as Error)?.stack ?? String(error)}`);
  process.exitCode = WRONG_USAGE;
});
