/** Reports accreditations that a program of the declared kind cannot have. */

import { standardsSoughtOrHeld } from '../../analysis/program.ts';
import { removeMember } from '../../fixes/fix.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';

/**
 * Reports every standard that the program seeks or holds and that accredits only programs of `other`. `called` is the declared kind with
 * its article.
 */
export function crosswiseAccreditations(
  program: Program,
  context: RuleContext,
  called: string,
  other: readonly string[],
  instead: string,
): void {
  const { file, report } = context;
  for (const { accreditation, standard, accredits } of standardsSoughtOrHeld(program, context)) {
    if (accredits.length === 0 || !accredits.every(kind => other.includes(kind))) continue;
    const kinds = accredits.map(kind => `${kind === 'certificate' ? 'certificate program' : kind}s`).join(' and ');
    report({
      at: accreditation.standard!,
      severity: 'error',
      message: `"${program.label}" is ${called}, but "${standard.title ?? standard.name}" (${standard.name}) accredits ${kinds} only. ${instead}`,
      fixes: [removeMember(file, accreditation, 'Remove this accreditation')],
    });
  }
}
