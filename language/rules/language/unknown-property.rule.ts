import type { Fix } from '../../findings/finding.ts';
import { fixOf, replace } from '../../fixes/fix.ts';
import type { CredFile } from '../../model/file.ts';
import type { Problem } from '../../model/problem.ts';
import { LANGUAGE, rule } from '../define.ts';
import { didYouMean, inside } from './words.ts';

type UnknownProperty = Extract<Problem, { rule: 'unknown-property' }>;

/** A key that its block does not have. */
export default rule('language/unknown-property', {
  title: 'Every property is one that its block has',
  severity: 'error',
  source: LANGUAGE,
  check(file, { report }) {
    for (const problem of file.problems) {
      if (problem.rule !== 'unknown-property') continue;
      const { span, word, block, nearest: near, isKind } = problem;
      report({
        at: span,
        message: isKind
          ? `"${word}" is a kind of block, not a property: write it without the colon, as ${word} "Title" { … }.`
          : `Unknown property "${word}" ${inside(block)}.${didYouMean(near)}`,
        fixes: fixesOf(file, problem),
      });
    }
  },
});

function fixesOf(file: CredFile, { span, word, block, nearest: near, sure, isKind, noColon }: UnknownProperty): Fix[] {
  if (near !== undefined) return [replace(file, span, noColon ? `${near}:` : near, `Write "${near}"`, sure === true)];
  if (!isKind) return [];
  // Only a title may follow: other values would say nothing in a block's head.
  const view = block.properties.find(property => property.keySpan.first === span.first);
  const rest = view && file.text.slice(view.keySpan.first.end, view.span.last.end);
  const title = rest !== undefined && /^[ \t]*"[^"]*"$/.test(rest);
  return title ? [fixOf(`Write ${word} as a block`, false, () => [{ start: span.first.start, end: span.first.end, text: word }])] : [];
}
