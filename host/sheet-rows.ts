/** The text of a sheet → its rows. The editor's extension reads sheets with it, too; the language server has no part of it. */
import { CsvError, parse } from 'csv-parse/sync';
import type { SheetRow } from '../exchange/csv-in.ts';
import type { ImportProblem } from '../exchange/model-in.ts';

export const isSheet = (file: string): boolean => /\.[ct]sv$/i.test(file);

interface Rows {
  readonly rows: readonly SheetRow[];
  /** Why reading stopped before the end. */
  readonly problem?: ImportProblem;
}

/** The rows with the lines on which they begin. Commas, semicolons or tabs part the cells: whatever the first line has most of. */
export function rowsOf(whole: string): Rows {
  // The parser would count a line end within quotation marks twice.
  const text = whole.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  // A spreadsheet may say beforehand what parts the cells.
  const [told = '', sign] = /^sep=(.)\n/.exec(text) ?? [];
  const body = text.slice(told.length);
  const head = body.slice(0, /\n|$/.exec(body)!.index).replace(/"[^"]*"/g, '');
  const delimiter = sign ?? [',', ';', '\t'].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
  const rows: SheetRow[] = [];
  let line = told === '' ? 1 : 2;
  const lines = line - 1;
  try {
    parse(body, {
      delimiter,
      // A quotation mark within a text stands for itself: 12" pipes.
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (cells: string[], info) => {
        rows.push({ line, cells });
        line = info.lines + lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      rows,
      problem: { at: `line ${line}`, why: 'A quotation mark opens in this row and never closes. The rows from here on are left out.' },
    };
  }
  return { rows };
}
