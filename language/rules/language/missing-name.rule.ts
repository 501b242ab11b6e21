import { fixOf } from '../../fixes/fix.ts';
import type { AnyBlock } from '../../model/block.ts';
import { numberedName } from '../../model/free-name.ts';
import type { Names } from '../../model/scope.ts';
import { offsets } from '../../model/span.ts';
import { TOP } from '../../vocabulary/define.ts';
import { LANGUAGE, rule } from '../define.ts';
import { thisBlock } from './words.ts';

/** A block that others refer to has no name to do it by. */
export default rule('language/missing-name', {
  title: 'What others refer to has a name',
  severity: 'warning',
  source: LANGUAGE,
  check(file, { names, report }) {
    for (const problem of file.problems) {
      if (problem.rule !== 'missing-name') continue;
      const { block, span } = problem;
      const at = offsets(block.kindSpan).end;
      const name = nameFor(block, names);
      report({
        at: span,
        message: `${thisBlock(block)} has no name, so nothing can refer to it. Write a short one before its title.`,
        fixes: [fixOf(`Add the name "${name}"`, false, () => [{ start: at, end: at, text: ` ${name}` }])],
      });
    }
  },
});

/** The kind and a number that nothing in its scope bears. */
const nameFor = ({ kind, parent }: AnyBlock, names: Names): string =>
  numberedName(
    kind,
    name => parent?.children.some(child => child.name === name) === true || (parent?.kind === TOP && names.top(name).length > 0),
  );
