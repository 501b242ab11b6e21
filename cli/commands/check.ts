/** `cred check [PATH…]`: checks files and prints the findings. */

import { Argument, Command, Option } from 'commander';
import { changesSince, type RevisionChanges } from '../../host/changed.ts';
import { counted } from '../../language/model/sentence.ts';
import { baselineAt } from '../checking/baseline.ts';
import { asOfOf, type CheckOptions, checkEach } from '../checking/check.ts';
import { OutputStreams } from '../checking/output-streams.ts';
import { packageContext } from '../checking/rule-pages.ts';
import { accepting, changedOnly, type Selection, UNSILENCED, unlessAccepted } from '../checking/selection.ts';
import { Threads } from '../checking/threads.ts';
import { watch } from '../checking/watch.ts';
import type { GatheredFiles, ProjectFiles } from '../files/gather.ts';
import { gathered } from '../files/gathered.ts';
import { readStdin } from '../files/stdin.ts';
import { topOf } from '../files/top.ts';
import { FORMATS, SHOWS_EDITS, writerIn } from '../formats/formats.ts';
import type { Writer } from '../formats/writer.ts';
import { isAuthors, notOver, type Output, outputs } from '../outputs.ts';
import { type FileResult, NOTHING_CHECKED, type Summary, withFile } from '../result/result.ts';
import { CLEAN, FOUND, type Status } from '../terminal/exit.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { asOfOption, count } from '../terminal/options.ts';
import { type ColourChoice, colorOption } from '../terminal/paint.ts';
import { progress } from '../terminal/progress.ts';

interface CheckCommandOptions {
  readonly format: readonly string[];
  readonly asOf?: string;
  readonly maxWarnings?: number;
  readonly jobs?: number;
  readonly cache?: boolean;
  readonly cacheFile: string;
  /** False with `--no-ignore`. */
  readonly ignore: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly changed?: string | true;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly watch?: boolean;
  readonly color: ColourChoice;
}

const EXAMPLES = `
Examples:
  cred check                                    the current folder
  cred check programs --max-warnings 0          fail on warnings too
  cred check --format pretty --format sarif=cred.sarif
  cred check --changed origin/main              what a branch has changed, and files that refer to it
  cred check --baseline cred-baseline.json --update-baseline

Exit code: 0 no errors, 1 errors found or too many warnings, 2 wrong usage, or a named file that cannot be read.`;

/** Declares the command. */
export function checkCommand(cli: Invocation): Command {
  return new Command('check')
    .description('check .cred files, one by one or whole folders')
    .addArgument(new Argument('[path...]', 'files or folders').default(['.'], 'the current folder'))
    .addOption(
      new Option(
        '--format <format[=file]>',
        `output format, and the file to write it to; may be repeated: ${Object.keys(FORMATS).join(', ')}`,
      )
        .default(['pretty'], 'pretty')
        .argParser((one: string, before: readonly string[] & { own?: true }) =>
          Object.assign([...(before.own ? before : []), one], { own: true as const }),
        ),
    )
    .addOption(asOfOption())
    .option('--max-warnings <number>', 'fail if there are more warnings than this', count(0))
    .option('--no-ignore', 'also show the findings that "cred-ignore" silences')
    .option('--baseline <file>', 'leave out the findings that this file accepts')
    .option('--update-baseline', 'accept all current findings: add them to the baseline, and remove those that are gone')
    .option(
      '--changed [revision]',
      'check only files that have changed in git (since HEAD, or since a revision), and files that refer to them',
    )
    .option('--stdin', 'check the text on standard input')
    .option('--stdin-filename <file>', 'the name of the file that the text belongs to')
    .option('--watch', 'keep running, and report the findings after each change')
    .option('--cache', 'keep the findings, and next time check only what has changed')
    .option('--cache-file <file>', 'the file in which they are kept', '.cred-cache')
    .option('--jobs <number>', 'how many threads to use (default: by the number of files)', count(1))
    .addOption(colorOption())
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: CheckCommandOptions) => run(cli, paths, options));
}

async function run(cli: Invocation, paths: string[], options: CheckCommandOptions): Promise<void> {
  const wanted = outputs(options.format, cli.cwd);
  const wrong = misfit(options, paths);
  if (typeof wanted === 'string' || wrong) return cli.refuse(wrong ?? (wanted as string));
  if (options.watch) return watch(cli, paths, { asOf: options.asOf, baseline: options.baseline, colours: cli.colours(options.color) });

  const { changed } = options;
  // This comes first, so that a mistake in the revision is reported before all files are read.
  const changes =
    changed === undefined
      ? undefined
      : changesSince(changed === true ? 'HEAD' : changed, cli.cwd, {
          ofPath: one => `Write --changed=HEAD ${one}, or put the path first: ${one} --changed.`,
          own: true,
        });
  const threads = new Threads(options.jobs);
  const read = await sources(cli, paths, options, threads);
  if (!read) return;
  const summary = await checked(cli, read, threads, options, wanted, changes);
  cli.status = verdict(cli, summary, options.maxWarnings);
}

/** Returns a message about options that cannot be combined. */
function misfit(
  { format, cacheFile, ignore, maxWarnings, stdin, stdinFilename, changed, baseline, updateBaseline, watch: watches }: CheckCommandOptions,
  paths: readonly string[],
): string | undefined {
  const taken = [baseline, cacheFile].find(isAuthors);
  if (taken) return notOver(taken);
  if (stdin && !stdinFilename) return '--stdin needs --stdin-filename: the file that the text stands for.';
  if (stdinFilename && !stdin) return '--stdin-filename goes with --stdin.';
  if (stdin && (changed || watches)) return '--stdin does not go with --changed or --watch.';
  if (stdin && (paths.length !== 1 || paths[0] !== '.')) return '--stdin takes no paths: --stdin-filename names the file.';
  if (updateBaseline && !baseline) return '--update-baseline needs --baseline: the file to write.';
  if (watches && (changed || updateBaseline)) return '--watch does not go with --changed or --update-baseline.';
  if (watches && (!ignore || maxWarnings !== undefined)) return '--watch does not go with --no-ignore or --max-warnings.';
  if (watches && format.join() !== 'pretty') return '--watch shows findings on the terminal: it does not go with --format.';
  return undefined;
}

async function sources(
  cli: Invocation,
  paths: string[],
  { stdin, stdinFilename, cache }: CheckCommandOptions,
  threads: Threads,
): Promise<GatheredFiles | undefined> {
  return stdin
    ? gathered(cli, [stdinFilename!], {
        findings: true,
        given: new Map([[cli.resolve(stdinFilename!), (await readStdin(cli.stdin)).text]]),
      })
    : gathered(cli, paths, {
        findings: true,
        listed: count => {
          // With a cache there is usually little to do.
          if (!cache) threads.expect(count);
        },
      });
}

/** Checks the files and writes the findings of each as soon as it is its turn. */
async function checked(
  cli: Invocation,
  { projects }: GatheredFiles,
  threads: Threads,
  options: CheckCommandOptions,
  wanted: readonly Output[],
  changes: RevisionChanges | undefined,
): Promise<Summary> {
  const line = progress(cli.surroundings.stderr);
  const asOf = asOfOf(projects, options.asOf);
  const setting: CheckOptions = {
    asOf: options.asOf,
    threads,
    edits: wanted.some(({ format }) => SHOWS_EDITS.has(format)),
    cache: options.cache
      ? { file: cli.resolve(options.cacheFile), shown: options.cacheFile, cwd: cli.cwd, warn: message => cli.say(message) }
      : undefined,
    pretty: prettyOnly(cli, options, wanted),
    progress: line.show,
  };
  const streams = new OutputStreams(cli, wanted, output => writerOf(cli, output, asOf, options), line.end);
  try {
    const selections = selectionsOf(cli, options, projects, changes);
    const shown = (file: FileResult, steps = selections): FileResult | undefined =>
      steps.reduce((left: FileResult | undefined, step) => left && step.file(left), file);
    let summary = NOTHING_CHECKED;
    const tell = (file: FileResult): Promise<void> | undefined => {
      const left = shown(file);
      if (!left) return undefined;
      summary = withFile(summary, left);
      return streams.tell(left);
    };
    const looking = selections.findIndex(({ look }) => look);
    const held: FileResult[] = [];
    await checkEach(projects, setting, file => {
      if (looking < 0) return tell(file);
      const left = shown(file, selections.slice(0, looking));
      if (!left) return undefined;
      selections[looking]!.look!(left);
      held.push(file);
      return undefined;
    });
    line.end();
    for (const file of held) await tell(file);
    for (const selection of selections) selection.end?.();
    await streams.finish(summary);
    return summary;
  } finally {
    streams.abandon();
  }
}

/** Returns the steps that select what is shown, in their order. */
function selectionsOf(
  cli: Invocation,
  { ignore, baseline, updateBaseline }: CheckCommandOptions,
  projects: readonly ProjectFiles[],
  changes: RevisionChanges | undefined,
): readonly Selection[] {
  const accepted = baseline === undefined ? undefined : baselineAt(cli, baseline);
  return [
    ...(ignore ? [] : [UNSILENCED]),
    ...(changes ? [changedOnly(projects, changes)] : []),
    ...(accepted ? [updateBaseline ? accepting(cli, accepted) : unlessAccepted(cli, accepted)] : []),
  ];
}

/** Returns whether to use colours if the terminal format is the only output, else `undefined`. */
function prettyOnly(
  cli: Invocation,
  { ignore, baseline, color }: CheckCommandOptions,
  wanted: readonly Output[],
): { colours: boolean } | undefined {
  const [first, ...more] = wanted;
  if (first?.format !== 'pretty' || more.length > 0 || !ignore || baseline) return undefined;
  return { colours: !first.file && cli.colours(color) };
}

const writerOf = (cli: Invocation, { format, file }: Output, asOf: string, { color }: CheckCommandOptions): Writer =>
  writerIn(format, { ...packageContext(cli.surroundings.env), asOf, cwd: cli.cwd, colours: !file && cli.colours(color) }, topOf(cli));

function verdict(cli: Invocation, summary: Summary, maxWarnings = Number.POSITIVE_INFINITY): Status {
  if (summary.warnings > maxWarnings) {
    cli.say(
      `There ${summary.warnings === 1 ? 'is' : 'are'} ${counted(summary.warnings, 'warning')}; --max-warnings allows ${maxWarnings}.`,
    );
    return FOUND;
  }
  return summary.errors > 0 ? FOUND : CLEAN;
}
