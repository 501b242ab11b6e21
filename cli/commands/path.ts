/** `cred path [PATH…]`: prints which path each program's description fits, why, and what to state next. */
import { Argument, Command, Option } from 'commander';
import { today } from '../../host/today.ts';
import { engine } from '../checking/bundles.ts';
import type { FitOptions } from '../checking/fits.ts';
import { gathered } from '../files/gathered.ts';
import { pathPretty } from '../formats/path-pretty.ts';
import { CLEAN } from '../terminal/exit.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { asOfOption } from '../terminal/options.ts';
import { type ColourChoice, colorOption } from '../terminal/paint.ts';

interface PathCommandOptions {
  readonly format: 'pretty' | 'json';
  readonly as?: FitOptions['as'];
  readonly asOf?: string;
  readonly color: ColourChoice;
}

const EXAMPLES = `
Examples:
  cred path                             the programs of the current folder
  cred path cwt.cred --as certificate   also what would be found if it were a certificate program
  cred path --format json > paths.json

Exit code: 0 told, 2 wrong usage or unreadable input.`;

/** Declares the command. */
export function pathCommand(cli: Invocation): Command {
  return new Command('path')
    .description('say which path programs fit: certificate, certification, both or neither')
    .addArgument(new Argument('[path...]', 'files or folders').default(['.'], 'the current folder'))
    .addOption(new Option('--format <format>', 'output format').choices(['pretty', 'json']).default('pretty'))
    .addOption(
      new Option('--as <kind>', 'also show the findings that it would have as this kind; no file is changed').choices([
        'certificate',
        'certification',
        'attendance',
      ]),
    )
    .addOption(asOfOption())
    .addOption(colorOption())
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: PathCommandOptions) => run(cli, paths, options));
}

function run(cli: Invocation, paths: string[], { format, as, asOf, color }: PathCommandOptions): void {
  const read = gathered(cli, paths);
  if (!read) return;
  const { projects, notes } = read;
  const programs = engine().fitsOf(projects, { asOf, today: today(), cwd: cli.cwd, ...(as && { as }) });
  if (programs.length === 0 && notes.length === 0) cli.say('There are no programs in these files.');
  cli.print(
    format === 'json'
      ? `${JSON.stringify({ version: 1, programs }, null, 2)}\n`
      : programs.map(one => pathPretty(one, cli.colours(color))).join('\n'),
  );
  cli.status = CLEAN;
}
