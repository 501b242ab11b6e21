/** `cred`: one command per file in commands/. What a command needs is loaded when it is asked for, so that `cred` starts fast. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { checkCommand } from './commands/check.ts';
import { lspCommand } from './commands/lsp.ts';
import { WRONG_USAGE } from './exit.ts';

const program = new Command('cred')
  .description('Describe credentialing programs as text, and see whether a program is what it says it is.')
  .version(version(), '-V, --version', 'print the version')
  .helpOption('-h, --help', 'show this help')
  .helpCommand('help [command]', 'show the help of a command')
  .showSuggestionAfterError()
  .showHelpAfterError('(cred --help shows what there is.)')
  .exitOverride();
for (const command of [checkCommand, lspCommand]) program.addCommand(command().copyInheritedSettings(program));

/** A reader that has seen enough, `cred check | head`, is no failure of ours. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
    return;
  }
  console.error(`Cred has stopped on an error of its own; please report it.\n${(error as Error)?.stack ?? String(error)}`);
  process.exitCode = WRONG_USAGE;
});

function version(): string {
  return (JSON.parse(readFileSync(path.resolve(__dirname, '../package.json'), 'utf8')) as { version: string }).version;
}
