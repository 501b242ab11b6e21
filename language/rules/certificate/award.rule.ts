import { awardsAttendanceOnly } from '../../analysis/program.ts';
import { addBlock, replace } from '../../fixes/fix.ts';
import { definingFeatures, rule } from '../define.ts';
import { declareAs } from '../shared/declare.ts';

const TYPES: Readonly<Record<string, string>> = {
  designation: 'a designation, which belongs to a certification',
  license: 'a license, which only a public authority gives',
};

/** What holders receive is a certificate; a badge, a card or a certificate of attendance may stand beside it. */
export default rule('certificate/award', {
  title: 'A certificate program awards a certificate',
  severity: 'warning',
  source: definingFeatures('Award'),
  appliesTo: 'certificate',
  check(program, { file, report }) {
    const awards = program.all('award');
    if (awards.length === 0) {
      report({
        at: program,
        message: `"${program.label}" does not say what people receive. Add its award: a certificate for those who pass.`,
        fixes: [addBlock(file, program, { kind: 'award' })],
      });
    }
    for (const award of awards) {
      const type = award.type?.value;
      if (type === undefined || !Object.hasOwn(TYPES, type)) continue;
      report({
        at: award.type!,
        severity: 'error',
        message: `"${program.label}" is a certificate program, but its award "${award.label}" is ${TYPES[type]}. Award a certificate, or describe this award in a program of its own.`,
        fixes: [replace(file, award.type!, 'certificate')],
      });
    }
    if (awardsAttendanceOnly(program)) {
      const [first, ...others] = awards;
      report({
        at: first!.type!,
        severity: 'error',
        message:
          `"${program.label}" is a certificate program, but all it awards is for attendance. ` +
          `Add a certificate for those who pass its assessment, or declare it an attendance program.`,
        fixes: [replace(file, first!.type!, 'certificate'), declareAs(program, 'attendance')],
        related: others.map(award => ({ at: award.type!, message: `"${award.label}" is for attendance too.` })),
      });
    }
  },
});
