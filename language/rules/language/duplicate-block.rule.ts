import { removeMember } from '../../fixes/fix.ts';
import { LANGUAGE, rule } from '../define.ts';
import { inside } from './words.ts';

/** A second block of a kind that is given once. */
export default rule('language/duplicate-block', {
  title: 'Blocks that are given once stand once',
  severity: 'error',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule !== 'duplicate-block') continue;
      const { span, kind, block, parent, first } = problem;
      report({
        at: span,
        message: `Only one "${kind.name}" may stand ${inside(parent)}. Put what both say into one block.`,
        related: [{ at: first, message: 'The first one is here.' }],
        fixes: [removeMember(file, block, `Remove the second "${kind.name}"`)],
      });
    }
  },
});
