/** Reports degrees, and credit towards degrees, which belong to degree programs. */
import { replace } from '../../fixes/fix.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';

/** Reports them. `called` is the program's kind with its article; `award` is the type of award that fits it. */
export function degreeFindings(
  program: Program,
  { file, report }: RuleContext,
  called: string,
  award: 'certificate' | 'designation',
): void {
  for (const one of program.all('award')) {
    if (one.type?.value !== 'degree') continue;
    report({
      at: one.type,
      severity: 'error',
      message: `"${program.label}" is ${called}, but its award "${one.label}" is a degree. Degrees come from degree programs: say what holders of this program receive.`,
      fixes: [replace(file, one.type, award)],
    });
  }
  const credit = program.academicCredit;
  if (credit?.value === true) {
    report({
      at: credit,
      severity: 'information',
      nature: 'weak',
      message: `"${program.label}" gives academic credit. ${called[0]!.toUpperCase()}${called.slice(1)} stands outside degree study; check that the credit does not make it part of a degree.`,
      fixes: [replace(file, credit, 'no')],
    });
  }
}
