import { type WeightTotal, weightTotals } from '../../analysis/alignment.ts';
import { clauses, rule } from '../define.ts';

/** The shares of an examination make a whole. */
export default rule('alignment/weights-sum', {
  title: 'The weights of the domains add up to 100%',
  severity: 'error',
  source: clauses('NCCA-2021.S15'),
  appliesTo: ['certification', 'certificate', 'attendance', 'program'],
  check(program, { report }) {
    for (const total of weightTotals(program)) {
      if (!total.complete || total.fits) continue;
      const last = total.domains[total.domains.length - 1]!;
      report({
        at: last.weight!,
        message: `${sentence(total)} Check the weights, this one and the others.`,
        related: total.domains
          .slice(0, -1)
          .map(domain => ({ at: domain.weight!, message: `"${domain.label}" has a weight of ${shown(domain.weight!.value!)}.` })),
      });
    }
  },
});

function sentence({ of, assessments, low, high }: WeightTotal): string {
  const whose =
    of.kind === 'assessment' || assessments.length === 0
      ? `of "${of.label}"`
      : `that ${assessments.map(one => `"${one.label}"`).join(' and ')} ${assessments.length > 1 ? 'measure' : 'measures'}`;
  if (low === high) return `The weights of the domains ${whose} add up to ${percent(low)}, not 100%.`;
  return low > 100
    ? `Even the lowest weights of the domains ${whose} add up to ${percent(low)}, so no choice within the ranges gives 100%.`
    : `Even the highest weights of the domains ${whose} add up to ${percent(high)}, so no choice within the ranges gives 100%.`;
}

const percent = (number: number): string => `${Math.round(number * 100) / 100}%`;
const shown = ({ low, high }: { low: number; high: number }): string =>
  low === high ? percent(low) : `${percent(low)} to ${percent(high)}`;
