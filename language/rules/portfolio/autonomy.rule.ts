import { standardsSoughtOrHeld } from '../../analysis/program.ts';
import { fixWhereItStands } from '../../fixes/elsewhere.ts';
import { addBlock, addProperty } from '../../fixes/fix.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';
import { autonomous, governing } from './bodies.ts';
import { listedOnce, type Portfolio, placeOf, quoted } from './portfolio.ts';
import { portfolioRule } from './portfolio-rule.ts';
import { GOVERNANCE } from './sources.ts';

/** A body must decide freely about the certification, whatever else its organization sells. */
export default portfolioRule('portfolio/autonomy', {
  title: 'An autonomous body governs the certification',
  severity: 'information',
  source: GOVERNANCE,
  check(program, portfolio, context) {
    const bodies = governing(portfolio, context.names);
    if (bodies.length === 0) return none(program, portfolio, context);
    if (autonomous(bodies).length > 0) return;
    const { file, report } = context;
    const several = bodies.length > 1;
    const silent = bodies.filter(({ says }) => says.autonomous === undefined);
    const saysNo = bodies.some(({ says }) => says.autonomous?.[0] === 'no');
    const sought = standardsSoughtOrHeld(program, context).some(({ accredits }) => accredits.includes('certification'));
    report({
      at: portfolio.at,
      ...(saysNo && sought && { severity: 'warning' as const, nature: 'contradiction' as const }),
      message: `${listedOnce(bodies.map(quoted))} ${several ? 'govern' : 'governs'} "${program.label}", but ${several ? 'none of them is said to be autonomous' : silent.length > 0 ? 'is not said to be autonomous' : 'is said not to be autonomous'}. The organization also teaches, so a body should be free to take the essential decisions about the certification.`,
      fixes: silent.slice(0, 1).flatMap(body => fixWhereItStands(body, context, (where, block) => addProperty(where, block, 'autonomous'))),
      related: bodies.map(body => ({ at: placeOf(body, file), message: `${quoted(body)} governs it.` })),
    });
  },
});

function none(program: Program, { owner, at, certification }: Portfolio, context: RuleContext): void {
  const body = { kind: 'body', title: '?', known: { governs: certification.path } };
  context.report({
    at,
    message: `No body of ${quoted(owner)} is said to govern "${program.label}". The organization also teaches, so a body that is free in its decisions should decide about the certification: describe it.`,
    fixes: fixWhereItStands(owner, context, (where, organization) => addBlock(where, organization, body)),
  });
}
