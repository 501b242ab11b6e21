/** Asks the server about programs, for all views. The types are the server's. */
import type { FilePlace, Readiness } from '../language/analysis/judging/readiness.ts';
import type { Standing } from '../language/analysis/standing/standing.ts';
import type { ProgramEntry } from '../server/standings.ts';
import type { Server } from './server.ts';

export type { ClauseState, ClauseStatus, FilePlace, Readiness } from '../language/analysis/judging/readiness.ts';
export type { Standing } from '../language/analysis/standing/standing.ts';
export type { ProgramEntry } from '../server/standings.ts';

/** Returns the programs of the workspace. Of two with one name in a file, the second is known by its index alone, so that ids differ. */
export async function programsOf(server: Server): Promise<readonly ProgramEntry[]> {
  const known = new Set<string>();
  const entries = await server.request<readonly ProgramEntry[]>('cred/programs', {});
  return entries.map(entry => {
    const { name, ...unnamed } = entry;
    const isSecond = name !== undefined && known.has(idOf(entry));
    known.add(idOf(entry));
    return isSecond ? unnamed : entry;
  });
}

/** Returns where a program stands; `null` if it no longer exists. */
export const standingOf = (server: Server, { uri, name, index }: ProgramEntry): Promise<Standing | null> =>
  server.request('cred/standing', { uri, program: name ?? index });

/** Returns an id that identifies a program and stays the same while it is edited. */
export const idOf = ({ uri, name, index }: ProgramEntry): string => `${uri}#${name ?? index}`;

/** Returns where to settle what a standard asks for: where the program names the standard, else at the program's head. */
export const placeOf = ({ at }: Readiness, { program }: Standing): FilePlace => at ?? program.at;
