import { addStated } from '../../fixes/fix.ts';
import { isPast, later } from '../../model/day.ts';
import { counted } from '../../model/sentence.ts';
import { cite } from '../../vocabulary/citations.ts';
import { practice, rule } from '../define.ts';
import { current, isHistory, known, when } from './days.ts';

const YEARS = 5;

/** The role may have changed since the job analysis. */
export default rule('time/job-analysis-age', {
  title: 'The job analysis is recent',
  severity: 'information',
  source: practice(
    `Job analyses are made again after about five years, sooner where the work changes fast; no clause fixes a number, also not ${cite('NCCA-2021.S14')}`,
  ),
  limit: { default: YEARS, unit: 'years' },
  appliesTo: 'certification',
  check(program, { file, host, today, report }) {
    const years = host.limit?.('time/job-analysis-age') ?? YEARS;
    // Several blocks with the same date are parts of one study.
    const studies = current(program.all('job-analysis'));
    const [study] = studies;
    const conducted = known(study?.conducted);
    if (!study || !conducted || studies.some(one => one.nextDue) || isHistory(program, today)) return;
    const due = later(conducted.value, years, 'year');
    if (!due || !isPast(due, today)) return;
    report({
      at: conducted,
      nature: 'weak',
      message: `The newest job analysis of "${program.label}" was completed ${when(conducted.value)}, more than ${counted(years, 'year')} ago. Plan the next one, and state by "next-due" when it is due.`,
      fixes: [addStated(file, study, 'next-due', '?')],
    });
  },
});
