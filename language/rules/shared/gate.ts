/** Awards that nobody has to pass anything for. */

import { asksFor, isFormative, isUngated, type Targets } from '../../analysis/program.ts';
import type { NamedFacts } from '../../model/facts.ts';
import type { Award } from '../../vocabulary/award.ts';
import type { Program } from '../../vocabulary/program.ts';

/** Awards that say in full what they ask for, and can be had without an assessment that `counts` accepts. */
const awardsWithoutAssessment = (program: Program, targets: Targets, counts: (assessment: NamedFacts) => boolean): readonly Award[] =>
  program.all('award').filter(award => {
    const asked = asksFor(award, targets);
    return asked?.complete && isUngated(asked, counts);
  });

/** A certificate that is given without a summative assessment; that is a certificate of attendance. */
export const ungatedCertificates = (program: Program, targets: Targets): readonly Award[] =>
  awardsWithoutAssessment(program, targets, one => !isFormative(program, one)).filter(award => award.type?.value === 'certificate');
