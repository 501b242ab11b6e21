/** Reads heads of blocks that follow another on its line without a `;`. It does not use the vocabulary. */
import type { Token } from './token.ts';

interface FurtherHead {
  readonly kind: Token;
  readonly name: Token | undefined;
  readonly title: Token | undefined;
}

/**
 * Reads the words behind a title as further heads, as in `domain a "A" domain b "B"`. Each has a name and a title, but the last may lack
 * one if a body follows it. Returns `undefined` if the words are none.
 */
export function furtherHeads(words: readonly Token[], hasBody: boolean): readonly FurtherHead[] | undefined {
  const heads: FurtherHead[] = [];
  for (let i = 0; i < words.length; ) {
    const kind = words[i++]!;
    const name = words[i]?.kind === 'word' ? words[i++] : undefined;
    const title = words[i]?.kind === 'string' ? words[i++] : undefined;
    const isComplete = hasBody && i === words.length ? name || title : name && title;
    if (kind.kind !== 'word' || !isComplete || [kind, name].some(one => one?.text.includes('.'))) return undefined;
    heads.push({ kind, name, title });
  }
  return heads;
}
