/** Who owns a program, where that can be told. */
import type { NamedFacts } from '../../model/facts.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';

/** The organization that the program names; `undefined` for a hole, a name that stands for nothing, or one of two organizations. */
export function soleOwner(program: Program, { target, names }: Pick<RuleContext, 'target' | 'names'>): NamedFacts | undefined {
  const owner = target(program.owner);
  if (owner?.kind !== 'organization') return undefined;
  return names.top(owner.name).filter(({ kind }) => kind === 'organization').length === 1 ? owner : undefined;
}
