/** `cred import PATH…`: turns records of other systems into `.cred` files, and reports the fate of every value. */

import path from 'node:path';
import { Argument, Command, Option } from 'commander';
import type { ExistingBlock, ImportInput, ImportResult } from '../../exchange/import.ts';
import { distinct } from '../../exchange/paths.ts';
import { withoutEnding } from '../../exchange/targets.ts';
import { refusalIn } from '../../host/refusal.ts';
import { statsAt } from '../../host/stats.ts';
import { exchange } from '../checking/bundles.ts';
import { gather } from '../files/gather.ts';
import { readBytes } from '../files/read.ts';
import { recordFiles } from '../files/records.ts';
import { tellSettings } from '../files/settings.ts';
import { writeNew } from '../files/targets.ts';
import { fileOf } from '../outputs.ts';
import { CLEAN, FOUND } from '../terminal/exit.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { importStudy } from './import-study.ts';

interface ImportCommandOptions {
  readonly output?: string;
  readonly format: 'pretty' | 'json';
  readonly force?: boolean;
  readonly apply?: boolean;
  readonly split?: boolean;
}

const EXAMPLES = `
Reads CTDL in JSON-LD (single records, arrays, @graph, envelopes of the Registry, NDJSON),
badges (Open Badges 2.0 and 3.0, CLR 2.0), frameworks (CASE), Cred's own JSON, and sheets (CSV,
Excel) and Word documents with tables of programs, blueprints, outcomes, policies and others.

Examples:
  cred import record.json               print the program; the account of it goes to stderr
  cred import downloads -o programs     a .cred file for each file of a folder
  cred import sheet.csv -o . --format json
  cred import self-study.docx --apply   the answers that somebody filled in, as evidence
  cred import blueprint.xlsx            all sheets of a workbook; macros and links are never followed

Exit code: 0 everything was read, 1 something could not be, 2 wrong usage, a file that cannot be read or one that is there already.`;

/** Declares the command. */
export function importCommand(cli: Invocation): Command {
  return new Command('import')
    .description('make .cred files from CTDL, JSON, CSV, Excel or Word')
    .addArgument(new Argument('<path...>', 'files, or folders with .json, .jsonld, .ndjson, .zip, .csv, .tsv, .xlsx and .docx files'))
    .option('-o, --output <folder>', 'write .cred files into this folder (default: print the text)')
    .addOption(new Option('--format <format>', 'format of the account of every value').choices(['pretty', 'json']).default('pretty'))
    .option('--split', 'write a file for each program and organization')
    .option('--force', 'overwrite existing files')
    .option('--apply', 'take the answers of a self-study into the files of this folder (default: show the changes)')
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: ImportCommandOptions) => run(cli, paths, options));
}

function run(
  cli: Invocation,
  paths: string[],
  { output: given, format, force = false, split = false, apply = false }: ImportCommandOptions,
): void {
  const output = fileOf(given);
  if (split && output === undefined) return cli.refuse('--split writes files: name their folder with -o.');
  const inputs: ImportInput[] = [];
  const problems: ImportResult['problems'][number][] = [];
  const { importFiles, importJson, importPretty, inputsFrom, LARGEST, studyIn, tooLarge } = exchange();
  const names = new Map<string, string>();
  const files = recordFiles(paths, cli.cwd);
  if (typeof files === 'string') return cli.refuse(files);
  if (files.length === 0)
    for (const file of paths)
      problems.push({ file, at: '', why: 'There is no record in it: no .json, .jsonld, .ndjson, .csv, .tsv, .xlsx, .docx or .zip file.' });
  for (const { full, shown, within } of files) {
    names.set(shown, within);
    const size = statsAt(full)?.size ?? 0;
    if (size > LARGEST) {
      problems.push({ file: shown, at: '', why: tooLarge(size) });
      continue;
    }
    try {
      const read = inputsFrom(shown, readBytes(full, shown));
      inputs.push(...read.inputs);
      problems.push(...read.problems);
    } catch (error) {
      problems.push({ file: shown, at: '', why: refusalIn(error) });
    }
  }
  const study = studyIn(inputs);
  if (study === 'mixed') return cli.refuse('Import self-studies apart from other files.');
  if (study) {
    for (const { file, why } of problems) cli.say(`${file}: ${why}`);
    return importStudy(cli, study, apply);
  }
  if (apply) return cli.refuse('--apply is for self-studies that "cred readiness" wrote.');
  const taken = new Set<string>();
  // A file of an archive goes where the archive's name says.
  const nameOf = (file: string): string => {
    const [archive] = [...names.keys()].filter(one => file === one || file.startsWith(`${one}/`));
    const within = archive === undefined ? file : names.get(archive)! + file.slice(archive.length);
    return withoutEnding(within.replace(/\.zip(?=\/)/i, ''));
  };
  const targets = new Map(
    output === undefined ? [] : inputs.map(({ file }) => [file, path.join(output, distinct(nameOf(file), '.cred', taken))]),
  );
  const replaced = (file: string, name?: string): boolean =>
    force && (split ? path.basename(file) === `${name}.cred` : [...targets.values()].some(target => cli.resolve(target) === file));
  const imported = importFiles(inputs, output === undefined ? [] : knownAt(cli, output, replaced));
  const result: ImportResult = { ...imported, problems: [...problems, ...imported.problems] };
  const report = format === 'json' ? importJson(result) : importPretty(result);
  if (output === undefined) {
    cli.print(result.files.map(({ text }) => text).join('\n'));
    cli.surroundings.stderr.write(report);
  } else {
    const parts = new Set<string>();
    const written = result.files.flatMap(({ file, text, parts: blocks }) => {
      const some = split
        ? blocks.map(one => ({ shown: path.join(output, distinct(one.name, '.cred', parts)), text: one.text }))
        : [{ shown: targets.get(file)!, text }];
      return some.map(one => ({ file: cli.resolve(one.shown), ...one }));
    });
    const refused = writeNew(written, force);
    if (refused !== undefined) return cli.refuse(refused);
    cli.print(report);
    for (const { shown } of written) cli.say(`"${shown}" is written.`);
  }
  cli.status = result.problems.length > 0 ? FOUND : CLEAN;
}

/** Returns what the project of a folder has already, so that a record is not written twice. */
function knownAt(cli: Invocation, output: string, replaced: (file: string, name?: string) => boolean): ExistingBlock[] {
  if (!statsAt(cli.resolve(output))?.isDirectory()) return [];
  const { projects } = gather([output], cli.cwd);
  for (const { config } of projects) tellSettings(cli, config);
  return projects.flatMap(project => exchange().knownIn(project, replaced));
}
