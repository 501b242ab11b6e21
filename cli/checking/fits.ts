/** Which path each program fits, as plain data: what `cred path` prints. Part of the engine's bundle. */
import type { ProgramKind } from '../../language/vocabulary/define.ts';
import type { Fit } from '../../library/api.ts';
import { fitOf } from '../../library/fit.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { shownPath } from '../files/paths.ts';
import { reader, type StandingsOptions } from './standings.ts';

export type { Fit };

export interface FitOptions extends StandingsOptions {
  readonly as?: ProgramKind;
  readonly cwd: string;
}

export const fitsOf = (projects: readonly ProjectFiles[], wishes: FitOptions): readonly Fit[] =>
  projects.flatMap(project =>
    reader(project, wishes).each((program, around) => fitOf(program, around, shownPath(around.file.uri, wishes.cwd), wishes.as)),
  );
