import { replace } from '../../fixes/fix.ts';
import { listed } from '../../model/sentence.ts';
import { UNITS } from '../../vocabulary/units.ts';
import { LANGUAGE, rule } from '../define.ts';
import { didYouMean } from './words.ts';

/** A unit or a currency that Cred does not know. */
export default rule('language/bad-unit', {
  title: 'Every unit and currency is one that Cred knows',
  severity: 'error',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule !== 'bad-unit') continue;
      const { span, unit, wants, nearest: near, sure } = problem;
      const instead =
        wants === 'money'
          ? ' A currency is written in three capital letters, such as 450 USD.'
          : ` The units are ${listed(
              UNITS.map(one => one.plurals[0]!),
              'or',
            )}.`;
      report({
        at: span,
        message: `"${unit}" is no ${wants === 'money' ? 'currency' : 'unit'} that Cred knows.${near === undefined ? instead : didYouMean(near)}`,
        fixes: near === undefined ? [] : [replace(file, span, near, undefined, sure === true)],
      });
    }
  },
});
