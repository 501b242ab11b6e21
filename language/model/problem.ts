/** The problems found while the model is built. The rules of `language/` turn them into findings. */

import type { Token } from '../syntax/token.ts';
import type { Slip, SlipFix } from '../syntax/tree.ts';
import type { KindTable, Property } from '../vocabulary/define.ts';
import type { AnyBlock } from './block.ts';
import { type Span, spanOf, wordSpan } from './span.ts';

/** A problem, with the rule that reports it and the data for its message. */
export type Problem =
  /** `isWhole` is set if the slips of the tokens within the span are part of this one. */
  | { readonly rule: 'syntax'; readonly span: Span; readonly message: string; readonly fix?: SlipFix; readonly isWhole?: true }
  /**
   * `nearest` is the word that is read in its place. `sure` is set if only the case differs, or if it is one slip of a key. `isKey` and
   * `isKind` are set if the word is a key in place of a kind, or the reverse; `noColon` if the colon is missing as well; `lone` if nothing
   * follows the word.
   */
  | {
      readonly rule: 'unknown-kind';
      readonly span: Span;
      readonly word: string;
      readonly parent: AnyBlock;
      readonly nearest?: string;
      readonly sure?: boolean;
      readonly isKey?: boolean;
      readonly lone?: boolean;
    }
  | {
      readonly rule: 'unknown-property';
      readonly span: Span;
      readonly word: string;
      readonly block: AnyBlock;
      readonly nearest?: string;
      readonly sure?: boolean;
      readonly isKind?: string;
      readonly noColon?: boolean;
      readonly fix?: SlipFix;
    }
  | {
      readonly rule: 'unknown-word';
      readonly span: Span;
      readonly word: string;
      readonly key: string;
      readonly table: Property;
      readonly nearest?: string;
      readonly sure?: boolean;
    }
  | {
      readonly rule: 'misplaced';
      readonly span: Span;
      readonly what: 'kind' | 'property';
      readonly word: string;
      readonly parent: AnyBlock;
      readonly belongs: readonly string[];
      /** The key of this kind that has the same meaning. */
      readonly instead?: string;
    }
  /** Words in place of a name: the title of the block that is meant, or a name that cannot be one. */
  | {
      readonly rule: 'title-for-name';
      readonly span: Span;
      readonly key: string;
      readonly table: Property;
      readonly block: AnyBlock;
      readonly words: string;
      /** The fix that inserts commas, if the words may be a list of names. */
      readonly commas?: SlipFix;
    }
  | {
      readonly rule: 'wrong-type';
      readonly span: Span;
      readonly key: string;
      readonly table: Property;
      readonly found: string;
      readonly fix?: SlipFix;
      readonly message?: string;
    }
  | {
      readonly rule: 'duplicate-property';
      readonly span: Span;
      readonly key: string;
      readonly block: AnyBlock;
      readonly first: Span;
      readonly whole: Span;
    }
  | {
      readonly rule: 'duplicate-block';
      readonly span: Span;
      readonly kind: KindTable;
      readonly block: AnyBlock;
      readonly parent: AnyBlock;
      readonly first: Span;
    }
  | { readonly rule: 'bad-date'; readonly span: Span; readonly text: string }
  | {
      readonly rule: 'bad-unit';
      readonly span: Span;
      readonly unit: string;
      readonly wants: 'money' | 'quantity';
      readonly nearest?: string;
      readonly sure?: boolean;
    }
  | { readonly rule: 'missing-title'; readonly block: AnyBlock; readonly span: Span }
  | { readonly rule: 'missing-name'; readonly block: AnyBlock; readonly span: Span }
  | { readonly rule: 'hole'; readonly span: Span; readonly block: AnyBlock; readonly key?: string; readonly table?: Property };

/** Turns a slip of the syntax tree into a problem of its block. */
export const syntaxProblem = ({ first, last, message, fix }: Slip): Problem => ({
  rule: 'syntax',
  span: first === last ? wordSpan(first) : spanOf(first, last),
  message,
  ...(fix && { fix }),
});

/** The problem of tokens behind a head that belong into its braces, where they say the property `written`. */
export const outsideBraces = (kind: KindTable, first: Token, last: Token, written: string): Problem => ({
  rule: 'syntax',
  span: spanOf(first, last),
  message: `Put what ${kind.called} says in "{" and "}", with its key.`,
  fix: { title: `Write { ${written} }`, safe: false, edits: [{ first, last, text: `{ ${written} }` }] },
});
