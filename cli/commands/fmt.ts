/** `cred fmt [PATH…]`: normalizes the layout of files. Only blanks and line breaks change, and a `;` at the end of a line is removed. */
import { Argument, Command } from 'commander';
import { engine } from '../checking/bundles.ts';
import { configFor } from '../files/gather.ts';
import { gathered } from '../files/gathered.ts';
import { rewriteAll } from '../files/rewrite.ts';
import { tellSettings, whyNotRewritten } from '../files/settings.ts';
import { sourceText } from '../files/source.ts';
import { readStdin } from '../files/stdin.ts';
import { CLEAN, FOUND } from '../terminal/exit.ts';
import type { Invocation } from '../terminal/invocation.ts';

interface FmtCommandOptions {
  readonly check?: boolean;
  readonly stdin?: boolean;
}

const EXAMPLES = `
Examples:
  cred fmt                      the current folder
  cred fmt --check              name the files that are not laid out, and change nothing
  cred fmt --stdin < a.cred     print what comes in, laid out

Exit code: 0 done (with --check: everything is laid out), 1 with --check something is not, or cred.json is broken, 2 wrong usage, or a file that cannot be read or written.`;

/** Declares the command. */
export function fmtCommand(cli: Invocation): Command {
  return new Command('fmt')
    .description('lay out .cred files')
    .addArgument(new Argument('[path...]', 'files or folders').default(['.'], 'the current folder'))
    .option('--check', 'change nothing, and list the files that are not laid out')
    .option('--stdin', 'lay out the text on standard input, and print it')
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: FmtCommandOptions) => run(cli, paths, options));
}

async function run(cli: Invocation, paths: string[], { check = false, stdin = false }: FmtCommandOptions): Promise<void> {
  if (stdin) {
    if (paths.length !== 1 || paths[0] !== '.') return cli.refuse('--stdin takes no paths: what comes in is laid out and printed.');
    const { text, mark } = await readStdin(cli.stdin);
    const config = configFor(cli.cwd);
    tellSettings(cli, config);
    const why = whyNotRewritten(config);
    if (why !== undefined) cli.complain(why);
    const laid = why === undefined ? engine().formatted(text, config?.text) : text;
    if (!check) cli.print(mark + laid);
    cli.status = why !== undefined || (check && laid !== text) ? FOUND : CLEAN;
    return;
  }
  const read = gathered(cli, paths, { rewrites: true });
  if (!read) return;
  const files = read.projects.flatMap(({ files: all, config }) =>
    all.filter(({ reported }) => reported).map(file => ({ ...file, config: config?.text })),
  );
  const changed = files
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(one => ({ file: one.file, shown: one.shown, before: sourceText(one), after: engine().formatted(sourceText(one), one.config) }))
    .filter(({ before, after }) => before !== after);
  if (check) for (const { shown } of changed) cli.printLine(shown);
  else if (!rewriteAll(cli, changed, 'Laid out')) return cli.refuse();
  const some = `${changed.length} of ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  cli.say(`${some} ${check ? `${changed.length === 1 ? 'is' : 'are'} not laid out` : 'laid out anew'}.`);
  // Whether a file that cannot be read is laid out is unknown.
  const unknown = read.projects.some(({ unreadable }) => unreadable.some(({ reported }) => reported));
  cli.status = check && (changed.length > 0 || unknown) ? FOUND : CLEAN;
}
