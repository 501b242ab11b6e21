/** `cred lsp --stdio`: runs the language server for any editor. */
import path from 'node:path';
import { Command } from 'commander';

/** Declares the command. The server is a bundle of its own, so that the other commands need not load it. */
export function lspCommand(): Command {
  return new Command('lsp')
    .description('start the language server for an editor')
    .option('--stdio', 'talk over standard input and output (the default)')
    .option('--clientProcessId <id>', 'end when this process does (editors pass it)')
    .addHelpText(
      'after',
      `
Example, as an editor's configuration:
  cmd = { 'cred', 'lsp', '--stdio' }

Exit code: 0 when the editor has ended it.`,
    )
    .action(() => {
      // The protocol library reads the transport from the arguments of the process.
      if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
      require(path.join(__dirname, 'server.cjs'));
    });
}
