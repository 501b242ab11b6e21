/** `cred readiness [PATH…]`: prints how ready each program is for a standard, clause by clause, and what is left to do. */
import { Argument, Command, Option } from 'commander';
import { today } from '../../host/today.ts';
import { engine, exchange } from '../checking/bundles.ts';
import type { ReadinessTask, ReadinessTexts } from '../checking/standings.ts';
import { Threads } from '../checking/threads.ts';
import { gathered } from '../files/gathered.ts';
import { writeNew } from '../files/targets.ts';
import { readinessJsonOf } from '../formats/readiness-json.ts';
import { fileOf } from '../outputs.ts';
import { CLEAN } from '../terminal/exit.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { asOfOption, count } from '../terminal/options.ts';
import { type ColourChoice, colorOption } from '../terminal/paint.ts';
import { progress } from '../terminal/progress.ts';

interface ReadinessCommandOptions {
  readonly standard?: readonly string[];
  readonly format: 'pretty' | 'json' | 'docx' | 'xlsx';
  readonly output?: string;
  readonly asOf?: string;
  readonly jobs?: number;
  readonly color: ColourChoice;
}

const EXAMPLES = `
Examples:
  cred readiness                                  the programs of the current folder, by the standards that fit each
  cred readiness cwt.cred --standard NCCA-2021    one file by one standard
  cred readiness --format json > readiness.json
  cred readiness --format docx -o self-study.docx   to complete in Word; "cred import" takes the answers back

Exit code: 0 judged, 2 wrong usage, an unknown standard or unreadable input.`;

/** Declares the command. */
export function readinessCommand(cli: Invocation): Command {
  return new Command('readiness')
    .description('show how ready programs are for a standard; make the self-study')
    .addArgument(new Argument('[path...]', 'files or folders').default(['.'], 'the current folder'))
    .addOption(
      new Option(
        '--standard <name>',
        'the standard to judge by; several are allowed (default: those that a program seeks or holds, else those that accredit its kind)',
      ).argParser((one: string, before: readonly string[] = []) => [...before, one]),
    )
    .addOption(new Option('--format <format>', 'output format').choices(['pretty', 'json', 'docx', 'xlsx']).default('pretty'))
    .option('-o, --output <file>', 'the file for the self-study; for docx and xlsx')
    .addOption(asOfOption())
    .option('--jobs <number>', 'how many threads to use (default: by the number of files)', count(1))
    .addOption(colorOption())
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: ReadinessCommandOptions) => run(cli, paths, options));
}

async function run(cli: Invocation, paths: string[], options: ReadinessCommandOptions): Promise<void> {
  const { standard, format, asOf, color, jobs } = options;
  if (format === 'docx' || format === 'xlsx') return selfStudy(cli, paths, format, options);
  if (options.output !== undefined) return cli.refuse('-o is for --format docx and xlsx.');
  const threads = new Threads(jobs);
  const read = gathered(cli, paths, { listed: count => threads.expect(count) });
  if (!read) return;
  const { projects, notes } = read;
  const files = projects.reduce((sum, project) => sum + project.files.filter(({ reported }) => reported).length, 0);
  const task: ReadinessTask = {
    projects,
    asOf,
    today: today(),
    ...(standard && { standards: [...new Set(standard)] }),
    format,
    colours: cli.colours(color),
    cwd: cli.cwd,
  };
  const line = progress(cli.surroundings.stderr);
  const judged: ReadinessTexts[] = [];
  if (threads.areWorth(files)) {
    await threads.run<ReadinessTexts>(
      task,
      files,
      one => judged.push(one),
      done => line.show(done, files),
    );
  } else judged.push(engine().tellReadiness(task));
  line.end();
  const programs: (readonly [number, number, string])[] = [];
  for (const one of judged) {
    if ('refused' in one) return cli.refuse(one.refused);
    programs.push(...one.programs);
  }
  const texts = programs.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , text]) => text);
  if (texts.length === 0 && notes.length === 0) cli.say('There are no programs in these files.');
  cli.print(format === 'json' ? readinessJsonOf(texts) : texts.join('\n'));
  cli.status = CLEAN;
}

/** Writes the self-study: for each clause what is shown, the evidence, what is missing, and room for the answer. */
function selfStudy(
  cli: Invocation,
  paths: string[],
  form: 'docx' | 'xlsx',
  { standard, output: given, asOf }: ReadinessCommandOptions,
): void {
  const output = fileOf(given);
  if (output === undefined) return cli.refuse(`A self-study cannot be printed. Name a file for it, as in -o self-study.${form}.`);
  const read = gathered(cli, paths);
  if (!read) return;
  const studies = engine().studiesOf({
    projects: read.projects,
    asOf,
    today: today(),
    ...(standard && { standards: [...new Set(standard)] }),
  });
  if ('refused' in studies) return cli.refuse(studies.refused);
  if (studies.length === 0) return cli.refuse('There are no programs in these files, so no self-study is written.');
  // Somebody may have filled in the one that is there.
  const refused = writeNew([{ file: cli.resolve(output), shown: output, text: exchange().studyBytes(studies, form, cli.cwd) }], false);
  if (refused !== undefined) return cli.refuse(refused.replace(' --force writes over it.', ' It may hold answers; choose another name.'));
  cli.say(`"${output}" is written.`);
  cli.status = CLEAN;
}
