/** Gathers the files of a command, and reports notes and problems on stderr. */
import type { Invocation } from '../terminal/invocation.ts';
import { type GatheredFiles, type GatherOptions, gather } from './gather.ts';

interface Options extends GatherOptions {
  /** Whether the command reports unreadable files as findings; otherwise they are reported on stderr. */
  readonly findings?: boolean;
}

/** Returns the files, or `undefined` if the command is refused because something named cannot be read. */
export function gathered(cli: Invocation, paths: readonly string[], options: Options = {}): GatheredFiles | undefined {
  const made = gather(paths, cli.cwd, options);
  tellNotes(cli, made, options);
  if (made.problems.length === 0) return made;
  cli.refuse();
  return undefined;
}

/** Prints the notes and problems of {@link gather} on stderr. */
export function tellNotes(
  cli: Invocation,
  { problems, notes, projects }: GatheredFiles,
  { findings = false }: Pick<Options, 'findings'> = {},
): void {
  const unread = projects
    .flatMap(({ unreadable }) => unreadable)
    .filter(({ reported }) => !(findings && reported))
    .map(({ shown, unreadable: { why, remedy } }) => `"${shown}" ${why}. ${remedy}`);
  for (const problem of problems) cli.complain(problem);
  for (const line of [...unread, ...notes]) cli.say(line);
}
