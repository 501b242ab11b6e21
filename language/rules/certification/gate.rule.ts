import { summativeAssessments } from '../../analysis/program.ts';
import { linkFixes } from '../alignment/link.ts';
import { definingFeatures, rule } from '../define.ts';
import { awardsWithoutAssessment } from './awards.ts';

/** Nobody is certified without an assessment. */
export default rule('certification/gate', {
  title: 'The award of a certification requires an assessment',
  severity: 'error',
  source: definingFeatures('Assessment'),
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    const { file, report } = context;
    for (const award of awardsWithoutAssessment(program, context)) {
      report({
        at: award.requires!,
        message: `"${award.label}" of the certification "${program.label}" requires no assessment, so people could hold it without being assessed. Name the assessment that they pass.`,
        fixes: summativeAssessments(program).flatMap(assessment => linkFixes(file, [award], 'requires', assessment)),
      });
    }
  },
});
