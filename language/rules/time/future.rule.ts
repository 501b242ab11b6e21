import { replace } from '../../fixes/fix.ts';
import type { Stated } from '../../model/block.ts';
import { isFuture } from '../../model/day.ts';
import type { Day } from '../../model/values.ts';
import { kindOf } from '../../vocabulary/kinds.ts';
import { practice, rule } from '../define.ts';
import { known } from './days.ts';

/** The dates of things that have been done. */
const DONE = ['conducted', 'done', 'approved', 'reviewed', 'granted'];

/** The properties that state when something is due. */
const DUE = ['next-due', 'due', 'application-due'];

/** What has been done was done by today. */
export default rule('time/future', {
  title: 'What has been done does not lie in the future',
  severity: 'error',
  source: practice('What the dates mean'),
  appliesTo: ['needs-analysis', 'job-analysis', 'standard-setting', 'evaluation', 'milestone', 'policy', 'accreditation'],
  check(block, { file, today, report }) {
    const planned = DUE.find(key => key in (kindOf(block.kind)?.properties ?? {}));
    for (const key of DONE) {
      const day = known(block.stated(key) as Stated<Day> | undefined);
      if (!day || !isFuture(day.value, today)) continue;
      report({
        at: day,
        message:
          `"${key}: ${day.value.text}" says that it has been done, but that day is still to come. ` +
          `Write the date once it is done; what is planned stands under ${planned ? `"${planned}"` : 'a milestone'}.`,
        fixes: [replace(file, day, '?', 'Write "?" until it is done')],
      });
    }
  },
});
