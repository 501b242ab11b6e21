/**
 * Exchanges programs with other systems. It is a bundle of its own (dist/exchange.cjs), which only `cred import` and `cred export` load.
 */
import { pathToFileURL } from 'node:url';
import { type ExportOptions, type ExportResult, exportTo } from '../../exchange/export.ts';
import { importFiles } from '../../exchange/import.ts';
import { LARGEST, tooLarge } from '../../exchange/json.ts';
import type { ExportRefusal } from '../../exchange/left.ts';
import type { Target } from '../../exchange/targets.ts';
import { inputsFrom } from '../../host/import-inputs.ts';
import { CredFile } from '../../language/model/file.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { importJson, importPretty, leftPretty } from '../formats/exchange.ts';

/** Exports the requested files of a project, or says why it cannot. */
export function exportProject(project: ProjectFiles, target: Target, options: ExportOptions): ExportResult | ExportRefusal {
  const read = project.files.map(one => ({ reported: one.reported, file: CredFile.read(pathToFileURL(one.file).href, one.text) }));
  return exportTo(
    target,
    read.filter(one => one.reported).map(one => one.file),
    read.map(one => one.file),
    options,
  );
}

export { importFiles, importJson, importPretty, inputsFrom, LARGEST, leftPretty, tooLarge };
