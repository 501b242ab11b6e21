import { replace } from '../../fixes/fix.ts';
import { dayOf } from '../../model/day.ts';
import { LANGUAGE, rule } from '../define.ts';

/** A day that no calendar has. */
export default rule('language/bad-date', {
  title: 'Every date is in the calendar',
  severity: 'error',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule !== 'bad-date') continue;
      const { span, text } = problem;
      const [year, month, day] = text.split('-');
      // Day and month may have changed places.
      const other = day && `${year}-${day}-${month}`;
      report({
        at: span,
        message: `${text} is not in the calendar: ${reason(text)}`,
        fixes: other && dayOf(other) ? [replace(file, span, other, `Write ${other}`, false)] : [],
      });
    }
  },
});

function reason(text: string): string {
  const [year, month, day] = text.split('-').map(Number);
  if (year === 0) return 'there is no year 0.';
  if (month !== undefined && (month < 1 || month > 12)) return `months are 01 to 12; this says ${text.slice(5, 7)}.`;
  const days = new Date(Date.UTC(year!, month!, 0)).getUTCDate();
  return day === 0 ? 'days begin with 01.' : `${text.slice(0, 7)} has ${days} days.`;
}
