import { measuredBy } from '../../analysis/alignment.ts';
import { summativeAssessments } from '../../analysis/program.ts';
import { clauses, rule } from '../define.ts';
import { linkFixes } from './link.ts';

/** What the examination is said to cover, some assessment measures. */
export default rule('alignment/domain-not-assessed', {
  title: 'Every domain is assessed',
  severity: 'warning',
  source: clauses('NCCA-2021.S15'),
  reads: 'project',
  appliesTo: ['certification', 'certificate', 'program'],
  check(program, { file, target, report }) {
    const measured = measuredBy(program, target);
    if (!measured.any || measured.open) return;
    for (const domain of program.all('domain')) {
      if (measured.to.has(domain)) continue;
      report({
        at: domain,
        message: `No assessment of "${program.label}" measures the domain "${domain.label}". Name it under "measures" of the assessment that does, or take it out.`,
        fixes: linkFixes(file, summativeAssessments(program), 'measures', domain),
      });
    }
  },
});
