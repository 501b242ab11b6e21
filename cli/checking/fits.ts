/** Returns as plain data which path each program fits, for `cred path`. It is part of the engine's bundle. */
import type { ProgramKind } from '../../language/vocabulary/define.ts';
import type { Fit } from '../../library/api.ts';
import { fitOf } from '../../library/fit.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { shownPath } from '../files/paths.ts';
import { reader, type StandingsOptions } from './standings.ts';

export type { Fit };

/** How to judge, and the kind to compare with. */
export interface FitOptions extends StandingsOptions {
  readonly as?: ProgramKind;
  readonly cwd: string;
}

/** Judges every program of the requested files. */
export const fitsOf = (projects: readonly ProjectFiles[], wishes: FitOptions): readonly Fit[] =>
  projects.flatMap(project =>
    reader(project, wishes).each((program, around) => fitOf(program, around, shownPath(around.file.uri, wishes.cwd), wishes.as)),
  );
