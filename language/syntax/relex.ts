/**
 * Lexes an edited text again by reusing the tokens of the text before: it reads only the lines around the edit. An edit that can
 * move the end of a block text or of a comment far away is left to a full lexing.
 */
import type { Parsed } from './document.ts';
import { type Lexed, lex } from './lexer.ts';
import type { Comment, Token } from './token.ts';

/** The result of lexing an edited text again. */
export interface Relexed extends Lexed {
  /**
   * The index of the first token that was taken over from the old text. From there on, all tokens are old ones, moved to their new place.
   */
  readonly keptFrom: number;
  /** The offset up to which all tokens are old ones, at their old place. */
  readonly keptUntil: number;
}

/**
 * Lexes an edited text. `before` is the text before the edit with its tokens; the tokens and comments behind the edit are moved to
 * their new place in it. Returns `undefined` if only a full lexing is certain to give the right tokens.
 */
export function relex(text: string, before: Pick<Parsed, 'text' | 'lexed'>): Relexed | undefined {
  const old = before.lexed.tokens;
  const { comments } = before.lexed;
  if (old.some(token => token.flaw === 'unclosed-block-text') || comments.some(comment => comment.unclosed)) return undefined;
  const { from, oldTo, newTo } = difference(before.text, text);
  const around = (whole: string, to: number): string => whole.slice(Math.max(0, from - 3), to + 3);
  if (FAR_REACHING.test(around(before.text, oldTo)) || FAR_REACHING.test(around(text, newTo))) return undefined;

  if (old.some(token => token.start <= oldTo && token.end >= from && token.text.startsWith('"""'))) return undefined;

  const first = beginning(old, before.text.lastIndexOf('\n', Math.max(0, before.text.lastIndexOf('\n', from - 1) - 1)));
  if (first === undefined) return undefined;
  const start = old[first]!.start;
  const delta = text.length - before.text.length;
  let known = first;
  let met = old.length;
  const again = lex(text, { at: start, lineStart: start - old[first]!.gap, previous: old[first - 1] }, token => {
    if (!token.begins || !token.firstOnLine || token.start < newTo) return false;
    while (known < old.length && old[known]!.start < token.start - delta) known++;
    const same =
      known < old.length && old[known]!.start === token.start - delta && old[known]!.like(token) && old[known]!.gap === token.gap;
    if (same) met = known;
    return same;
  });

  const end = old[met]?.start ?? Number.POSITIVE_INFINITY;
  const earlier = comments.filter(comment => comment.start < start);
  const later = comments.filter(comment => comment.start >= end);
  const kept = old.slice(met);
  if (delta !== 0) {
    for (const token of kept) token.start += delta;
    for (const comment of later) shift(comment, delta);
  }
  return {
    tokens: [...old.slice(0, first), ...again.tokens, ...kept],
    comments: [...earlier, ...again.comments, ...later],
    keptFrom: kept[0]?.start ?? Number.POSITIVE_INFINITY,
    keptUntil: start,
  };
}

/** Matches the signs that open or close something over several lines: block texts and comments. */
const FAR_REACHING = /"""|\/\*|\*\//;

/** Finds the range in which two texts differ: from offset `from` up to `oldTo` in the old text and up to `newTo` in the new one. */
export function difference(old: string, now: string): { from: number; oldTo: number; newTo: number } {
  const shorter = Math.min(old.length, now.length);
  let from = 0;
  while (from < shorter && old.charCodeAt(from) === now.charCodeAt(from)) from++;
  let tail = 0;
  while (tail < shorter - from && old.charCodeAt(old.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)) tail++;
  return { from, oldTo: old.length - tail, newTo: now.length - tail };
}

/** Returns the index of the last token at or before an offset that begins a member on its own line: lexing can start there. */
function beginning(tokens: readonly Token[], offset: number): number | undefined {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i > 0; i--) {
    const token = tokens[i]!;
    if (token.firstOnLine && token.begins && tokens[i - 1]!.kind !== ',') return i;
  }
  return undefined;
}

function shift(comment: Comment, delta: number): void {
  comment.start += delta;
  comment.end += delta;
}
