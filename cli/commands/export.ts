/** `cred export [PATH…]`: writes programs in the formats of other systems, and lists what a format cannot express. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { Argument, Command, Option } from 'commander';
import { distinct } from '../../exchange/paths.ts';
import { TARGETS, type Target } from '../../exchange/targets.ts';
import { today } from '../../host/today.ts';
import { engine, exchange } from '../checking/bundles.ts';
import { gathered } from '../files/gathered.ts';
import { whyTooMuch } from '../files/room.ts';
import { writeNew } from '../files/targets.ts';
import { fileOf, isAuthors, notOver } from '../outputs.ts';
import { CLEAN, FOUND } from '../terminal/exit.ts';
import type { Invocation } from '../terminal/invocation.ts';

interface ExportCommandOptions {
  readonly to: Target;
  readonly output?: string;
  readonly language?: string;
  readonly force?: boolean;
}

const EXAMPLES = `
Forms:
${Object.entries(TARGETS)
  .map(([name, { says }]) => `  ${name.padEnd(13)}${says}`)
  .join('\n')}

Examples:
  cred export --to json                      everything, on the terminal
  cred export cwt.cred --to ctdl -o cwt.json --language en
  cred export --to open-badges -o badges/    a file for each program
  cred export --to xlsx -o programs.xlsx     programs, blueprint and readiness as a workbook

Exit code: 0 written, 1 a program lacks what the form asks for, 2 wrong usage, or a file that cannot be read or is there already.`;

/** Declares the command. */
export function exportCommand(cli: Invocation): Command {
  return new Command('export')
    .description('write programs as CTDL, Open Badges, JSON, CSV, Excel or Markdown')
    .addArgument(new Argument('[path...]', 'files or folders').default(['.'], 'the current folder'))
    .addOption(new Option('--to <form>', 'the form to write').choices(Object.keys(TARGETS)).makeOptionMandatory())
    .option('-o, --output <path>', 'the file or folder to write to (default: print)')
    .option('--language <tag>', 'the language of the texts, such as en (for CTDL, ELM and web pages)')
    .option('--force', 'overwrite existing files')
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: ExportCommandOptions) => run(cli, paths, options));
}

/** The forms that say in which language their texts are. */
const LANGUAGE: ReadonlySet<Target> = new Set(['ctdl', 'elm', 'html']);

function run(cli: Invocation, paths: string[], { to, output: given, language, force = false }: ExportCommandOptions): void {
  const output = fileOf(given);
  if (output !== undefined && isAuthors(output)) return cli.refuse(notOver(output));
  if (language !== undefined && !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language))
    return cli.refuse(`"${language}" is not the code of a language, such as en or fr-CA.`);
  if (language !== undefined && !LANGUAGE.has(to)) return cli.refuse('--language is for --to ctdl, --to elm and --to html.');
  if (to === 'xlsx' && output === undefined) return cli.refuse('A workbook cannot be printed. Name a file for it with -o.');
  const read = gathered(cli, paths);
  if (!read) return;
  const { projects } = read;
  const tooMuch = whyTooMuch(projects);
  if (tooMuch !== undefined) return cli.refuse(tooMuch);
  const [project, another] = projects.filter(one => one.files.some(({ reported }) => reported));
  if (!project) return cli.refuse('There are no programs in these files, so nothing is exported.');
  if (another) return cli.refuse('These files belong to several projects. Export the files of one at a time.');
  const { exportProject, leftPretty, shownPlace, workbookBytes } = exchange();
  const apart =
    output !== undefined && (/[\\/]$/.test(output) || (existsSync(cli.resolve(output)) && statSync(cli.resolve(output)).isDirectory()));
  const studies = to === 'xlsx' ? engine().studiesOf({ projects: [project], asOf: undefined, today: today() }) : [];
  if ('refused' in studies) return cli.refuse(studies.refused);
  const made = exportProject(project, to, {
    apart,
    studies,
    place: shownPlace(cli.cwd),
    ...(language !== undefined && { language }),
  });
  if ('refused' in made) {
    for (const one of made.refused) cli.say(one);
    cli.say('Nothing is exported.');
    cli.status = FOUND;
    return;
  }
  if (made.programs === 0 && to !== 'json' && to !== 'ctdl')
    return cli.refuse('There are no programs in these files, so nothing is exported.');
  cli.surroundings.stderr.write(leftPretty(made.left, cli.cwd));
  if (output === undefined) cli.print(made.files.map(({ text }) => text).join('\n'));
  else {
    const taken = new Set<string>();
    const files = made.files.map(({ name, text, sheets }) => {
      const shown = apart ? path.join(output, distinct(name, TARGETS[to].ending, taken)) : output;
      return { file: cli.resolve(shown), shown, text: sheets ? workbookBytes(sheets) : text };
    });
    const refused = writeNew(files, force);
    if (refused !== undefined) return cli.refuse(refused);
    for (const { shown } of files) cli.say(`"${shown}" is written.`);
  }
  if ((to === 'ctdl' || to === 'elm') && language === undefined)
    cli.say('The texts are written without their language; --language en says that they are English.');
  cli.status = CLEAN;
}
