import { ignoreRule } from '../../findings/declared-rules.ts';
import { commentSpan } from '../../findings/ignore.ts';
import { LANGUAGE } from '../define.ts';

/** An ignore that does not say why. */
export default ignoreRule('language/missing-reason', {
  title: 'Whoever silences a rule says why',
  severity: 'warning',
  source: LANGUAGE,
  check({ file, ignore }, { report }) {
    if (ignore.reason !== undefined) return;
    report({
      at: commentSpan(file, ignore),
      message: 'This does not say why the rule is silenced. Write a colon and the reason after it.',
    });
  },
});
