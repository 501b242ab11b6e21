/** `cred check [PATH…]`: reads what the paths name and says what is wrong with it. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { isDay } from '../../language/project/config-slips.ts';
import { checkProjects } from '../check.ts';
import { CLEAN, FOUND, WRONG_USAGE } from '../exit.ts';
import { gather } from '../files.ts';
import { json } from '../formats/json.ts';
import { pretty } from '../formats/pretty.ts';
import type { CheckResult } from '../result.ts';

interface Options {
  readonly format: 'pretty' | 'json';
  readonly asOf?: string;
  readonly maxWarnings?: number;
  readonly jobs?: number;
}

export function checkCommand(): Command {
  return new Command('check')
    .description('check .cred files, and those of whole folders')
    .addArgument(new Argument('[path...]', 'files or folders').default(['.'], 'the current folder'))
    .addOption(new Option('--format <format>', 'how to say it').choices(['pretty', 'json']).default('pretty'))
    .option('--as-of <date>', 'the day to check for, YYYY-MM-DD (default: today)', dayArgument)
    .option('--max-warnings <number>', 'fail when there are more warnings than this', count(0))
    .option('--jobs <number>', 'how many threads to use (default: by the number of files)', count(1))
    .addHelpText('after', '\nExit code: 0 no errors, 1 errors found or too many warnings, 2 wrong usage or unreadable input.')
    .action(run);
}

async function run(paths: string[], options: Options): Promise<void> {
  const { projects, problems, notes } = gather(paths, process.cwd());
  for (const note of [...problems, ...notes]) process.stderr.write(`${note}\n`);
  if (problems.length > 0) {
    process.exitCode = WRONG_USAGE;
    return;
  }
  const result = await checkProjects(projects, options.asOf, options.jobs);
  process.exitCode = verdict(result, options.maxWarnings);
  process.stdout.write(shown(result, options.format));
}

function shown(result: CheckResult, format: Options['format']): string {
  if (format === 'json') return json(result);
  const colours = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return pretty(result, colours);
}

function verdict({ summary }: CheckResult, maxWarnings = Number.POSITIVE_INFINITY): number {
  if (summary.warnings > maxWarnings) {
    process.stderr.write(`There are ${summary.warnings} warnings; --max-warnings allows ${maxWarnings}.\n`);
    return FOUND;
  }
  return summary.errors > 0 ? FOUND : CLEAN;
}

function dayArgument(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('A day is written YYYY-MM-DD, as in 2026-01-31.');
  return text;
}

const count =
  (least: number) =>
  (text: string): number => {
    if (!/^\d{1,9}$/.test(text) || Number(text) < least) throw new InvalidArgumentError(`It is a whole number, ${least} or more.`);
    return Number(text);
  };
