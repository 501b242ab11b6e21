import { fixOf } from '../../fixes/fix.ts';
import { offsets } from '../../model/span.ts';
import { LANGUAGE, rule } from '../define.ts';
import { thisBlock } from './words.ts';

/** A block that readers know by its title has none. */
export default rule('language/missing-title', {
  title: 'What readers meet has a title',
  severity: 'warning',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule !== 'missing-title') continue;
      const { block, span } = problem;
      const at = offsets(block.nameSpan ?? block.kindSpan).end;
      report({
        at: span,
        message: `${thisBlock(block)} has no title. Write one in quotation marks, or "?" while it is not known.`,
        fixes: [fixOf('Add a title to fill in', false, () => [{ start: at, end: at, text: ' ?' }])],
      });
    }
  },
});
