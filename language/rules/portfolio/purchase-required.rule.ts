import { portfolioRule } from './portfolio-rule.ts';
import { saysYes } from './promises.ts';
import { FIREWALL } from './sources.ts';

/** Candidates are free to buy what they like, from whom they like. */
export default portfolioRule('portfolio/purchase-required', {
  title: "Candidates need not buy the owner's training or material",
  severity: 'warning',
  source: FIREWALL,
  alone: true,
  check(program, portfolio, context) {
    saysYes(
      portfolio,
      'purchase-required',
      context,
      `Candidates for "${program.label}" must buy training or material of its owner. Let them prepare as they like, and say "no" once that is so.`,
    );
  },
});
