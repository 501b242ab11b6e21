/** The data of completion items, and the context that every kind of completion receives. */
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
  /** The documentation in Markdown. */
  readonly documentation?: string;
  readonly insertText: string;
  /** The indentation of the line that it is put on, for the further lines of `insertText`, which have none of it. */
  readonly indent?: string;
  /** Whether `insertText` has placeholders such as `${1:text}`. */
  readonly isSnippet: boolean;
  readonly sortText: string;
  /** The text that an editor compares with what is typed, if that is not the label. */
  readonly filterText?: string;
  /** The range that the item replaces, on the line of the position. */
  readonly range: TextRange;
  /** Whether the editor should ask for values right after inserting it. */
  readonly asksAgain?: boolean;
}

/** Returns the findings of a top-level block, or of the whole file, with fixes that can be applied. Members that they miss come first. */
export type FindingsWithin = (top: Block | undefined) => readonly Finding[];

/** The context of a completion. */
export interface CompletionContext {
  readonly file: CredFile;
  readonly at: Located;
  readonly names: Names;
  readonly host: Host;
  readonly findings: FindingsWithin;
  /** The range that an item replaces: the touched word, or else nothing at the position. */
  readonly range: TextRange;
}

/** Returns a text that sorts items by group and then by index. */
export const sortText = (group: number, index: number): string => `${group}${String(index).padStart(4, '0')}`;

/** Whether a hole is what is being written, which stands for nothing: whatever may stand there replaces it. */
export const isOnHole = ({ at }: CompletionContext): boolean => at.token?.kind === '?';

/** The label and kind of an item, and other fields that differ from the default. */
export type ItemDraft = Pick<CompletionItem, 'label' | 'kind'> & Partial<CompletionItem>;

/** Completes drafts to items, in the given order. */
export const items = ({ range }: CompletionContext, group: number, drafts: readonly ItemDraft[]): CompletionItem[] =>
  drafts.map((draft, i) => ({ insertText: draft.label, isSnippet: false, sortText: sortText(group, i), range, ...draft }));
