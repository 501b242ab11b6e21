/**
 * A table as plain data: rows of texts with their places. Readers of sheets, documents and the clipboard make tables and know nothing of
 * credentialing; `interpret.ts` turns tables into blocks.
 */

/** A row of a table: its cells, and the line or row at which it begins, counted from 1. */
export interface TableRow {
  readonly line: number;
  /**
   * The cells as texts. A reader that knows the type of a cell writes it as the language does: a day as `2023-02-15`, a share as `25%`,
   * money as `450 USD`.
   */
  readonly cells: readonly string[];
  /** In a list, how far the row is indented: 0 or absent for the outermost. */
  readonly depth?: number;
}

/** A table of a file or of the clipboard. */
export interface Table {
  /** Where it stands in the file, such as `sheet "Blueprint"`; empty if the file has no other place. */
  readonly place: string;
  /** Whether its rows are counted as lines of a text or as rows of a sheet. */
  readonly counts: 'line' | 'row';
  /** The heading above it or the name of its sheet. */
  readonly title?: string;
  /** Whether its rows had bullets or numbers, so that they are the items of a list and no prose. */
  readonly isList?: boolean;
  readonly rows: readonly TableRow[];
}

/** Returns the place of a row, or of one of its cells, for a message. */
export const placeIn = (table: Pick<Table, 'place' | 'counts'>, line?: number, column?: string): string =>
  [table.place, line === undefined ? '' : `${table.counts} ${line}`, column === undefined ? '' : `column "${column}"`]
    .filter(part => part !== '')
    .join(', ');

/** Whether a row has no text. */
export const isBlank = ({ cells }: TableRow): boolean => cells.every(cell => cell.trim() === '');

/** Returns the letters of a column as spreadsheets show them: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}
