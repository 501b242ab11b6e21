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
    // All siblings of a kind are offered the same name.
    const offered = new Map<AnyBlock | undefined, Map<string, string>>();
    for (const problem of file.problems) {
      if (problem.rule !== 'missing-name') continue;
      const { block, span } = problem;
      const here = offered.get(block.parent) ?? new Map<string, string>();
      offered.set(block.parent, here);
      const at = offsets(block.kindSpan).end;
      const name = here.get(block.kind) ?? nameFor(block, names);
      here.set(block.kind, name);
      report({
        at: span,
        message: `${thisBlock(block)} has no name, so nothing can refer to it. Write a short one before its title.`,
        fixes: [fixOf(`Add the name "${name}"`, false, () => [{ start: at, end: at, text: ` ${name}` }])],
      });
    }
  },
});

/** Returns the kind with a number that is free in the block's scope. */
const nameFor = ({ kind, parent }: AnyBlock, names: Names): string =>
  numberedName(kind, name => (parent?.bearing(name).length ?? 0) > 0 || (parent?.kind === TOP && names.top(name).length > 0));
