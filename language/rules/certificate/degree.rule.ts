import { definingFeatures, rule } from '../define.ts';
import { degreeFindings } from '../shared/degree.ts';

/** A certificate program is not a degree program. */
export default rule('certificate/degree', {
  title: 'A certificate program awards no degree',
  severity: 'error',
  source: definingFeatures('Instruction'),
  appliesTo: 'certificate',
  check(program, context) {
    degreeFindings(program, context, 'a certificate program', 'certificate');
  },
});
