/** Finds the owner of a program. */
import type { NamedFacts } from '../../model/facts.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';

/** Returns the organization that the program names; `undefined` if it is a hole, cannot be resolved, or is one of several with the name. */
export function soleOwner(program: Program, { target, names }: Pick<RuleContext, 'target' | 'names'>): NamedFacts | undefined {
  const owner = target(program.owner);
  if (owner?.kind !== 'organization') return undefined;
  return names.top(owner.name).filter(({ kind }) => kind === 'organization').length === 1 ? owner : undefined;
}
