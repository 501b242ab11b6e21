import { addBlock } from '../../fixes/fix.ts';
import { listedOnce, MOST_RELATED, placeOf, quoted } from './portfolio.ts';
import { portfolioRule } from './portfolio-rule.ts';
import { separationsOf, TOPICS } from './separations.ts';
import { FIREWALL } from './sources.ts';

/** An owner that certifies and teaches must state how it keeps the two apart. */
export default portfolioRule('portfolio/separation-missing', {
  title: 'An owner that certifies and teaches keeps the two apart',
  severity: 'warning',
  source: FIREWALL,
  check(program, portfolio, context) {
    const { file, names, report, block } = context;
    const { owner, certification } = portfolio;
    const alone = portfolio.instruction.filter(one => separationsOf(portfolio, one, names).length === 0).map(({ taught }) => taught);
    if (alone.length === 0) return;
    // A separation without `between` keeps all programs of the owner apart.
    const between = alone.length > MOST_NAMED ? [] : [`between: ${[certification, ...alone].map(({ path }) => path).join(', ')}`];
    const separation = { kind: 'separation', properties: [...between, ...TOPICS.map(topic => `${topic}: ?`)] };
    report({
      at: portfolio.at,
      message: `${quoted(owner)} certifies and teaches, but nothing says how "${program.label}" and ${listedOnce(alone.map(quoted))} are kept apart. Describe the separation, so that neither sways the other.`,
      fixes: [addBlock(file, block(program.owner, 'organization') ?? program, separation)],
      related: alone
        .slice(0, MOST_RELATED)
        .map(one => ({ at: placeOf(one, file), message: `${quoted(one)} is instruction of the same owner.` })),
    });
  },
});

const MOST_NAMED = 12;
