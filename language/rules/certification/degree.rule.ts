import { definingFeatures, rule } from '../define.ts';
import { degreeFindings } from '../shared/degree.ts';

/** A certification is no degree. */
export default rule('certification/degree', {
  title: 'A certification gives no degree',
  severity: 'error',
  source: definingFeatures('Award'),
  appliesTo: 'certification',
  check(program, context) {
    degreeFindings(program, context, 'a certification', 'designation');
  },
});
