/** What exchanges programs with other systems: a bundle of its own (dist/exchange.cjs), loaded by `cred import` and `cred export` alone. */
import { pathToFileURL } from 'node:url';
import { CsvError, parse } from 'csv-parse/sync';
import type { SheetRow } from '../exchange/csv-in.ts';
import { type Exported, type ExportOptions, exportTo } from '../exchange/export.ts';
import { importFiles } from '../exchange/import.ts';
import { LARGEST, tooLarge } from '../exchange/json.ts';
import type { Refused } from '../exchange/left.ts';
import type { Target } from '../exchange/targets.ts';
import { CredFile } from '../language/model/file.ts';
import type { ProjectFiles } from './files.ts';
import { importJson, importPretty, leftPretty } from './formats/exchange.ts';

export function exportProject(project: ProjectFiles, target: Target, options: ExportOptions): Exported | Refused {
  const read = project.files.map(one => ({ reported: one.reported, file: CredFile.read(pathToFileURL(one.file).href, one.text) }));
  return exportTo(
    target,
    read.filter(one => one.reported).map(one => one.file),
    read.map(one => one.file),
    options,
  );
}

interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** The rows of a sheet with the lines on which they begin, or what is wrong with it and where. */
export function rowsOf(text: string): { readonly rows: readonly SheetRow[] } | { readonly at: string; readonly why: string } {
  const head = text.slice(0, /[\r\n]|$/.exec(text)!.index);
  const delimiter = [',', ';', '\t'].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
    }) as unknown as CsvRecord[];
    let line = 1;
    return {
      rows: records.map(({ record, info }) => {
        const row = { line, cells: record };
        line = info.lines + 1;
        return row;
      }),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(/at line (\d+)|line (\d+)/i.exec(error.message)?.slice(1).find(Boolean) ?? error.lines ?? 1);
    const why =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'The quotation mark that opens here is never closed.'
        : 'A quotation mark stands where none can: within quotation marks it is written twice.';
    return { at: `line ${line}`, why };
  }
}

export { importFiles, importJson, importPretty, LARGEST, leftPretty, tooLarge };
