import { measuredBy } from '../../analysis/alignment.ts';
import { certainlySummative } from '../../analysis/program.ts';
import { clauses, rule } from '../define.ts';

/** A certification's examination is built on domains of the role rather than on what a course teaches. */
export default rule('alignment/measures-wrong-kind', {
  title: "A certification's examination measures domains",
  severity: 'information',
  source: clauses('NCCA-2021.S15'),
  reads: 'project',
  appliesTo: 'certification',
  check(program, { target, report }) {
    // If domains are not measured, alignment/domain-not-assessed reports that.
    const { to, open } = measuredBy(program, target);
    if (!open && program.all('domain').some(domain => !to.has(domain))) return;
    for (const assessment of certainlySummative(program)) {
      const measures = assessment.measures;
      if (!measures || assessment.all('domain').length > 0) continue;
      if (!measures.items.every(item => target(item)?.kind === 'outcome')) continue;
      report({
        at: measures,
        nature: 'weak',
        message:
          `"${assessment.label}" of the certification "${program.label}" measures learning outcomes and no domain. ` +
          `Outcomes come from instruction; describe what the role asks for as domains from the job analysis and name those.`,
      });
    }
  },
});
