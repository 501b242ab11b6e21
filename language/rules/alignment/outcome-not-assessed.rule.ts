import { measuredBy } from '../../analysis/alignment.ts';
import { summativeAssessments } from '../../analysis/program.ts';
import { definingFeatures, rule } from '../define.ts';
import { linkFixes } from './link.ts';

/** What people are meant to learn, some assessment measures. An attendance program need not assess at all. */
export default rule('alignment/outcome-not-assessed', {
  title: 'Every intended learning outcome is assessed',
  severity: 'warning',
  source: definingFeatures('Assessment'),
  reads: 'project',
  appliesTo: ['certificate', 'certification', 'program'],
  check(program, { file, target, report }) {
    const measured = measuredBy(program, target);
    if (!measured.any || measured.open) return;
    const outcomes = program.all('outcome');
    // A certification's examination measures domains. Outcomes beside them belong to a course that prepares for it.
    if (program.kind === 'certification' && !outcomes.some(outcome => measured.to.has(outcome))) return;
    for (const outcome of outcomes) {
      if (measured.to.has(outcome)) continue;
      report({
        at: outcome,
        message: `No assessment of "${program.label}" measures the outcome "${outcome.label}". Name it under "measures" of the assessment that does, or add an assessment that will.`,
        fixes: linkFixes(file, summativeAssessments(program), 'measures', outcome),
      });
    }
  },
});
