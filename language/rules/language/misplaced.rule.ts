import type { Fix } from '../../findings/finding.ts';
import { fixOf, replace } from '../../fixes/fix.ts';
import { addProperties, removal } from '../../fixes/place.ts';
import type { CredFile } from '../../model/file.ts';
import type { Problem } from '../../model/problem.ts';
import { offsets } from '../../model/span.ts';
import { TOP } from '../../vocabulary/define.ts';
import { childKinds, kindOf } from '../../vocabulary/kinds.ts';
import { LANGUAGE, rule } from '../define.ts';
import { calledKinds, inside } from './words.ts';

type Misplaced = Extract<Problem, { rule: 'misplaced' }>;

/** A kind or a property that stands where it may not. */
export default rule('language/misplaced', {
  title: 'Blocks and properties stand where they belong',
  severity: 'error',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule !== 'misplaced') continue;
      const { span, what, word, parent, belongs, instead } = problem;
      const subject = what === 'kind' ? sentence(kindOf(word)?.called ?? `"${word}"`) : `"${word}" is a property and`;
      const message = `${subject} cannot stand ${inside(parent)}. ${instead ? `Here it is called "${instead}".` : place(belongs, what)}`;
      const fixes = instead ? [replace(file, span, instead, `Write "${instead}"`)] : what === 'property' ? movesInto(file, problem) : [];
      report({ at: span, message, fixes });
    }
  },
});

/**
 * Returns fixes that move the property into an inner block, if exactly one allows it and does not have it yet. Where there is none, and
 * only one kind of block can be meant, the property is put into a new one.
 */
function movesInto(file: CredFile, { span, word, parent, belongs }: Misplaced): Fix[] {
  const takers = parent.children.filter(child => belongs.includes(child.kind));
  const property = parent.properties.find(({ keySpan }) => keySpan.first === span.first);
  const [taker, other] = takers;
  if (other || !property || taker?.stated(word)) return [];
  const { end } = offsets(span);
  const value = file.text.slice(end, offsets(property.span).end).replace(/^[ \t]*[:=]?[ \t]*|[ \t,]+$/g, '');
  if (value === '' || /[\n\r]/.test(value)) return [];
  if (!taker) {
    const [kind, another] = parent.kind === TOP ? [] : childKinds(parent.kind).filter(({ name }) => belongs.includes(name));
    const written = `${kind?.name} { ${word}: ${value} }`;
    return kind && !another && !PARTS.has(kind.name) && !/["{}].*["{}]|\/\//.test(value)
      ? [replace(file, property.span, written, `Write ${written}`)]
      : [];
  }
  return [
    fixOf(`Move it into the ${taker.kind} "${taker.label}"`, false, () => [
      ...removal(file, property.span),
      ...addProperties(file, taker, [`${word}: ${value}`]),
    ]),
  ];
}

/** The kinds of which a program has several, each with its title. */
const PARTS: ReadonlySet<string> = new Set(['domain', 'outcome', 'module', 'policy', 'milestone', 'evidence']);

const sentence = (called: string): string => called.charAt(0).toUpperCase() + called.slice(1);

/** Returns a sentence about where it belongs. */
function place(belongs: readonly string[], what: 'kind' | 'property'): string {
  const kinds = calledKinds(belongs);
  if (kinds === '')
    return belongs.includes(TOP)
      ? 'Move it to the top of a file, outside every other block.'
      : 'Put it between the "{" and "}" of the block that it speaks of.';
  return what === 'kind' && belongs.includes(TOP) ? `Move it into ${kinds}, or to the top of a file.` : `Move it into ${kinds}.`;
}
