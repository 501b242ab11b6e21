/** Which awards of a certification ask for no assessment. */

import { asksFor, isUngated, type Targets } from '../../analysis/program.ts';
import type { Award } from '../../vocabulary/award.ts';
import type { Program } from '../../vocabulary/program.ts';

/** Awards that say what they ask for, all of it known and no assessment among it; other than for being there. */
export function awardsWithoutAssessment(program: Program, targets: Targets): readonly Award[] {
  return program.all('award').filter(award => {
    if (award.type?.value === 'attendance') return false;
    const asked = asksFor(award, targets);
    return asked?.complete && isUngated(asked);
  });
}
