/** Finds what would be reported if a program were of another kind. Its file does not change. */

import type { Severity } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import { CredFile } from '../model/file.ts';
import type { TextRange } from '../model/lines.ts';
import { beginsIn } from '../model/lines.ts';
import type { Names } from '../model/scope.ts';
import type { ProgramKind } from '../vocabulary/define.ts';
import type { Program } from '../vocabulary/program.ts';
import { check } from './check.ts';

/** A finding that another kind of program would have. */
export interface Gap {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The range in the unchanged file, except on the program's first line after its kind. */
  readonly range: TextRange;
  /** Whether the finding does not exist for the present kind. */
  readonly isNew: boolean;
}

/**
 * Returns the findings in the program if it were of this kind, in the order of the text, without information and hints, which require
 * nothing.
 */
export function whatIf(
  program: Program,
  kind: ProgramKind,
  { file, names, host }: { file: CredFile; names: Names; host: Host },
): readonly Gap[] {
  const { start, end } = file.offsets(program.kindSpan);
  const other = CredFile.read(file.uri, `${file.text.slice(0, start)}${kind}${file.text.slice(end)}`);
  const now = new Set(within(file, program, names, host).map(keyOf));
  return within(other, other.programs[file.programs.indexOf(program)]!, names, host)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(one => ({
      rule: one.rule,
      severity: one.severity,
      message: one.message,
      range: one.range,
      isNew: !now.has(keyOf(one)),
    }));
}

const keyOf = ({ rule, message }: { rule: string; message: string }): string => `${rule} ${message}`;

function within(file: CredFile, program: Program, names: Names, host: Host) {
  const whole = file.range(program.span);
  return check(file, names, host).findings.filter(({ range }) => beginsIn(range, whole));
}
