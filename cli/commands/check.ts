/** `cred check [PATH…]`: checks files and prints the findings. */

import path from 'node:path';
import { Argument, Command, Option } from 'commander';
import { ownedKey } from '../../language/model/asked-names.ts';
import { counted } from '../../language/model/sentence.ts';
import { baselineAt, compare, updateBaseline } from '../checking/baseline.ts';
import { asOfOf, type CheckOptions, type CheckSums, checkEach, checkProjects } from '../checking/check.ts';
import { packageContext } from '../checking/rule-pages.ts';
import { Threads } from '../checking/threads.ts';
import { ownerWords } from '../checking/top-level-names.ts';
import { watch } from '../checking/watch.ts';
import { changesSince, type RevisionChanges } from '../files/changed.ts';
import { type GatheredFiles, isIn } from '../files/gather.ts';
import { gathered } from '../files/gathered.ts';
import { readStdin } from '../files/stdin.ts';
import { topOf } from '../files/top.ts';
import { writeWhole } from '../files/write.ts';
import { FORMATS, SHOWS_EDITS, writerIn } from '../formats/formats.ts';
import { pieces, type Writer } from '../formats/writer.ts';
import { isAuthors, notOver, type Output, outputs } from '../outputs.ts';
import { byPlace, type CheckRun, type FileResult, retold, summaryOf } from '../result/result.ts';
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
  const result = await checked(cli, read, threads, options, wanted, changes);
  cli.status = verdict(cli, result, options.maxWarnings);
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

/** Checks the files and writes the findings: file after file if nothing has to be known of all files first. */
async function checked(
  cli: Invocation,
  { projects }: GatheredFiles,
  threads: Threads,
  options: CheckCommandOptions,
  wanted: readonly Output[],
  changes: RevisionChanges | undefined,
): Promise<CheckSums> {
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
    progress: line.told,
  };
  const shown = (file: FileResult): FileResult => (options.ignore ? file : unsilenced(file));
  const [only] = wanted;
  // A baseline or git can leave findings out only when all files are checked, silenced findings are counted anew, and files are written
  // before anything is printed.
  if (wanted.length === 1 && !only!.file && !changes && !options.baseline && options.ignore) {
    const writer = writerOf(cli, only!, asOf, options);
    const print = (text: string): void => {
      if (text === '') return;
      line.end();
      cli.print(text);
    };
    print(writer.begin);
    const sums = await checkEach(projects, setting, file => print(writer.file(file)));
    line.end();
    for (const text of writer.end(sums.summary)) cli.print(text);
    return sums;
  }
  const all = await checkProjects(projects, setting);
  line.end();
  const result = judged(cli, retoldAs(all, shown), options, changes);
  write(cli, result, wanted, options);
  return result;
}

/** Returns the result with other files, counted anew. */
const retoldAs = (result: CheckRun, shown: (file: FileResult) => FileResult): CheckRun => {
  const files = result.files.map(shown);
  return { ...result, files, summary: summaryOf(files) };
};

/** Returns the findings that remain after git's changes and the baseline have been taken into account. */
function judged(cli: Invocation, all: CheckRun, options: CheckCommandOptions, changes: RevisionChanges | undefined): CheckRun {
  const result = changes ? onlyChanged(all, changes) : all;
  if (options.updateBaseline) {
    const { added, gone, total } = updateBaseline(baselineAt(cli, options.baseline!), result);
    cli.say(`"${options.baseline}" accepts ${counted(total, 'finding')} now: ${added} added, ${gone} taken out.`);
    return retold(result, () => []);
  }
  if (!options.baseline) return result;
  const compared = compare(result, baselineAt(cli, options.baseline));
  if (compared.gone > 0)
    cli.say(
      `${compared.gone === 1 ? 'One accepted finding is gone; --update-baseline takes it' : `${compared.gone} accepted findings are gone; --update-baseline takes them`} out of "${options.baseline}".`,
    );
  return compared.result;
}

/** Returns whether to use colours if the terminal format is the only output, else `undefined`. */
function prettyOnly(
  cli: Invocation,
  { ignore, changed, baseline, color }: CheckCommandOptions,
  wanted: readonly Output[],
): { colours: boolean } | undefined {
  const [first, ...more] = wanted;
  if (first?.format !== 'pretty' || more.length > 0 || !ignore || changed || baseline) return undefined;
  return { colours: !first.file && cli.colours(color) };
}

/** Returns the file with silenced findings as ordinary ones. */
const unsilenced = (file: FileResult): FileResult => ({
  ...file,
  findings: [...file.findings, ...file.silenced].sort(byPlace),
  silenced: [],
  packed: undefined,
});

/**
 * Keeps the files that git reports as changed, and those whose findings depend on changed settings or on a name that a changed file
 * declares or declared.
 */
function onlyChanged(result: CheckRun, changes: RevisionChanges): CheckRun {
  const names = new Set<string>();
  for (const file of result.files) if (changes.files.has(file.file)) for (const name of file.names) names.add(name);
  for (const file of changes.files) {
    const before = changes.before(file);
    for (const name of topLevelNames(before)) names.add(name);
    for (const owner of ownerWords(before ?? '')) names.add(ownedKey(owner));
  }
  // If the settings changed, all files to which they apply may have other findings.
  const folders = [...changes.files].filter(file => path.basename(file) === 'cred.json').map(path.dirname);
  const concerned = ({ file, asked }: FileResult): boolean =>
    changes.files.has(file) || asked.some(name => names.has(name)) || folders.some(folder => isIn(file, folder));
  return retold({ ...result, files: result.files.filter(concerned) }, ({ findings }) => findings);
}

/** Returns the names that a text declared, approximately: a name too many only adds a file to the output. */
const topLevelNames = (text = ''): readonly string[] =>
  text.match(/(?<=^[ \t]*[\p{L}_][\p{L}\p{M}\p{N}_-]*[ \t]+)[\p{L}_][\p{L}\p{M}\p{N}_-]*/gmu) ?? [];

const writerOf = (cli: Invocation, { format, file }: Output, asOf: string, { color }: CheckCommandOptions): Writer =>
  writerIn(format, { ...packageContext(cli.surroundings.env), asOf, cwd: cli.cwd, colours: !file && cli.colours(color) }, topOf(cli));

function write(cli: Invocation, result: CheckRun, wanted: readonly Output[], options: CheckCommandOptions): void {
  // Files are written before anything is printed, so that a failure comes first.
  for (const output of [...wanted].sort((a, b) => Number(!a.file) - Number(!b.file))) {
    const told = pieces(writerOf(cli, output, result.asOf, options), result);
    if (output.file) writeWhole(cli.resolve(output.file), [...told].join(''), output.file);
    else for (const text of told) cli.print(text);
  }
}

function verdict(cli: Invocation, { summary }: CheckSums, maxWarnings = Number.POSITIVE_INFINITY): Status {
  if (summary.warnings > maxWarnings) {
    cli.say(
      `There ${summary.warnings === 1 ? 'is' : 'are'} ${counted(summary.warnings, 'warning')}; --max-warnings allows ${maxWarnings}.`,
    );
    return FOUND;
  }
  return summary.errors > 0 ? FOUND : CLEAN;
}
