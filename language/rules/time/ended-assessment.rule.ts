import { standsFor } from '../../analysis/alignment.ts';
import { replace } from '../../fixes/fix.ts';
import type { Stated } from '../../model/block.ts';
import type { Reference } from '../../model/values.ts';
import type { Assessment } from '../../vocabulary/assessment.ts';
import { definingFeatures, rule } from '../define.ts';
import { isHistory, known } from './days.ts';

/** Nobody can pass an assessment that is no longer given. */
export default rule('time/ended-assessment', {
  title: 'An award asks for assessments that are still given',
  severity: 'warning',
  source: definingFeatures('Award'),
  appliesTo: ['certification', 'certificate'],
  check(program, { file, today, report }) {
    if (isHistory(program, today)) return;
    const assessments = program.all('assessment');
    /** Returns the assessment that a value names, if its last day has passed. */
    const ended = (item: Stated<Reference>): Assessment | undefined => {
      const meant = standsFor(item);
      return assessments.find(one => one === meant && isHistory(one, today));
    };
    for (const award of program.all('award')) {
      const choice = award.oneOf?.items ?? [];
      // Of a choice, one that is still given is enough.
      const asked = [...(award.requires?.items ?? []), ...(choice.every(ended) ? choice : [])];
      const named = new Set([...(award.requires?.items ?? []), ...choice].map(standsFor));
      for (const item of asked) {
        const assessment = ended(item);
        if (!assessment) continue;
        const next = assessments.find(
          one => one.name !== undefined && standsFor(one.replaces) === assessment && !isHistory(one, today) && !named.has(one),
        );
        // Without another assessment in its place that the award does not ask for yet, the text may be behind rather than the award.
        if (!next) continue;
        const until = known(assessment.until)!;
        report({
          at: item,
          nature: 'contradiction',
          message:
            `"${award.label}" asks for "${assessment.label}", which was given until ${until.value.text} only, so nobody new can earn it. ` +
            `Ask for "${next.label}", which takes its place.`,
          fixes: [replace(file, item, next.name!, `Ask for "${next.label}"`)],
          related: [{ at: until, message: 'Its last day.' }],
        });
      }
    }
  },
});
