/** Which path each program fits, as plain data: what `cred path` prints. Part of the engine's bundle. */
import { pathOf } from '../language/analysis/path.ts';
import { type Gap, whatIf } from '../language/findings/what-if.ts';
import type { TextRange } from '../language/model/lines.ts';
import type { ProgramKind } from '../language/vocabulary/define.ts';
import type { ProjectFiles } from './files.ts';
import { shownPath } from './paths.ts';
import { reader, type StandingWishes } from './standings.ts';

/** An entry of the JSON of `cred path`, a contract. */
export interface Fit {
  readonly name: string;
  readonly title: string;
  /** The kind that it is declared as; `program` where that is undecided. */
  readonly declared: string;
  readonly fits: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly {
    readonly dimension: string;
    readonly pointsTo: string;
    readonly because: string;
    readonly path: string;
    readonly range: TextRange;
  }[];
  readonly next: readonly string[];
  readonly path: string;
  readonly range: TextRange;
  /** What would be found if it were of the kind that was asked for. */
  readonly as?: { readonly kind: string; readonly findings: readonly Gap[] };
}

export interface FitWishes extends StandingWishes {
  readonly as?: ProgramKind;
  readonly cwd: string;
}

export const fitsOf = (projects: readonly ProjectFiles[], wishes: FitWishes): readonly Fit[] =>
  projects.flatMap(project =>
    reader(project, wishes).each((program, around): Fit => {
      const { file, names } = around;
      const place = shownPath(file.uri, wishes.cwd);
      const { path, confidence, reasons, next } = pathOf(program, file, names);
      return {
        name: program.name ?? program.label,
        title: program.label,
        declared: program.kind,
        fits: path,
        confidence,
        reasons: reasons.map(({ dimension, pointsTo, because, span }) => ({
          dimension,
          pointsTo,
          because,
          path: place,
          range: file.range(span),
        })),
        next,
        path: place,
        range: file.range(program.headSpan),
        ...(wishes.as && { as: { kind: wishes.as, findings: whatIf(program, wishes.as, around) } }),
      };
    }),
  );
