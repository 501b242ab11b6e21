import { definingFeatures, rule } from '../define.ts';
import { crosswiseAccreditations } from '../shared/accreditation.ts';

/** A certification is accredited under a standard for certifications. */
export default rule('certification/accreditation', {
  title: 'A certification is accredited under a standard for certifications',
  severity: 'error',
  source: definingFeatures('Accreditation'),
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    crosswiseAccreditations(
      program,
      context,
      'a certification',
      ['certificate'],
      'Name a standard for certifications, or declare the program a certificate if that is what it is.',
    );
  },
});
