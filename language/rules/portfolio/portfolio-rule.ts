/** Declares the rules about an organization that both certifies and teaches. */
import type { Program } from '../../vocabulary/program.ts';
import { type Rule, type RuleContext, rule } from '../define.ts';
import { ownerOfBoth, type Portfolio, portfolioOf } from './portfolio.ts';

/**
 * Declares a rule that runs on each certification of such an organization. It reports nothing for an organization that only certifies,
 * unless it asks what is said even there (`alone`).
 */
export const portfolioRule = (
  id: string,
  {
    check,
    alone = false,
    ...declared
  }: Pick<Rule, 'title' | 'severity' | 'source'> & {
    readonly alone?: boolean;
    check(program: Program, portfolio: Portfolio, context: RuleContext): void;
  },
): Rule =>
  rule(id, {
    ...declared,
    reads: 'project',
    appliesTo: 'certification',
    check(program, context) {
      const portfolio = alone ? portfolioOf(program, context) : ownerOfBoth(program, context);
      if (portfolio) check(program, portfolio, context);
    },
  });
