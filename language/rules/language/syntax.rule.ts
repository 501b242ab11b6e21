import { slipFix } from '../../fixes/slip.ts';
import { LANGUAGE, rule } from '../define.ts';

/** What was half typed or pasted in another form. */
export default rule('language/syntax', {
  title: 'The text can be read as blocks and properties',
  severity: 'error',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule === 'syntax')
        report({ at: problem.span, message: problem.message, fixes: problem.fix ? [slipFix(file, problem.fix)] : [] });
    }
  },
});
