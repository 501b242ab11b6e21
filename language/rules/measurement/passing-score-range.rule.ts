import { certainlySummative } from '../../analysis/program.ts';
import { replace } from '../../fixes/fix.ts';
import type { Assessment } from '../../vocabulary/assessment.ts';
import { clauses, rule } from '../define.ts';

/** A passing score can be reached. */
export default rule('measurement/passing-score-range', {
  title: 'The passing score lies within the scale',
  severity: 'error',
  source: clauses('NCCA-2021.S17'),
  appliesTo: ['certification', 'certificate', 'attendance'],
  check(program, { file, report }) {
    for (const assessment of certainlySummative(program)) {
      const wrong = whatIsWrong(assessment);
      if (!wrong) continue;
      const score = assessment.passingScore!;
      report({
        at: score,
        message: `The passing score of "${assessment.label}" cannot be: ${wrong}`,
        fixes: [replace(file, score, '?', 'Write "?" until it is known')],
      });
    }
  },
});

function whatIsWrong(assessment: Assessment): string | undefined {
  const score = assessment.passingScore?.value;
  if (!score || score.form === 'unpublished') return undefined;
  if (score.form === 'percent') return score.value > 100 ? `${score.value}% is more than all of it.` : undefined;
  if (score.form === 'number') {
    const scale = assessment.scoreScale?.value;
    if (!scale) return undefined;
    const [low, high] = [Math.min(scale.low, scale.high), Math.max(scale.low, scale.high)];
    return score.value < low || score.value > high ? `${score.value} lies beyond the score scale of ${low} to ${high}.` : undefined;
  }
  if (score.part > score.whole)
    return `${score.part} is more than ${score.whole}. The score that is enough comes first, the highest possible one second.`;
  const most = mostPoints(assessment);
  return most !== undefined && score.whole > most
    ? `it is out of ${score.whole}, but only ${most} items of this multiple-choice examination are scored. Check the items, the unscored ones and the score.`
    : undefined;
}

/** Returns the greatest possible number of points, if every item gives one. */
function mostPoints({ format, items, unscored }: Assessment): number | undefined {
  if (!format || !items?.value || !format.items.every(({ value }) => value === 'multiple-choice')) return undefined;
  const most = Math.max(items.value.low, items.value.high);
  const scored = most - (unscored?.value ?? 0);
  // More unscored items than items have a finding of their own.
  return scored > 0 ? scored : most;
}
