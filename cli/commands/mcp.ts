/** `cred mcp [DIR]`: offers Cred as tools to assistants that speak the Model Context Protocol. */
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { Argument, Command } from 'commander';
import type { Invocation } from '../terminal/invocation.ts';

const MORE = `
Example, as the configuration of an assistant:
  { "command": "npx", "args": ["--yes", "cred-lang", "mcp", "programs"] }

It offers tools (check, fix, questions …), resources (the language, templates, your programs) and prompts;
docs/mcp.md lists them. It ends when the connection does.
Exit code: 0 ended, 2 wrong usage.`;

/** Declares the command. */
export function mcpCommand(cli: Invocation): Command {
  return new Command('mcp')
    .description('let an assistant learn the language, check, fix and answer (Model Context Protocol)')
    .addArgument(
      new Argument('[dir]', 'the folder to work in; nothing outside of it is read or written').default('.', 'the current folder'),
    )
    .option('--allow-writes', 'let the tools "fix", "format" and "answer" change files in the folder')
    .addHelpText('after', MORE)
    .action(async (dir: string, { allowWrites = false }: { allowWrites?: boolean }) => {
      const root = folderAt(cli.resolve(dir));
      if (root === undefined) return cli.refuse(`There is no folder "${dir}".`);
      // The bundle is loaded here, so that the other commands need not load it.
      const { serve } = require(path.join(__dirname, 'mcp.cjs')) as typeof import('../mcp/mcp.ts');
      await serve({ root, allowWrites });
    });
}

function folderAt(dir: string): string | undefined {
  try {
    return statSync(dir).isDirectory() ? realpathSync(dir) : undefined;
  } catch {
    return undefined;
  }
}
