/** `cred report [PATH…]`: makes one page about the programs, to look at, to print and to hand on. */
import { Argument, Command, Option } from 'commander';
import { today } from '../../host/today.ts';
import { engine, exchange } from '../checking/bundles.ts';
import type { ReportTask } from '../checking/reporting.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { gathered } from '../files/gathered.ts';
import { whyTooMuch } from '../files/room.ts';
import { writeWhole } from '../files/write.ts';
import { fileOf, isAuthors, notOver } from '../outputs.ts';
import { CLEAN } from '../terminal/exit.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { asOfOption } from '../terminal/options.ts';

interface ReportCommandOptions {
  readonly output?: string;
  readonly format?: ReportTask['format'] | 'docx';
  readonly for: ReportTask['reader'];
  readonly asOf?: string;
}

const EXAMPLES = `
Examples:
  cred report -o report.html            all programs of the current folder on one page
  cred report cwt.cred -o cwt.md        one program as Markdown
  cred report --for board -o board.html one page a program, for those who decide
  cred report --for board -o board.docx the same for Word; for a reviewer, with the self-study
  cred report --format markdown         the same on the terminal

Exit code: 0 written, 2 wrong usage, unreadable input or a file that cannot be written.`;

/** Declares the command. */
export function reportCommand(cli: Invocation): Command {
  return new Command('report')
    .description('draw a report of programs: where they stand, how ready they are, what comes next')
    .addArgument(new Argument('[path...]', 'files or folders').default(['.'], 'the current folder'))
    .option('-o, --output <file>', 'the file to write to; - for standard output (default: print)')
    .addOption(
      new Option('--format <format>', 'output format (default: by the ending of the file, else html)').choices([
        'html',
        'markdown',
        'docx',
      ]),
    )
    .addOption(
      new Option('--for <reader>', 'the reader: a reviewer gets everything with its place in the file, a board one page for each program')
        .choices(['reviewer', 'board'])
        .default('reviewer'),
    )
    .addOption(asOfOption())
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: ReportCommandOptions) => run(cli, paths, options));
}

function run(cli: Invocation, paths: string[], { output: given, format, asOf, for: reader }: ReportCommandOptions): void {
  const output = fileOf(given);
  if (output !== undefined && isAuthors(output)) return cli.refuse(notOver(output));
  const read = gathered(cli, paths);
  if (!read) return;
  const { projects } = read;
  const tooMuch = whyTooMuch(projects);
  if (tooMuch !== undefined) return cli.refuse(tooMuch);
  if (format === 'docx' || (format === undefined && /\.docx$/i.test(output ?? ''))) return asDocument(cli, projects, output, asOf, reader);
  const report = engine().tellReport(projects, {
    asOf,
    today: today(),
    cwd: cli.cwd,
    reader,
    format: format ?? (/\.(md|markdown)$/i.test(output ?? '') ? 'markdown' : 'html'),
  });
  if (report.programs === 0) return cli.refuse('There are no programs in these files, so no report is written.');
  if (output === undefined) cli.print(report.text);
  else {
    writeWhole(cli.resolve(output), report.text, output);
    cli.say(`"${output}" is written.`);
  }
  cli.status = CLEAN;
}

/** Writes the report for Word: a page for a board, and for a reviewer the self-study after it. */
function asDocument(
  cli: Invocation,
  projects: readonly ProjectFiles[],
  output: string | undefined,
  asOf: string | undefined,
  reader: ReportTask['reader'],
): void {
  if (output === undefined) return cli.refuse('A Word document cannot be printed. Name a file for it with -o.');
  const studies = engine().studiesOf({ projects, asOf, today: today() });
  if ('refused' in studies) return cli.refuse(studies.refused);
  if (studies.length === 0) return cli.refuse('There are no programs in these files, so no report is written.');
  const { boardBytes, studyBytes } = exchange();
  writeWhole(cli.resolve(output), reader === 'board' ? boardBytes(studies) : studyBytes(studies, 'docx', cli.cwd), output);
  cli.say(`"${output}" is written.`);
  cli.status = CLEAN;
}
