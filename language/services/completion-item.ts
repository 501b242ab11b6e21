/** What is offered at a place, as plain data, and what every kind of completion is given to find it. */
import type { Finding } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import type { Block } from '../model/bind.ts';
import type { CredFile } from '../model/file.ts';
import type { TextRange } from '../model/lines.ts';
import type { Names } from '../model/scope.ts';
import type { Located } from './locate.ts';

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'kind' | 'property' | 'word' | 'reference' | 'unit' | 'value' | 'rule';
  /** A few plain words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly insertText: string;
  /** The indentation of the line that it is put on, for the further lines of `insertText`, which have none of it. */
  readonly indent?: string;
  /** Whether `insertText` has placeholders, as `${1:text}`. */
  readonly isSnippet: boolean;
  readonly sortText: string;
  /** The text that an editor compares with what is typed, if that is not the label. */
  readonly filterText?: string;
  /** The words that it replaces, on one line; the position stands within. */
  readonly range: TextRange;
  /** Whether values may be asked for straight after it. */
  readonly asksAgain?: boolean;
}

/** The findings of a top-level block, or of the whole file, with fixes that can be applied: what they miss comes first. */
export type FindingsWithin = (top: Block | undefined) => readonly Finding[];

/** What every kind of completion is given. */
export interface CompletionContext {
  readonly file: CredFile;
  readonly at: Located;
  readonly names: Names;
  readonly host: Host;
  readonly findings: FindingsWithin;
  /** The range of an item: the words touched, else nothing at the position. */
  readonly range: TextRange;
}

/** Sorts items by their group, then by their place in it. */
export const sortText = (group: number, index: number): string => `${group}${String(index).padStart(4, '0')}`;

/** Whether a hole is what is being written, which stands for nothing: whatever may stand there replaces it. */
export const isOnHole = ({ at }: CompletionContext): boolean => at.token?.kind === '?';

/** The label, and what is not plain about the item. */
export type ItemDraft = Pick<CompletionItem, 'label' | 'kind'> & Partial<CompletionItem>;

/** Items in the order given. */
export const items = ({ range }: CompletionContext, group: number, drafts: readonly ItemDraft[]): CompletionItem[] =>
  drafts.map((draft, i) => ({ insertText: draft.label, isSnippet: false, sortText: sortText(group, i), range, ...draft }));
