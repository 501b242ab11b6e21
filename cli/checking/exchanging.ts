/**
 * Exchanges programs with other systems. It is a bundle of its own (dist/exchange.cjs), which only `cred import` and `cred export` load.
 */
import { pathToFileURL } from 'node:url';
import type { ExportedText, RecordFile } from '../../assistant/surroundings.ts';
import { type ExportOptions, type ExportResult, exportTo } from '../../exchange/export.ts';
import { type ImportResult, importFiles } from '../../exchange/import.ts';
import { LARGEST, tooLarge } from '../../exchange/json.ts';
import type { ExportRefusal } from '../../exchange/left.ts';
import type { Target } from '../../exchange/targets.ts';
import { inputsFrom } from '../../host/import-inputs.ts';
import { CredFile } from '../../language/model/file.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { importJson, importPretty, leftPretty } from '../formats/exchange.ts';

/** Exports the requested files of a project, or says why it cannot. */
export const exportProject = (project: ProjectFiles, target: Target, options: ExportOptions): ExportResult | ExportRefusal =>
  exportTexts(
    target,
    project.files.map(({ file, text, reported }) => ({ uri: pathToFileURL(file).href, text, reported })),
    options,
  );

/** Exports the reported ones of some texts; the others lend their names. */
export function exportTexts(target: Target, texts: readonly ExportedText[], options: ExportOptions): ExportResult | ExportRefusal {
  const read = texts.map(({ uri, text, reported }) => ({ reported, file: CredFile.read(uri, text) }));
  return exportTo(
    target,
    read.filter(one => one.reported).map(one => one.file),
    read.map(one => one.file),
    options,
  );
}

/** Imports the bytes of files; the ending of a path says what a file is. */
export function importRecords(files: readonly RecordFile[]): ImportResult {
  const read = files.map(({ path, bytes }) => inputsFrom(path, bytes));
  const { problems, ...imported } = importFiles(read.flatMap(({ inputs }) => inputs));
  return { ...imported, problems: [...read.flatMap(one => one.problems), ...problems] };
}

export { importFiles, importJson, importPretty, inputsFrom, LARGEST, leftPretty, tooLarge };
