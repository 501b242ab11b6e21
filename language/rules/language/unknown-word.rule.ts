import { replace } from '../../fixes/fix.ts';
import { LANGUAGE, rule } from '../define.ts';
import { choices, didYouMean } from './words.ts';

/** A word that its property does not allow. */
export default rule('language/unknown-word', {
  title: 'Every word is one that its property allows',
  severity: 'error',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule !== 'unknown-word') continue;
      const { span, word, key, table, nearest: near, sure } = problem;
      const allowed = table.type === 'yes-no' ? ['yes', 'no'] : Object.keys(table.words ?? {});
      report({
        at: span,
        message: `"${key}" does not know the word "${word}".${didYouMean(near)}${near === undefined ? ` It takes ${choices(word, allowed)}.` : ''}`,
        fixes: near === undefined ? [] : [replace(file, span, near, undefined, sure === true)],
      });
    }
  },
});
