import { certainlySummative } from '../../analysis/program.ts';
import { addProperty } from '../../fixes/fix.ts';
import { clauses, rule } from '../define.ts';

/** An assessment that decides says what is enough to pass. */
export default rule('measurement/passing-score-missing', {
  title: 'A summative assessment has a passing score',
  severity: 'warning',
  source: clauses('NCCA-2021.S17'),
  appliesTo: ['certification', 'certificate'],
  check(program, { file, report }) {
    for (const assessment of certainlySummative(program)) {
      if (assessment.passingScore) continue;
      // If a quota of people pass, there is no score to state; measurement/norm-referenced reports that.
      const quota = assessment.all('standard-setting').some(({ method }) => method?.items.some(({ value }) => value === 'quota'));
      if (quota || assessment.scoring?.value === 'norm-referenced') continue;
      report({
        at: assessment,
        message: `"${assessment.label}" of "${program.label}" does not say what is enough to pass. State its passing score; "unpublished" will do where it is not made public.`,
        fixes: [addProperty(file, assessment, 'passing-score')],
      });
    }
  },
});
