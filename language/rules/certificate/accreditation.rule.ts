import { definingFeatures, rule } from '../define.ts';
import { crosswiseAccreditations } from '../shared/accreditation.ts';

/** Each kind has standards of its own. */
export default rule('certificate/accreditation', {
  title: 'A certificate program is accredited as one',
  severity: 'error',
  source: definingFeatures('Accreditation'),
  reads: 'project',
  appliesTo: 'certificate',
  check(program, context) {
    crosswiseAccreditations(
      program,
      context,
      'a certificate program',
      ['certification'],
      'Name a standard for certificate programs, such as ICE-1100-2019 or ASTM-E2659-2024.',
    );
  },
});
