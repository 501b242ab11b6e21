/** What is amiss in the words themselves, found while the model is built; the rules of `language/` phrase it. */

import type { Slip, SlipFix } from '../syntax/tree.ts';
import type { KindTable, Property } from '../vocabulary/define.ts';
import type { AnyBlock } from './block.ts';
import { type Span, spanOf, wordSpan } from './span.ts';

export type Problem =
  | { readonly rule: 'syntax'; readonly span: Span; readonly message: string; readonly fix?: SlipFix }
  /** `nearest` is what it is read as; `sure` where only the case differs or one slip of a key tells them apart; `isKey` and `isKind` where it is one of the other shape; `noColon` where the colon is missing too; `lone` where nothing follows. */
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
      /** The key that has this meaning here. */
      readonly instead?: string;
    }
  /** Words where a name is due: the title of what is meant, or a name that no name can be. */
  | {
      readonly rule: 'title-for-name';
      readonly span: Span;
      readonly key: string;
      readonly table: Property;
      readonly block: AnyBlock;
      readonly words: string;
      /** Where they may be a list of names that lacks its commas. */
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

/** A slip of the syntax tree as a problem of its block. */
export const syntaxProblem = ({ first, last, message, fix }: Slip): Problem => ({
  rule: 'syntax',
  span: first === last ? wordSpan(first) : spanOf(first, last),
  message,
  ...(fix && { fix }),
});
