import { certainlySummative } from '../../analysis/program.ts';
import { addProperty, replace } from '../../fixes/fix.ts';
import { definingFeatures, rule } from '../define.ts';

/** The assessment of a certificate program is about what its instruction taught. */
export default rule('certificate/linked-assessment', {
  title: "The assessment measures the instruction's outcomes",
  severity: 'warning',
  source: definingFeatures('Assessment'),
  appliesTo: 'certificate',
  check(program, { file, report, target }) {
    const hasOutcomes = program.all('outcome').length > 0;
    for (const assessment of certainlySummative(program)) {
      const { independent, measures } = assessment;
      if (independent?.value === true) {
        report({
          at: independent,
          severity: 'error',
          message:
            `"${program.label}" is a certificate program, but "${assessment.label}" is independent of its instruction. ` +
            `Say "no" if it assesses what this program teaches; otherwise describe it in a certification.`,
          fixes: [replace(file, independent, 'no')],
        });
      }
      if (!hasOutcomes) continue;
      if (!measures) {
        report({
          at: assessment,
          message: `"${assessment.label}" does not say which intended learning outcomes it measures. Name them, so that the certificate of "${program.label}" rests on what was taught.`,
          fixes: [addProperty(file, assessment, 'measures')],
        });
      } else if (measures.items.length > 0 && measures.items.every(item => target(item)?.kind === 'domain')) {
        report({
          at: measures,
          message: `"${assessment.label}" measures domains and no intended learning outcome. In "${program.label}" the assessment shows whether the outcomes of the instruction were reached: name those.`,
          fixes: [replace(file, measures, '?', 'Write "?" for now')],
        });
      }
    }
  },
});
