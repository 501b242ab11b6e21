import { LANGUAGE, rule } from '../define.ts';

/** A day that no calendar has. */
export default rule('language/bad-date', {
  title: 'Every date is in the calendar',
  severity: 'error',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule === 'bad-date')
        report({ at: problem.span, message: `${problem.text} is not in the calendar: ${reason(problem.text)}` });
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
