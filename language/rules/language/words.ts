/** Words for messages about the file itself: kinds with their articles, lists, suggestions. */

import type { AnyBlock } from '../../model/block.ts';
import { listed } from '../../model/sentence.ts';
import { PROGRAMS, TOP } from '../../vocabulary/define.ts';
import { isProgramKind, kindOf } from '../../vocabulary/kinds.ts';
import { likeliest } from '../../vocabulary/meant.ts';

/** Returns kinds with an article, such as "an assessment". The four kinds of program together are "a program". */
export function calledKinds(kinds: readonly string[]): string {
  const all = PROGRAMS.every(kind => kinds.includes(kind));
  const named = kinds.filter(kind => kind !== TOP && !(all && isProgramKind(kind))).map(kind => kindOf(kind)?.called ?? `"${kind}"`);
  return listed([...(all ? ['a program'] : []), ...named], 'or');
}

/** Returns a block as a place in a sentence: "in an assessment", "at the top of a file". */
export const inside = (block: AnyBlock): string =>
  block.kind === TOP ? 'at the top of a file' : block.table ? `in ${block.table.called}` : `in "${block.kind}"`;

/** Returns a sentence, with a blank before it, that offers a word; an empty text if there is none. */
export const didYouMean = (word: string | undefined): string => (word === undefined ? '' : ` Did you mean "${word}"?`);

/** Returns a block in a sentence: `the outcome "LO1"`, `this outcome`. */
export const thisBlock = (block: AnyBlock): string =>
  block.name || block.title ? `The ${block.kind} "${block.title || block.name}"` : `This ${block.kind || 'block'}`;

/**
 * Returns a sentence with the words that are allowed at a place: all of them if they are few, or else the likeliest and a pointer to the
 * others. `page` is the kind whose page lists them.
 */
export function choices(word: string, names: readonly string[], page?: string): string {
  if (names.length <= FEW)
    return listed(
      names.map(name => `"${name}"`),
      'or',
    );
  const some = `${listed(
    likeliest(word, names).map(name => `"${name}"`),
    'or',
  )}, for example`;
  return page === undefined ? some : `${some}; "cred explain ${page}" and completion list all ${names.length}`;
}
const FEW = 5;

/** Lists words in a message: all of them, or the first ones as examples. */
export function some(words: readonly string[], most = 14): string {
  return words.length <= most ? listed(words, 'or') : `${words.slice(0, most - 2).join(', ')} and ${words.length - most + 2} others`;
}
