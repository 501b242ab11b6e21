import type { Fix } from '../../findings/finding.ts';
import { addBlock, addProperty, fixOf, replace } from '../../fixes/fix.ts';
import type { CredFile } from '../../model/file.ts';
import type { Award } from '../../vocabulary/award.ts';
import type { Maintenance } from '../../vocabulary/maintenance.ts';
import type { Program } from '../../vocabulary/program.ts';
import { clauses, rule } from '../define.ts';

/** Holders of a certification keep it up. */
export default rule('certification/maintenance', {
  title: 'A certification is kept up',
  severity: 'warning',
  source: clauses('NCCA-2021.S21'),
  appliesTo: 'certification',
  check(program, { file, report }) {
    const forLife = program.all('award').filter(award => award.lifetime?.value === true && award.type?.value !== 'attendance');
    const renewals = program.all('maintenance');
    for (const award of forLife) {
      report({
        at: award.lifetime!,
        severity: 'error',
        message: `"${award.label}" is valid for life, but ${
          renewals.length > 0
            ? `"${program.label}" says how holders renew it. It is valid until then: say "no".`
            : `"${program.label}" is a certification, whose holders show from time to time that they are still competent. State how long it is valid and how it is renewed.`
        }`,
        fixes: [notForLife(file, program, award)],
        related: renewals.map(at => ({ at, message: 'This is how it is renewed.' })),
      });
    }
    const paid = program.all('charge').some(charge => charge.for?.value === 'renewal');
    for (const maintenance of renewals) {
      if (asksSomething(maintenance) || !(maintenance.fee || paid)) continue;
      report({
        at: maintenance,
        message: `Renewal of "${program.label}" asks for a fee and nothing else, so it shows nothing of what holders can do today. Say what else they do: continuing education, practice or another examination.`,
        fixes: [addProperty(file, maintenance, 'continuing-education')],
      });
    }
    if (forLife.length > 0 || renewals.length > 0) return;
    report({
      at: program,
      message: `"${program.label}" does not say how holders keep it up. A certification is renewed from time to time: add its maintenance.`,
      fixes: [addBlock(file, program, { kind: 'maintenance' })],
    });
  },
});

/** Returns whether the maintenance requires more than money, or a hole may. */
const asksSomething = (maintenance: Maintenance): boolean =>
  ASKS.some(key => {
    const stated = maintenance.stated(key);
    return stated !== undefined && !('value' in stated && stated.value === false);
  }) || maintenance.all('requirement').length > 0;

const ASKS: readonly string[] = ['continuing-education', 'completes', 'passes', 'reexamination', 'practice', 'ethics', 'conditions'];

/** Returns a fix that removes `lifetime`, and also adds maintenance if none is stated. */
function notForLife(file: CredFile, program: Program, award: Award): Fix {
  const no = replace(file, award.lifetime!, 'no');
  if (program.all('maintenance').length > 0) return no;
  return fixOf('Write "no" and add the maintenance', false, () => [
    ...no.edits(),
    ...addBlock(file, program, { kind: 'maintenance' }).edits(),
  ]);
}
