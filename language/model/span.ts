import type { Token } from '../syntax/token.ts';

/** A range of the text, held by tokens, so that it moves along when the text before it is edited. */
export interface Span {
  readonly first: Token;
  readonly last: Token;
  /** The number of characters at the beginning of `first` that do not belong to the range. */
  readonly skip?: number;
  /** The length of the range, if it ends inside `first`. */
  readonly length?: number;
}

/** A range as offsets in UTF-16 units; `end` is excluded. */
export interface Offsets {
  readonly start: number;
  readonly end: number;
}

/** Returns where a span is in the text as its tokens stand now. */
export function offsets(span: Span): Offsets {
  const start = span.first.start + (span.skip ?? 0);
  return { start, end: span.length === undefined ? span.last.end : start + span.length };
}

/** Returns the span from one token to another, or of one. */
export const spanOf = (first: Token, last: Token = first): Span => ({ first, last });

/** Returns the span of a token's word: a key without its colon; of a block that is too deep to be read, only its beginning. */
export function wordSpan(token: Token): Span {
  if (token.kind === 'key') return { first: token, last: token, length: token.text.length };
  return token.flaw === 'too-deep' ? { first: token, last: token, length: 1 } : spanOf(token);
}
