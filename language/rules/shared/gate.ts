/** Finds awards that people get without passing anything. */

import { asksFor, isFormative, isUngated, type Targets } from '../../analysis/program.ts';
import type { NamedFacts } from '../../model/facts.ts';
import type { Award } from '../../vocabulary/award.ts';
import type { Program } from '../../vocabulary/program.ts';

/** Returns the awards whose requirements are all known and include no assessment that `counts` accepts. */
const awardsWithoutAssessment = (program: Program, targets: Targets, counts: (assessment: NamedFacts) => boolean): readonly Award[] =>
  program.all('award').filter(award => {
    const asked = asksFor(award, targets);
    return asked?.complete && isUngated(asked, counts);
  });

/** Returns the certificates that require no summative assessment. Such a certificate is one of attendance. */
export const ungatedCertificates = (program: Program, targets: Targets): readonly Award[] =>
  awardsWithoutAssessment(program, targets, one => !isFormative(program, one)).filter(award => award.type?.value === 'certificate');
