/** The policies that hold for a program, its own and those of its owner. */
import type { AnyBlock } from '../../model/block.ts';
import { type BlockFacts, plain, valuesOf } from '../../model/facts.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';
import { soleOwner } from './owner.ts';

/** A policy, whether it stands in this file or is known by its facts. */
export interface HeldPolicy {
  readonly at: AnyBlock | BlockFacts;
  /** The words and names of a property; a hole leaves none. */
  says(key: 'covers' | 'for' | 'decided-by'): readonly string[];
  /** Whether a property has a hole, or a value that cannot be read. */
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

/** The last part of a name: an owner's policy may say "CWT", another block "ABWP.board". */
export const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/**
 * Every policy that holds for the program. One that names programs holds for those alone; a hole among them may be this one.
 * `undefined` where the owner cannot be told, so that its policies are not known.
 */
export function policiesOf(program: Program, context: RuleContext): readonly HeldPolicy[] | undefined {
  const owner = soleOwner(program, context);
  // A misspelt owner is another finding.
  if (program.owner && !owner && !program.owner.isHole) return undefined;
  const all = [...program.all('policy').map(inFile), ...(owner?.parts.filter(({ kind }) => kind === 'policy') ?? []).map(byFacts)];
  return all.filter(policy => {
    const programs = policy.says('for');
    return policy.isOpen('for') || programs.length === 0 || programs.some(named => lastOf(named) === program.name);
  });
}
