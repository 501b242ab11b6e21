/** How the rules about the file itself put things: kinds with their articles, lists, suggestions. */

import type { AnyBlock } from '../../model/block.ts';
import { listed } from '../../model/sentence.ts';
import { PROGRAMS, TOP } from '../../vocabulary/define.ts';
import { isProgramKind, kindOf } from '../../vocabulary/kinds.ts';
import { likeliest } from '../../vocabulary/meant.ts';

/** "an assessment"; the four kinds of program together are "a program". */
export function calledKinds(kinds: readonly string[]): string {
  const all = PROGRAMS.every(kind => kinds.includes(kind));
  const named = kinds.filter(kind => kind !== TOP && !(all && isProgramKind(kind))).map(kind => kindOf(kind)?.called ?? `"${kind}"`);
  return listed([...(all ? ['a program'] : []), ...named], 'or');
}

/** Where something stands, for a sentence: "in an assessment", "at the top of a file". */
export const inside = (block: AnyBlock): string =>
  block.kind === TOP ? 'at the top of a file' : block.table ? `in ${block.table.called}` : `in "${block.kind}"`;

export const didYouMean = (word: string | undefined): string => (word === undefined ? '' : ` Did you mean "${word}"?`);

/** `the outcome "LO1"`, `this outcome`. */
export const thisBlock = (block: AnyBlock): string =>
  block.name || block.title ? `The ${block.kind} "${block.title || block.name}"` : `This ${block.kind || 'block'}`;

/**
 * What may stand somewhere, for a sentence: all where they are few; else the likeliest, and where the others are found.
 * `page` is the kind whose page lists them.
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

/** Words in a message: all of them, or so many that one sees what is meant. */
export function some(words: readonly string[], most = 14): string {
  return words.length <= most ? listed(words, 'or') : `${words.slice(0, most - 2).join(', ')} and ${words.length - most + 2} others`;
}
