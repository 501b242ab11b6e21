import { certainlySummative } from '../../analysis/program.ts';
import { replace } from '../../fixes/fix.ts';
import { isFuture, later } from '../../model/day.ts';
import { clauses, rule } from '../define.ts';
import { isHistory, known, when } from './days.ts';

/** The number of days for which first scores are often held until the study is done. Nobody holds them for more than a year. */
const HELD = 90;

/** A passing score is set before people are judged by it. */
export default rule('time/passing-score-after-use', {
  title: 'The passing score was set before the examination was used',
  severity: 'warning',
  source: clauses('NCCA-2021.S17'),
  appliesTo: ['certification', 'certificate'],
  check(program, { file, today, report }) {
    if (isHistory(program, today)) return;
    for (const assessment of certainlySummative(program)) {
      const effective = known(assessment.effective);
      const studies = assessment.all('standard-setting').map(study => known(study.conducted));
      if (!effective || studies.length === 0 || studies.includes(undefined) || isHistory(assessment, today)) continue;
      const first = studies.reduce((a, b) => (b!.value.from < a!.value.from ? b : a))!;
      // A study in the future has a finding of its own.
      if (isFuture(first.value, today)) continue;
      const [held, year] = [later(effective.value, HELD, 'day'), later(effective.value, 1, 'year')];
      if (!held || first.value.from <= held.to) continue;
      const long = year !== undefined && first.value.from > year.to;
      report({
        at: effective,
        severity: long ? 'warning' : 'information',
        nature: long ? 'contradiction' : 'weak',
        message:
          `"${assessment.label}" is used since ${effective.value.text}, but the first study of its passing score was made ${when(first.value)}. ` +
          `${long ? 'State the study that the first candidates were judged by, or check the dates.' : 'Say in its report how the first scores were handled, or check the dates.'}`,
        fixes: [replace(file, effective, '?', 'Write "?" until the date is known')],
        related: [{ at: first, message: 'The first study that is listed.' }],
      });
    }
  },
});
