/** What the server says of programs, asked for by all views. The shapes are the server's own. */
import type { FilePlace, Readiness } from '../language/analysis/judging/readiness.ts';
import type { Standing } from '../language/analysis/standing/standing.ts';
import type { ProgramEntry } from '../server/standings.ts';
import type { Server } from './server.ts';

export type { ClauseState, ClauseStatus, FilePlace, Readiness } from '../language/analysis/judging/readiness.ts';
export type { Standing } from '../language/analysis/standing/standing.ts';
export type { ProgramEntry } from '../server/standings.ts';

export const programsOf = (server: Server): Promise<readonly ProgramEntry[]> => server.request('cred/programs', {});

export const standingOf = (server: Server, { uri, name, index }: ProgramEntry): Promise<Standing | null> =>
  server.request('cred/standing', { uri, program: name ?? index });

/** What tells one program from all others, and stays while it is edited. */
export const idOf = ({ uri, name, index }: ProgramEntry): string => `${uri}#${name ?? index}`;

/** Where what a standard asks for is to be settled: where the program names it, else the program's head. */
export const placeOf = ({ at }: Readiness, { program }: Standing): FilePlace => at ?? program.at;
