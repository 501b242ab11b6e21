import { summativeAssessments } from '../../analysis/program.ts';
import { addBlock } from '../../fixes/fix.ts';
import { definingFeatures, rule } from '../define.ts';
import { awardsWithoutAssessment } from './awards.ts';

/** A certification rests on an assessment that counts. */
export default rule('certification/assessment', {
  title: 'A certification has a summative assessment',
  severity: 'warning',
  source: definingFeatures('Assessment'),
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    if (summativeAssessments(program).length > 0) return;
    // If an award requires only other things, certification/gate reports that.
    if (awardsWithoutAssessment(program, context).length > 0) return;
    const formative = program.all('assessment').length > 0;
    context.report({
      at: program,
      message: formative
        ? `Every assessment of "${program.label}" is formative, so nothing decides who is certified. Add the assessment that does.`
        : `"${program.label}" has no assessment. A certification rests on an assessment of what the role asks for: add it.`,
      fixes: [addBlock(context.file, program, { kind: 'assessment' })],
    });
  },
});
