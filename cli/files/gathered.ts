/** Gathers the files of a command, and reports notes and problems on stderr. */
import { FOUND } from '../terminal/exit.ts';
import type { Invocation } from '../terminal/invocation.ts';
import { type GatheredFiles, type GatherOptions, gather } from './gather.ts';
import { tellSettings, whyNotRewritten } from './settings.ts';

interface Options extends GatherOptions {
  /** Whether the command reports unreadable files as findings; otherwise they are reported on stderr. */
  readonly findings?: boolean;
  /** Whether the command rewrites files. If settings cannot be read, none is rewritten, and the command ends as `cred check` does. */
  readonly rewrites?: boolean;
}

/** Returns the files, or `undefined` if the command is refused because something named cannot be read. */
export function gathered(cli: Invocation, paths: readonly string[], options: Options = {}): GatheredFiles | undefined {
  const made = gather(paths, cli.cwd, options);
  tellNotes(cli, made, options);
  const why = options.rewrites ? made.projects.flatMap(({ config }) => whyNotRewritten(config) ?? []) : [];
  if (made.problems.length === 0 && why.length === 0) return made;
  if (made.problems.length > 0) cli.refuse();
  else cli.status = FOUND;
  for (const line of why) cli.complain(line);
  return undefined;
}

/** Prints the notes and problems of {@link gather} on stderr. */
export function tellNotes(cli: Invocation, gathered: GatheredFiles, options: Pick<Options, 'findings'> = {}): void {
  for (const problem of gathered.problems) cli.complain(problem);
  for (const line of notesOf(gathered, options)) cli.say(line);
  if (!options.findings) for (const { config } of gathered.projects) tellSettings(cli, config);
}

/** Returns what is to be said of files that are left out or cannot be read; with `findings`, those that have a finding are left out. */
export const notesOf = ({ notes, projects }: GatheredFiles, { findings = false }: Pick<Options, 'findings'> = {}): readonly string[] => {
  const unread = projects
    .flatMap(({ unreadable }) => unreadable)
    .filter(({ reported }) => !(findings && reported))
    .map(({ shown, unreadable: { why, remedy } }) => `"${shown}" ${why}. ${remedy}`);
  return [...unread, ...notes];
};
