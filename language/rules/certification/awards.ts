/** Finds the awards of a certification that require no assessment. */

import { asksFor, isUngated, type Targets } from '../../analysis/program.ts';
import type { Award } from '../../vocabulary/award.ts';
import type { Program } from '../../vocabulary/program.ts';

/** Returns the awards whose requirements are all known and include no assessment, except awards for attendance. */
export function awardsWithoutAssessment(program: Program, targets: Targets): readonly Award[] {
  return program.all('award').filter(award => {
    if (award.type?.value === 'attendance') return false;
    const asked = asksFor(award, targets);
    return asked?.complete && isUngated(asked);
  });
}
