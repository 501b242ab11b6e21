import { later } from '../../model/day.ts';
import { practice, rule } from '../define.ts';
import { exactly, known } from './days.ts';

const YEARS = 1;
const CANDIDATES = 500;

/** Who applies has a year of administration behind it, or so many candidates. */
export default rule('time/too-early', {
  title: 'A program applies to the NCCA when it has run for a year or assessed 500 candidates',
  severity: 'information',
  source: practice('The NCCA takes applications after one year of administration or 500 candidates, whichever comes first'),
  reads: 'project',
  appliesTo: 'certification',
  check(program, { target, today, report }) {
    const launched = known(program.launched);
    const candidates = program.all('results').map(one => one.candidates?.value);
    if (!launched || candidates.length === 0 || candidates.some(count => count === undefined)) return;
    const assessed = (candidates as number[]).reduce((sum, count) => sum + count, 0);
    if (assessed >= CANDIDATES) return;
    for (const accreditation of program.all('accreditation')) {
      const standard = target(accreditation.standard);
      if (accreditation.status?.value !== 'seeking' || !standard?.name.startsWith('NCCA-')) continue;
      // A hole leaves the date of the application open.
      if (accreditation.applicationDue && !known(accreditation.applicationDue)) continue;
      const at = known(accreditation.applicationDue);
      const day = at?.value ?? exactly(today);
      // The longest possible time counts: from the first day of the launch date to the last day of the application date.
      const full = later(exactly(launched.value.from), YEARS, 'year');
      if (full && day.to >= full.from) continue;
      report({
        at: at ?? accreditation.standard!,
        nature: 'weak',
        message:
          `By ${at ? day.text : 'today'} "${program.label}" has run for less than a year, and it has assessed ${assessed} candidates. ` +
          `The NCCA takes applications after a year of administration or ${CANDIDATES} candidates, whichever comes first: choose a later deadline, or bring the figures up to date.`,
        related: [{ at: launched, message: 'It has run since then.' }],
      });
    }
  },
});
