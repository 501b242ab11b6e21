import { certainlySummative } from '../../analysis/program.ts';
import { replace } from '../../fixes/fix.ts';
import { clauses, rule } from '../define.ts';
import { onlyFormats } from './studies.ts';

/** Who fails learns where they stand. */
export default rule('measurement/pass-fail-only', {
  title: 'A score report says more than pass or fail',
  severity: 'information',
  source: clauses('NCCA-2021.S19'),
  appliesTo: ['certification', 'certificate'],
  check(program, { file, report }) {
    for (const assessment of certainlySummative(program)) {
      const words = assessment.scoreReport?.items ?? [];
      // A submitted work has no score to report.
      if (onlyFormats(assessment, 'project', 'portfolio')) continue;
      if (words.length === 0 || !words.every(({ value }) => value === 'pass-fail')) continue;
      report({
        at: assessment.scoreReport!,
        nature: 'weak',
        message: `The score report of "${assessment.label}" says pass or fail and nothing else. People who fail want to know how far they were from passing, and where: add "total" or "by-domain" if they are told.`,
        fixes: [replace(file, assessment.scoreReport!, 'pass-fail, ?', 'Leave room for what else is told')],
      });
    }
  },
});
