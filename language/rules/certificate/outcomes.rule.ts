import { addBlock } from '../../fixes/fix.ts';
import { definingFeatures, rule } from '../define.ts';

/** What participants are to learn is said beforehand; instruction and assessment rest on it. */
export default rule('certificate/outcomes', {
  title: 'A certificate program states its intended learning outcomes',
  severity: 'warning',
  source: definingFeatures('Assessment'),
  appliesTo: 'certificate',
  check(program, { file, report }) {
    if (program.all('outcome').length > 0) return;
    report({
      at: program,
      message: `"${program.label}" states no intended learning outcome. Add one for each thing that participants are to know or be able to do afterwards.`,
      fixes: [addBlock(file, program, { kind: 'outcome' })],
    });
  },
});
