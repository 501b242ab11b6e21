import { standsFor } from '../../analysis/alignment.ts';
import { summativeAssessments } from '../../analysis/program.ts';
import { addStated } from '../../fixes/fix.ts';
import type { Stated } from '../../model/block.ts';
import { isFuture, isPast, later } from '../../model/day.ts';
import type { Day } from '../../model/values.ts';
import { cite } from '../../vocabulary/citations.ts';
import { practice, rule } from '../define.ts';
import { current, exactly, isHistory, known, when } from './days.ts';

const YEARS = 2;

/** A passing score belongs to the content that it was set for. */
export default rule('time/standard-setting-age', {
  title: 'The passing score was set for the content of the newest job analysis',
  severity: 'information',
  source: practice(
    `A passing score is set again when the content of the examination changes with a new job analysis; ${cite('NCCA-2021.S17')} asks that it be looked at often enough`,
  ),
  limit: { default: YEARS, unit: 'years' },
  appliesTo: 'certification',
  check(program, { file, host, today, report }) {
    const years = host.limit?.('time/standard-setting-age') ?? YEARS;
    const analyses = program.all('job-analysis');
    const dates = analyses.flatMap(one => known(one.conducted) ?? []);
    const latest = known(current(analyses)[0]?.conducted);
    // A study in the future has changed nothing yet; its date has a finding of its own.
    if (!latest || isFuture(latest.value, today) || isHistory(program, today)) return;
    const replaced = new Set(program.all('assessment').map(one => standsFor(one.replaces)));
    for (const assessment of summativeAssessments(program)) {
      // An assessment that was replaced keeps the content for which its score was set.
      if (replaced.has(assessment)) continue;
      const studies = current(assessment.all('standard-setting'));
      const [study] = studies;
      const conducted = known(study?.conducted);
      if (!study || !conducted || studies.some(one => one.nextDue && isSoon(one.nextDue, today)) || isHistory(assessment, today)) continue;
      const beforeAll = dates.every(({ value }) => conducted.value.to < value.from);
      const lag = later(conducted.value, years, 'year');
      const longBefore = lag !== undefined && lag.to < latest.value.from;
      if (!beforeAll && !longBefore) continue;
      const year = later(latest.value, 1, 'year');
      report({
        at: conducted,
        // A full year has passed in which the score could be reviewed.
        ...(year && isPast(year, today) && { severity: 'warning' as const }),
        nature: 'weak',
        message:
          `The passing score of "${assessment.label}" was set ${when(conducted.value)}, before the job analysis of ${latest.value.text}. ` +
          `Have it set for the content as it is now, or state by "next-due" when that is planned, within a year.`,
        fixes: [addStated(file, study, 'next-due', '?')],
        related: [{ at: latest, message: 'The newest job analysis.' }],
      });
    }
  },
});

/** Returns whether a planned day is at most a year away, or not known yet. */
function isSoon({ value }: Stated<Day>, today: string): boolean {
  const inAYear = value && later(exactly(today), 1, 'year');
  return !inAYear || value.from <= inAYear.to;
}
