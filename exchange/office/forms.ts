/**
 * Workbooks and Word documents as plain data. What makes them knows nothing of files; `host/office` packs them, so that the language
 * server and the pages of the report need no code for it.
 */

/** A value of a cell: a text, a number, or a number or day that is shown in a format. */
export type SheetValue =
  | string
  | number
  | boolean
  | { readonly percent: number }
  | { readonly day: string }
  | { readonly amount: number; readonly currency: string };

/** A sheet of a workbook; its first row has the headings. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly width: number; readonly isOpen?: boolean }[];
  readonly rows: readonly (readonly SheetValue[])[];
  /** Whether only the columns that are open can be changed. There is no password: anybody can take the protection away. */
  readonly isProtected?: boolean;
}

/** A part of a Word document that is written. */
export type WordPart =
  | { readonly is: 'title' | 'heading' | 'subheading' | 'paragraph' | 'muted' | 'item'; readonly text: string }
  | { readonly is: 'new-page' }
  /** A table; the first row has the headings. */
  | { readonly is: 'table'; readonly widths: readonly number[]; readonly rows: readonly (readonly string[])[] }
  /** A field to be filled in, with the tag by which it is found again. A locked field only tells what those after it belong to. */
  | {
      readonly is: 'field';
      readonly tag: string;
      readonly label: string;
      readonly text: string;
      readonly prompt: string;
      readonly isLocked?: boolean;
    };
