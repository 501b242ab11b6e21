import { awardsAttendanceOnly, summativeAssessments } from '../../analysis/program.ts';
import { addBlock } from '../../fixes/fix.ts';
import { definingFeatures, rule } from '../define.ts';
import { ungatedCertificates } from '../shared/gate.ts';

/** The certificate goes to those who passed. Silent where the award itself says that nobody has to. */
export default rule('certificate/assessment', {
  title: 'A certificate program has a summative assessment',
  severity: 'warning',
  source: definingFeatures('Assessment'),
  appliesTo: 'certificate',
  check(program, context) {
    if (summativeAssessments(program).length > 0 || awardsAttendanceOnly(program) || ungatedCertificates(program, context).length > 0)
      return;
    const { file, report } = context;
    const some = program.all('assessment').length > 0;
    report({
      at: program,
      message:
        (some ? `The assessments of "${program.label}" are all formative. ` : `"${program.label}" has no assessment. `) +
        `Its certificate goes to those who pass an assessment of the intended learning outcomes: add ${some ? 'one that counts' : 'it'}.`,
      fixes: [addBlock(file, program, { kind: 'assessment' }, some ? 'Add a summative assessment' : undefined)],
    });
  },
});
