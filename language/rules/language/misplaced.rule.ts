import { TOP } from '../../vocabulary/define.ts';
import { kindOf } from '../../vocabulary/kinds.ts';
import { LANGUAGE, rule } from '../define.ts';
import { calledKinds, inside } from './words.ts';

/** A kind or a property that stands where it may not. */
export default rule('language/misplaced', {
  title: 'Blocks and properties stand where they belong',
  severity: 'error',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule !== 'misplaced') continue;
      const { span, what, word, parent, belongs } = problem;
      const subject = what === 'kind' ? sentence(kindOf(word)?.called ?? `"${word}"`) : `"${word}" is a property and`;
      report({ at: span, message: `${subject} cannot stand ${inside(parent)}. ${place(belongs, what)}` });
    }
  },
});

const sentence = (called: string): string => called.charAt(0).toUpperCase() + called.slice(1);

/** Where it belongs, in a sentence of its own. */
function place(belongs: readonly string[], what: 'kind' | 'property'): string {
  const kinds = calledKinds(belongs);
  if (kinds === '')
    return belongs.includes(TOP)
      ? 'Move it to the top of a file, outside every other block.'
      : 'Put it between the "{" and "}" of the block that it speaks of.';
  return what === 'kind' && belongs.includes(TOP) ? `Move it into ${kinds}, or to the top of a file.` : `Move it into ${kinds}.`;
}
