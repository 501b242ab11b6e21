import { kindOf } from '../../vocabulary/kinds.ts';
import { LANGUAGE, rule } from '../define.ts';
import { references } from './references.ts';
import { calledKinds } from './words.ts';

/** A name that stands for a block of another kind. */
export default rule('language/wrong-reference', {
  title: 'Every reference names a block of the kind that is asked for',
  severity: 'error',
  source: LANGUAGE,
  reads: 'project',
  check(file, { names, report }) {
    for (const { path, wanted, found, segment } of references(file, names)) {
      const target = found[path.length - 1];
      // A kind that nobody knows is a slip of its own.
      const kind = target && kindOf(target.kind);
      if (!kind || wanted.includes(kind.name)) continue;
      report({
        at: segment(path.length - 1),
        message: `"${target.path}" is ${kind.called}, and the name of ${calledKinds(wanted)} is due here.`,
        related: [{ at: target, message: `"${target.path}" is named here.` }],
      });
    }
  },
});
