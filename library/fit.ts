/** Returns as plain data which path a program fits. Other programs rely on its form, which docs/cli.md describes. */
import { pathOf } from '../language/analysis/path.ts';
import { whatIf } from '../language/check/what-if.ts';
import type { ProgramKind } from '../language/vocabulary/define.ts';
import type { Program } from '../language/vocabulary/program.ts';
import type { Fit } from './api.ts';
import type { ProgramContext } from './judging.ts';

/** Judges one program. `place` is how its file is shown; `as` adds the findings that the program would have if it were of that kind. */
export function fitOf(program: Program, around: ProgramContext, place: string, as?: ProgramKind): Fit {
  const { file, names } = around;
  const { path, confidence, firmness, reasons, next } = pathOf(program, file, names);
  return {
    name: program.name ?? program.label,
    title: program.label,
    declared: program.kind,
    fits: path,
    confidence,
    ...(firmness !== undefined && { firmness }),
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
    ...(as && { as: { kind: as, findings: whatIf(program, as, around) } }),
  };
}
