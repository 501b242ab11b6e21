/** The syntax tree: blocks, properties and values, each with its tokens. */
import type { Token } from './token.ts';

/** A slip: something half typed or pasted, with a message and, if possible, a fix. Each is reported once. */
export interface Slip {
  readonly first: Token;
  readonly last: Token;
  readonly message: string;
  readonly fix?: SlipFix;
}

/** The edits that mend a slip. */
export interface SlipFix {
  /** Whether the fix is safe only if the first word of the block is a known kind, because the word might also be a key. */
  readonly ofKind?: boolean;
  readonly title: string;
  /** Whether the fix is certain enough to be applied without asking. */
  readonly safe: boolean;
  readonly edits: readonly SlipEdit[];
}

/**
 * An edit in terms of tokens. It moves tokens to the line of a token before them, inserts text beside a token, or replaces tokens by
 * text. New lines of the text are indented like the line of `indentLike`.
 */
export type SlipEdit =
  | { readonly onLineOf: Token; readonly first: Token; readonly last: Token }
  | { readonly at: Token; readonly side: 'before' | 'after' | 'after-word'; readonly text: string; readonly indentLike?: Token }
  | { readonly first: Token; readonly last: Token; readonly text: string };

/** A value. The optional fields belong to amounts only. */
export interface ValueNode {
  readonly type: 'text' | 'amount' | 'date' | 'word' | 'hole' | 'bad';
  readonly first: Token;
  readonly last: Token;
  /** Whether `%` follows the first number. `upper` is the number after `to`, `whole` the number after `of`. */
  readonly percent?: boolean;
  readonly upper?: Token;
  readonly upperPercent?: boolean;
  readonly whole?: Token;
  readonly unit?: Token;
}

/** A property, `key: value, value`. */
export interface PropertyNode {
  readonly type: 'property';
  readonly key: Token;
  readonly values: readonly ValueNode[];
  readonly commas: readonly Token[];
  /** The tokens on the line after the values; if the property has no value, the tokens on the next line. */
  readonly rest: readonly Token[];
  readonly first: Token;
  readonly last: Token;
  readonly slips: readonly Slip[];
}

/** A block, `kind name "title" { … }`. */
export interface BlockNode {
  readonly type: 'block';
  /** `undefined` only for the file itself and for a body without a head. */
  readonly kind: Token | undefined;
  readonly name: Token | undefined;
  readonly title: Token | undefined;
  /** The tokens of the head other than its kind, name and title. */
  readonly rest: readonly Token[];
  readonly open: Token | undefined;
  readonly close: Token | undefined;
  readonly members: readonly MemberNode[];
  readonly first: Token | undefined;
  readonly last: Token | undefined;
  readonly slips: readonly Slip[];
  /**
   * The block of the model that was made from this node. The reference stands here because a WeakMap would keep it alive until a full
   * garbage collection.
   */
  made?: unknown;
}

/** Tokens where a member is expected that form no member. Its slip says so. */
export interface LooseNode {
  readonly type: 'loose';
  readonly tokens: readonly Token[];
  readonly first: Token;
  readonly last: Token;
  readonly slips: readonly Slip[];
}

export type MemberNode = BlockNode | PropertyNode | LooseNode;
