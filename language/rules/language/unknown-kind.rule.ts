import { replace } from '../../fixes/fix.ts';
import { childKinds } from '../../vocabulary/kinds.ts';
import { LANGUAGE, rule } from '../define.ts';
import { didYouMean, inside, some } from './words.ts';

/** A block begins with a word that names no kind of block. */
export default rule('language/unknown-kind', {
  title: 'Every block is of a kind that Cred knows',
  severity: 'error',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule !== 'unknown-kind') continue;
      const { span, word, parent, nearest: near, sure, isKey, lone } = problem;
      const meant = near !== undefined && isKey ? `${near}:` : near;
      const here = childKinds(parent.kind).map(kind => kind.name);
      const instead = near === undefined && here.length > 0 ? ` The blocks that may stand ${inside(parent)} are ${some(here, 40)}.` : '';
      report({
        at: span,
        message: `There is no kind of block called "${word}".${didYouMean(meant)}${instead}`,
        // What nothing follows would say nothing when it is spelt right.
        fixes:
          meant === undefined || (isKey && !lone)
            ? []
            : [replace(file, span, lone ? `${meant} ${isKey ? '?' : '{ }'}` : meant, `Write "${meant}"`, sure === true && !isKey && !lone)],
      });
    }
  },
});
