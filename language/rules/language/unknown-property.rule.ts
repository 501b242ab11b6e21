import type { Fix } from '../../findings/finding.ts';
import { asComment, replace } from '../../fixes/fix.ts';
import { slipFix } from '../../fixes/slip.ts';
import type { CredFile } from '../../model/file.ts';
import type { Problem } from '../../model/problem.ts';
import { LANGUAGE, rule } from '../define.ts';
import { choices, didYouMean, inside } from './words.ts';

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
      const keys = Object.keys(block.table?.properties ?? {});
      const hint = near === undefined && keys.length > 0 ? ` It may be ${choices(word, keys, block.table?.name)}.` : didYouMean(near);
      report({
        at: span,
        message: isKind
          ? `"${word}" is a kind of block, not a property: write it without the colon, as ${isKind} "Title" { … }.`
          : word === near
            ? `Write "${near}" without the marks around it.`
            : `Unknown property "${word}" ${inside(block)}.${hint}`,
        fixes: fixesOf(file, problem),
      });
    }
  },
});

function fixesOf(file: CredFile, { span, nearest: near, sure, noColon, fix }: UnknownProperty): Fix[] {
  if (fix) return [slipFix(file, fix)];
  if (near === undefined) return [asComment(file, span)].filter(one => one !== undefined);
  return [replace(file, span, noColon ? `${near}:` : near, `Write "${near}"`, sure === true)];
}
