/** `cred diff A B` and `cred diff --since REVISION [PATH]`: describes what changed between two versions, in the words of the field. */

import { existsSync } from 'node:fs';
import { Argument, Command, Option } from 'commander';
import { textsSince } from '../../host/since.ts';
import { engine } from '../checking/bundles.ts';
import type { PathTexts } from '../checking/engine.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { gathered } from '../files/gathered.ts';
import { textsOf } from '../files/versions.ts';
import { type DiffFormat, differences } from '../formats/differences.ts';
import { CLEAN, FOUND } from '../terminal/exit.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { type ColourChoice, colorOption } from '../terminal/paint.ts';

interface DiffCommandOptions {
  readonly since?: string;
  readonly format: DiffFormat;
  readonly exitCode?: boolean;
  readonly color: ColourChoice;
}

/** Declares the command. */
export function diffCommand(cli: Invocation): Command {
  return new Command('diff')
    .description('show what changed between two versions of programs, and who is usually told of it')
    .addArgument(new Argument('[path...]', 'two files or folders; with --since one (default: the current folder)'))
    .option('--since <revision>', 'compare with this revision in git')
    .addOption(new Option('--format <format>', 'output format').choices(['text', 'markdown', 'json']).default('text'))
    .option('--exit-code', 'exit with code 1 if something changed')
    .addOption(colorOption())
    .addHelpText(
      'after',
      '\nExamples:\n  cred diff 2025/cwt.cred 2026/cwt.cred\n  cred diff --since v1.0 programs\n  cred diff --since HEAD~1 --format markdown\n\nExit code: 0 done, 1 with --exit-code when something changed, 2 wrong usage or unreadable input.',
    )
    .action((paths: string[], options: DiffCommandOptions) => run(cli, paths, options));
}

function run(cli: Invocation, paths: string[], { since, format, exitCode, color }: DiffCommandOptions): void {
  const wanted = since === undefined ? 2 : 1;
  if (since === undefined ? paths.length !== 2 : paths.length > 1)
    return cli.refuse(
      wanted === 2
        ? 'Two files or folders are to be named, the older one first; or one with --since.'
        : '--since takes one file or folder.',
    );
  const last = paths.at(-1) ?? '.';
  // A path that does not exist on disk existed at the revision, or is a mistake.
  const gone = since !== undefined && !existsSync(cli.resolve(last));
  const now = gone ? [] : read(cli, last);
  const after = now && textsOf(now);
  const before = since === undefined ? textsRead(cli, paths[0]!) : after && textsSince(since, { one: last, cwd: cli.cwd, now: after });
  if (gone && before?.length === 0) return cli.refuse(`There is no file or folder "${last}", nor was there one at ${since}.`);
  if (!before || !after) return cli.refuse();
  const changed = engine().changes(before, after);
  cli.print(differences(changed, format, cli.colours(color)));
  cli.status = exitCode && changed.length > 0 ? FOUND : CLEAN;
}

/** Reads the files that a path names; returns `undefined` after it has reported an error. */
const read = (cli: Invocation, one: string): readonly ProjectFiles[] | undefined => gathered(cli, [one])?.projects;

function textsRead(cli: Invocation, one: string): PathTexts | undefined {
  const projects = read(cli, one);
  return projects && textsOf(projects);
}
