import { asComment, replace } from '../../fixes/fix.ts';
import type { CredFile } from '../../model/file.ts';
import { offsets, type Span } from '../../model/span.ts';
import { childKinds } from '../../vocabulary/kinds.ts';
import { LANGUAGE, rule } from '../define.ts';
import { choices, didYouMean } from './words.ts';

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
      const here: readonly string[] = childKinds(parent.kind).map(kind => kind.name);
      const instead = near === undefined && here.length > 0 ? ` Here it may be ${choices(word, here, parent.table?.name)}.` : '';
      const isSentence = near === undefined && SENTENCE.test(lineFrom(file, span));
      report({
        at: span,
        message: isSentence
          ? 'This line reads like a sentence. Write a key, a colon and a value, or "//" before it to keep it as a comment.'
          : `No kind of block is called "${word}".${didYouMean(meant)}${instead}`,
        // If nothing follows the word, a correct spelling would not complete the block.
        fixes:
          meant === undefined || (isKey && !lone)
            ? [asComment(file, span)].filter(one => one !== undefined)
            : [replace(file, span, lone ? `${meant} ${isKey ? '?' : '{ }'}` : meant, `Write "${meant}"`, sure === true && !isKey && !lone)],
      });
    }
  },
});

/** Matches a line of several words that ends like a sentence, or is as long as one. */
const SENTENCE = /^\p{L}[^{}":=;]*(?:[ \t]+[^\s{}":=;]+){2,}[.!?]$|^\p{L}[^{}":=;]*(?:[ \t]+[^\s{}":=;]+){4,}$/u;

/** Returns a line of a file from where a span begins, without blanks at its end. */
function lineFrom({ text }: CredFile, span: Span): string {
  const { start } = offsets(span);
  return /[^\n\r]{0,200}/.exec(text.slice(start, start + 200))![0].trimEnd();
}
