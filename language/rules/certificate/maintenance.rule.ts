import { addProperty, fixOf, removeMember } from '../../fixes/fix.ts';
import { clauses, rule } from '../define.ts';

/** A certificate records what was learned; upkeep makes a hybrid of it. A term is fine, with its reason. */
export default rule('certificate/maintenance', {
  title: 'A certificate has no upkeep, and a reason for its term',
  severity: 'warning',
  source: clauses('ASTM-E2659-2024.C6-1-4'),
  appliesTo: 'certificate',
  check(program, { file, report }) {
    const upkeep = program.all('maintenance');
    const unexplained = program.all('award').filter(award => award.validFor?.value !== undefined && !award.termRationale);
    if (upkeep[0]) {
      report({
        at: upkeep[0],
        nature: 'contradiction',
        message:
          `"${program.label}" is a certificate program, but asks its holders for upkeep as a certification does. ` +
          `Take the upkeep out and let people take the course again, or describe a certification beside it.`,
        // Without it, the reason of each term is what is still to be said.
        fixes: [
          fixOf('Remove the upkeep', false, () => [
            ...upkeep.flatMap(one => removeMember(file, one, '').edits()),
            ...unexplained.flatMap(award => addProperty(file, award, 'term-rationale').edits()),
          ]),
        ],
      });
      // The term belongs to the maintenance, so it has no finding of its own.
      return;
    }
    for (const award of unexplained) {
      report({
        at: award,
        severity: 'information',
        message: `"${award.label}" is valid for ${file.textOf(award.validFor!.span)}, and no reason is given. Say why it ends then.`,
        fixes: [addProperty(file, award, 'term-rationale')],
      });
    }
  },
});
