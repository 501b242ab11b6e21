import { fixOf } from '../../fixes/fix.ts';
import { removal } from '../../fixes/place.ts';
import { LANGUAGE, rule } from '../define.ts';
import { inside } from './words.ts';

/** A property that its block states twice. */
export default rule('language/duplicate-property', {
  title: 'A block states each property once',
  severity: 'error',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule !== 'duplicate-property') continue;
      const { span, key, block, first, whole } = problem;
      const list = block.table?.properties[key]?.many ? ' Several values stand in one list, separated by commas.' : '';
      report({
        at: span,
        message: `"${key}" is stated twice ${inside(block)}, and only the first counts. Keep the one that is meant.${list}`,
        related: [{ at: first, message: 'It is stated here first.' }],
        fixes: [fixOf(`Remove the second "${key}"`, false, () => removal(file, whole))],
      });
    }
  },
});
