import { addBlock } from '../../fixes/fix.ts';
import { clauses, rule } from '../define.ts';

/** A certification's examination is built on a study of the role. */
export default rule('certification/job-analysis', {
  title: 'A certification rests on a job analysis',
  severity: 'warning',
  source: clauses('NCCA-2021.S14'),
  appliesTo: 'certification',
  check(program, { file, report }) {
    if (program.all('job-analysis').length > 0) return;
    report({
      at: program,
      message: `"${program.label}" has no job analysis. What its examination covers comes from a study of what the role asks of people: add it.`,
      fixes: [addBlock(file, program, { kind: 'job-analysis' })],
    });
  },
});
