import { rule } from '../define.ts';
import { saysYes } from './promises.ts';
import { FIREWALL } from './sources.ts';

/** Candidates buy what they like, from whom they like. */
export default rule('portfolio/purchase-required', {
  title: "Candidates need not buy the owner's training or material",
  severity: 'warning',
  source: FIREWALL,
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    saysYes(
      program,
      'purchase-required',
      context,
      `Candidates for "${program.label}" must buy training or material of its owner. Let them prepare as they like, and say "no" once that is so.`,
    );
  },
});
