/** The syntax tree that the rest of Cred sees: blocks, properties and values, each held by its tokens. */
import type { Token } from './token.ts';

/** Something that a person half typed or pasted, named once, with what would mend it. */
export interface Slip {
  readonly first: Token;
  readonly last: Token;
  readonly message: string;
  readonly fix?: SlipFix;
}

export interface SlipFix {
  /** Safe only where the first word of the block is a kind: it might be a key as well. */
  readonly ofKind?: boolean;
  readonly title: string;
  /** Certain enough to be applied without asking. */
  readonly safe: boolean;
  readonly edits: readonly SlipEdit[];
}

/** A text put beside a token or in place of some, its new lines indented like the line of `indentLike`; or tokens put on the line of one before them. */
export type SlipEdit =
  | { readonly onLineOf: Token; readonly first: Token; readonly last: Token }
  | { readonly at: Token; readonly side: 'before' | 'after' | 'after-word'; readonly text: string; readonly indentLike?: Token }
  | { readonly first: Token; readonly last: Token; readonly text: string };

export interface ValueNode {
  readonly type: 'text' | 'amount' | 'date' | 'word' | 'hole' | 'bad';
  readonly first: Token;
  readonly last: Token;
  /** For an amount: whether `%` follows the first number, the number after `to` or `of`, and the unit. */
  readonly percent?: boolean;
  readonly upper?: Token;
  readonly upperPercent?: boolean;
  readonly whole?: Token;
  readonly unit?: Token;
}

export interface PropertyNode {
  readonly type: 'property';
  readonly key: Token;
  readonly values: readonly ValueNode[];
  readonly commas: readonly Token[];
  /** What stands on the line beyond the values; on the next line where the property has no value. */
  readonly rest: readonly Token[];
  readonly first: Token;
  readonly last: Token;
  readonly slips: readonly Slip[];
}

export interface BlockNode {
  readonly type: 'block';
  /** `undefined` only for the file itself and for a body without a head. */
  readonly kind: Token | undefined;
  readonly name: Token | undefined;
  readonly title: Token | undefined;
  /** What stands in the head beside name and title. */
  readonly rest: readonly Token[];
  readonly open: Token | undefined;
  readonly close: Token | undefined;
  readonly members: readonly MemberNode[];
  readonly first: Token | undefined;
  readonly last: Token | undefined;
  readonly slips: readonly Slip[];
  /** What is made of it above the syntax. Kept here: a WeakMap beside the tree would hold on to it until the collector looks through everything. */
  made?: unknown;
}

/** Something that stands where a member is due and is none; its slip says so. */
export interface LooseNode {
  readonly type: 'loose';
  readonly tokens: readonly Token[];
  readonly first: Token;
  readonly last: Token;
  readonly slips: readonly Slip[];
}

export type MemberNode = BlockNode | PropertyNode | LooseNode;
