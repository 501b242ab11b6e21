import type { Token } from '../syntax/token.ts';

/** A stretch of the text, held by its tokens so that it moves along when the text before it is edited. */
export interface Span {
  readonly first: Token;
  readonly last: Token;
  /** Characters of `first` that do not belong to it. */
  readonly skip?: number;
  /** Its length, where it ends inside `first`. */
  readonly length?: number;
}

/** Offsets in UTF-16 units, `end` excluded. */
export interface Offsets {
  readonly start: number;
  readonly end: number;
}

export function offsets(span: Span): Offsets {
  const start = span.first.start + (span.skip ?? 0);
  return { start, end: span.length === undefined ? span.last.end : start + span.length };
}

export const spanOf = (first: Token, last: Token = first): Span => ({ first, last });

/** The word of a token: a key without its colon, and of what is not read its beginning. */
export function wordSpan(token: Token): Span {
  if (token.kind === 'key') return { first: token, last: token, length: token.text.length };
  return token.flaw === 'too-deep' ? { first: token, last: token, length: 1 } : spanOf(token);
}
