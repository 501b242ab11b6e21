import { certainlySummative } from '../../analysis/program.ts';
import { addProperty, replace } from '../../fixes/fix.ts';
import { definingFeatures, rule } from '../define.ts';

/** A certification's assessment stands apart from any class. */
export default rule('certification/independent-assessment', {
  title: "A certification's assessment is independent of any class",
  severity: 'warning',
  source: definingFeatures('Assessment'),
  appliesTo: 'certification',
  check(program, { file, report }) {
    for (const assessment of certainlySummative(program)) {
      const { independent } = assessment;
      if (!independent) {
        report({
          at: assessment,
          message: `"${assessment.label}" does not say whether it can be taken without a particular class. The assessment of a certification is independent of any class: state it.`,
          fixes: [addProperty(file, assessment, 'independent')],
        });
      } else if (independent.value === false) {
        report({
          at: independent,
          severity: 'error',
          message:
            `"${assessment.label}" is tied to a class, but "${program.label}" is a certification, whose assessment is independent of any class. ` +
            `Open it to people who learned elsewhere, or describe the class and its test as a certificate program of its own.`,
          fixes: [replace(file, independent, 'yes')],
        });
      }
    }
  },
});
