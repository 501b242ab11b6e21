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
      const { requires, oneOf } = award;
      report({
        at: requires ?? oneOf!,
        message: `"${award.label}" of the certification "${program.label}" ${oneOf ? 'can be had without an assessment' : 'requires no assessment'}, so people could hold it without being assessed. Name the assessment that they pass.`,
        ...(requires && oneOf && { related: [{ at: oneOf, message: 'Not all of these are assessments.' }] }),
        fixes: summativeAssessments(program).flatMap(assessment => linkFixes(file, [award], 'requires', assessment)),
      });
    }
  },
});
