import { fixWhereItStands } from '../../fixes/elsewhere.ts';
import { addProperty } from '../../fixes/fix.ts';
import { autonomous, governing } from './bodies.ts';
import { listedOnce, placeOf, quoted } from './portfolio.ts';
import { portfolioRule } from './portfolio-rule.ts';
import { GOVERNANCE } from './sources.ts';

/** A member of the governing body must speak for the public. */
export default portfolioRule('portfolio/public-member', {
  title: 'The body that governs the certification has a public member',
  severity: 'information',
  source: GOVERNANCE,
  check(program, portfolio, context) {
    const { file, names, report } = context;
    const all = governing(portfolio, names);
    const free = autonomous(all);
    const bodies = free.length > 0 ? free : all;
    const known = bodies.some(({ says, open }) => open.includes('public-members') || Number(says['public-members']?.[0] ?? 0) > 0);
    // If there is no body, another rule reports that.
    if (bodies.length === 0 || known) return;
    const silent = bodies.filter(({ says }) => says['public-members'] === undefined);
    report({
      at: portfolio.at,
      message: `${listedOnce(bodies.map(quoted))} ${bodies.length > 1 ? 'govern' : 'governs'} "${program.label}" without a seat for somebody who speaks for the public. State how many public members there are.`,
      fixes: silent
        .slice(0, 1)
        .flatMap(body => fixWhereItStands(body, context, (where, block) => addProperty(where, block, 'public-members'))),
      related: bodies.map(body => ({ at: placeOf(body, file), message: `${quoted(body)} governs it.` })),
    });
  },
});
