/** `cred fix [PATH…]`: applies safe fixes, and with `--unsafe` also those that an author should look at afterwards. */
import { readFileSync } from 'node:fs';
import { Argument, Command } from 'commander';
import { today } from '../../host/today.ts';
import { engine } from '../checking/bundles.ts';
import { gathered } from '../files/gathered.ts';
import { markOf } from '../files/read.ts';
import { rewriteAll } from '../files/rewrite.ts';
import { diffOf } from '../formats/diff.ts';
import { CLEAN, FOUND } from '../terminal/exit.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { asOfOption } from '../terminal/options.ts';
import { type ColourChoice, colorOption } from '../terminal/paint.ts';

interface FixCommandOptions {
  readonly unsafe?: boolean;
  readonly dryRun?: boolean;
  readonly asOf?: string;
  readonly color: ColourChoice;
}

const EXAMPLES = `
Examples:
  cred fix                      apply what is certain in the current folder
  cred fix a.cred --dry-run     show what would change, and change nothing
  cred fix a.cred --unsafe      also add what is missing, with ? for what you still have to say

Exit code: 0 no errors are left, 1 errors are left (with --dry-run: something would change) or cred.json is broken, 2 wrong usage, or a file that cannot be read or written.`;

/** Declares the command. */
export function fixCommand(cli: Invocation): Command {
  return new Command('fix')
    .description('fix what can be fixed without asking')
    .addArgument(new Argument('[path...]', 'files or folders').default(['.'], 'the current folder'))
    .option('--unsafe', 'also apply fixes that you should look over afterwards')
    .option('--dry-run', 'print the changes without making them')
    .addOption(asOfOption())
    .addOption(colorOption())
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: FixCommandOptions) => run(cli, paths, options));
}

function run(cli: Invocation, paths: string[], { unsafe = false, dryRun = false, asOf, color }: FixCommandOptions): void {
  const read = gathered(cli, paths, { rewrites: true });
  if (!read) return;
  const { projects } = read;
  const fixed = engine().fixFiles(projects, { asOf, today: today(), unsafe });
  const changed = fixed.filter(({ before, after }) => before !== after);
  if (dryRun) {
    const terminal = cli.surroundings.stdout.isTTY;
    for (const { file, shown, before, after } of changed) {
      const mark = markOf(readFileSync(file));
      cli.print(diffOf(shown, mark + before, mark + after, { colours: cli.colours(color), terminal }));
    }
  } else if (!rewriteAll(cli, changed, 'Fixed')) return cli.refuse();
  const unread = projects.flatMap(({ unreadable }) => unreadable).filter(({ reported }) => reported).length;
  const errors = fixed.reduce((sum, one) => sum + one.errors, unread);
  const files = `${changed.length} ${changed.length === 1 ? 'file' : 'files'}`;
  const left = errors > 0 ? ` ${errors} ${errors === 1 ? 'error is' : 'errors are'} left for you.` : '';
  cli.say(`${dryRun ? `${files} would change.` : `${files} fixed.`}${left}`);
  cli.status = dryRun ? (changed.length > 0 ? FOUND : CLEAN) : errors > 0 ? FOUND : CLEAN;
}
