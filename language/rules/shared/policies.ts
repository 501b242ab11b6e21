/** Finds the policies that apply to a program: its own and its owner's. */
import type { AnyBlock } from '../../model/block.ts';
import { type BlockFacts, plain, valuesOf } from '../../model/facts.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';
import { soleOwner } from './owner.ts';

/** A policy, either a block of this file or known by its facts. */
export interface HeldPolicy {
  readonly at: AnyBlock | BlockFacts;
  /** Returns the words and names of a property. A hole gives none. */
  says(key: 'covers' | 'for' | 'decided-by'): readonly string[];
  /** Returns whether a property has a hole or an unreadable value. */
  isOpen(key: 'covers' | 'for' | 'decided-by'): boolean;
}

const inFile = (policy: AnyBlock): HeldPolicy => {
  const values = (key: string): readonly unknown[] => valuesOf(policy.stated(key)).map(({ value }) => value);
  return {
    at: policy,
    says: key => values(key).flatMap(value => (value === undefined ? [] : plain(value))),
    isOpen: key => values(key).includes(undefined),
  };
};
const byFacts = (policy: BlockFacts): HeldPolicy => ({
  at: policy,
  says: key => policy.says[key] ?? [],
  isOpen: key => policy.open.includes(key),
});

/** Returns the last part of a name, because an owner's policy may name "CWT" and another block "ABWP.board". */
export const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/**
 * Returns every policy that applies to the program. A policy that names programs applies only to those; a hole among them may be this one.
 * Returns `undefined` if the owner, and therefore its policies, cannot be determined.
 */
export function policiesOf(program: Program, context: RuleContext): readonly HeldPolicy[] | undefined {
  const owner = soleOwner(program, context);
  // A misspelt owner has a finding of its own.
  if (program.owner && !owner && !program.owner.isHole) return undefined;
  const all = [...program.all('policy').map(inFile), ...(owner?.parts.filter(({ kind }) => kind === 'policy') ?? []).map(byFacts)];
  return all.filter(policy => {
    const programs = policy.says('for');
    return policy.isOpen('for') || programs.length === 0 || programs.some(named => lastOf(named) === program.name);
  });
}
