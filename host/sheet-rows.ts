/**
 * Parses the text of a sheet (CSV or TSV) into rows. The command line and the editor's extension use it; the language server does not
 * contain it.
 */
import { CsvError, parse } from 'csv-parse/sync';
import type { ImportProblem } from '../exchange/model-in.ts';
import type { Table, TableRow } from '../exchange/tables/table.ts';

/** Whether a file name has the extension of a sheet: `.csv` or `.tsv`. */
export const isSheet = (file: string): boolean => /\.[ct]sv$/i.test(file);

interface Rows {
  readonly rows: readonly TableRow[];
  /** The reason why reading stopped before the end. */
  readonly problem?: ImportProblem;
}

/**
 * Returns the rows, each with the line on which it begins, counted from 1. Cells are separated by commas, semicolons or tabs, whichever
 * occurs most in the first line.
 */
export function rowsOf(whole: string): Rows {
  // The parser would count a CRLF within quotation marks as two line ends.
  const text = whole.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  // A spreadsheet program may name its separator in a first line such as `sep=;`.
  const [header = '', sign] = /^sep=(.)\n/.exec(text) ?? [];
  const body = text.slice(header.length);
  const head = body.slice(0, /\n|$/.exec(body)!.index).replace(/"[^"]*"/g, '');
  const delimiter = sign ?? [',', ';', '\t'].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
  const rows: TableRow[] = [];
  let line = header === '' ? 1 : 2;
  const lines = line - 1;
  try {
    parse(body, {
      delimiter,
      // A quotation mark within a cell stands for itself, as in: 12" pipes.
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

/** Returns the text of a sheet as the tables of a file, with what went wrong. */
export function tablesOfSheet(text: string): { readonly tables: readonly Table[]; readonly problems: readonly ImportProblem[] } {
  const { rows, problem } = rowsOf(text);
  return { tables: [{ place: '', counts: 'line', rows }], problems: problem ? [problem] : [] };
}
