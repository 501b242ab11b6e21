import { itemsOf, scoredItems, weightTotals } from '../../analysis/alignment.ts';
import { certainlySummative } from '../../analysis/program.ts';
import { practice, rule } from '../define.ts';
import { isPicked } from '../shared/picked.ts';

/** The number of items below which a score in a domain tells little. */
const FEWEST = 5;

/** A domain has enough items that its part of the score says something. */
export default rule('alignment/too-few-items', {
  title: 'Every domain gets enough items from its weight',
  severity: 'information',
  source: practice('Examination specifications: several items for each part that is reported on'),
  appliesTo: ['certification', 'certificate', 'program'],
  check(program, { report }) {
    const totals = weightTotals(program);
    for (const total of totals) {
      if (total.complete && !total.fits) continue;
      for (const assessment of certainlySummative(program).filter(one => total.assessments.includes(one) && isPicked(one))) {
        for (const domain of total.domains) {
          const items = domain.items ? undefined : itemsOf(domain, assessment, totals);
          if (!items || Math.round(items.high) >= FEWEST) continue;
          const count = Math.round(items.high);
          report({
            at: domain.weight!,
            nature: 'weak',
            message:
              `From its weight the domain "${domain.label}" gets about ${count} of the ${scoredItems(assessment)} scored items of "${assessment.label}". ` +
              `So few say little about it: consider a larger weight, more items, or joining it to another domain.`,
          });
        }
      }
    }
  },
});
