import { portfolioRule } from './portfolio-rule.ts';
import { saysYes } from './promises.ts';
import { TRAINING } from './sources.ts';

/** Training must not promise the result of an assessment. */
export default portfolioRule('portfolio/pass-guarantee', {
  title: 'Training of the owner does not promise that people will pass',
  severity: 'warning',
  source: TRAINING,
  alone: true,
  check(program, portfolio, context) {
    saysYes(
      portfolio,
      'pass-guarantee',
      context,
      `Those who take training of the owner are promised that they will pass "${program.label}". Such a promise says that the assessment is not independent: take it back, and say "no" once that is so.`,
    );
  },
});
