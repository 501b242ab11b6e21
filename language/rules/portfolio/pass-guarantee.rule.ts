import { rule } from '../define.ts';
import { saysYes } from './promises.ts';
import { TRAINING } from './sources.ts';

/** Training never promises the outcome of an assessment. */
export default rule('portfolio/pass-guarantee', {
  title: 'Training of the owner does not promise that people will pass',
  severity: 'warning',
  source: TRAINING,
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    saysYes(
      program,
      'pass-guarantee',
      context,
      `Those who take training of the owner are promised that they will pass "${program.label}". Such a promise says that the assessment is not independent: take it back, and say "no" once that is so.`,
    );
  },
});
