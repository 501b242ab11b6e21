import { awardsAttendanceOnly } from '../../analysis/program.ts';
import { addBlock, addProperty, replace } from '../../fixes/fix.ts';
import type { Program } from '../../vocabulary/program.ts';
import { definingFeatures, type RuleContext, rule } from '../define.ts';

/** A certification awards a designation, and neither a license nor a proof of attendance. */
export default rule('certification/award', {
  title: 'A certification awards a designation',
  severity: 'warning',
  source: definingFeatures('Award'),
  appliesTo: 'certification',
  check(program, context) {
    const { file, report } = context;
    const awards = program.all('award');
    if (awards.length === 0) {
      report({
        at: program,
        message: `"${program.label}" does not say what people receive. Add its award: for a certification usually a designation.`,
        fixes: [addBlock(file, program, { kind: 'award' })],
      });
      return;
    }
    for (const award of awards) {
      if (award.type?.value !== 'license') continue;
      report({
        at: award.type,
        severity: 'error',
        message: `"${program.label}" is a certification, but its award "${award.label}" is a license. A license is permission from a public authority: say what the certification itself gives.`,
        fixes: [replace(file, award.type, 'designation')],
      });
    }
    if (awardsAttendanceOnly(program)) {
      const [first, ...others] = awards;
      report({
        at: first!.type!,
        severity: 'error',
        message: `"${program.label}" is a certification, but all it awards is proof of attendance. Say what those who pass receive, or declare the program "attendance".`,
        fixes: [replace(file, first!.type!, 'designation')],
        related: others.map(other => ({ at: other.type!, message: `"${other.label}" is for attendance, too.` })),
      });
    } else designation(program, context);
  },
});

/** Reports a missing designation, unless an award may be one, or another finding covers it. */
function designation(program: Program, { file, report }: RuleContext): void {
  const awards = program.all('award');
  const may = awards.some(({ type, letters }) =>
    type ? type.value === undefined || ['designation', 'license', 'degree'].includes(type.value) : letters !== undefined,
  );
  if (may) return;
  const untyped = awards.find(award => !award.type);
  report({
    at: program,
    severity: 'information',
    nature: 'weak',
    message: `No award of "${program.label}" is a designation. Most certifications give one; none is needed where the name of the certification is enough.`,
    fixes: [
      untyped
        ? addProperty(file, untyped, 'type')
        : addBlock(file, program, { kind: 'award', known: { type: 'designation', letters: undefined }, called: 'a designation' }),
    ],
  });
}
