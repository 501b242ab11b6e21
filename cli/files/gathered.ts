/** The files of a command, with a word on stderr about all that is not as it seems. */
import type { Invocation } from '../terminal/invocation.ts';
import { type GatheredFiles, type GatherOptions, gather } from './gather.ts';

interface Options extends GatherOptions {
  /** Whether the command makes findings of the files that cannot be read; else they are told on stderr. */
  readonly findings?: boolean;
}

/** `undefined` where the command is refused: something that was named cannot be read. */
export function gathered(cli: Invocation, paths: readonly string[], options: Options = {}): GatheredFiles | undefined {
  const made = gather(paths, cli.cwd, options);
  tellNotes(cli, made, options);
  if (made.problems.length === 0) return made;
  cli.refuse();
  return undefined;
}

/** Says on stderr what {@link gather} has to say. */
export function tellNotes(
  cli: Invocation,
  { problems, notes, projects }: GatheredFiles,
  { findings = false }: Pick<Options, 'findings'> = {},
): void {
  const unread = projects
    .flatMap(({ unreadable }) => unreadable)
    .filter(({ reported }) => !(findings && reported))
    .map(({ shown, unreadable: { why, remedy } }) => `"${shown}" ${why}. ${remedy}`);
  for (const line of [...problems, ...unread, ...notes]) cli.say(line);
}
