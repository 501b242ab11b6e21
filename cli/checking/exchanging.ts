/**
 * Exchanges programs with other systems. It is a bundle of its own (dist/exchange.cjs), which only `cred import` and `cred export` load.
 */
import { pathToFileURL } from 'node:url';
import { existingBlocks } from '../../exchange/existing.ts';
import { type ExportOptions, type ExportResult, exportTexts } from '../../exchange/export.ts';
import { type ExistingBlock, importFiles, importRead } from '../../exchange/import.ts';
import { LARGEST, tooLarge } from '../../exchange/json.ts';
import type { ExportRefusal } from '../../exchange/left.ts';
import { type ShowPlace, type StudyWithSummary, studyDocument, studySheets, summaryParts } from '../../exchange/office/self-study-out.ts';
import { studyIn } from '../../exchange/office/study-answers.ts';
import type { Target } from '../../exchange/targets.ts';
import { inputsFrom } from '../../host/import-inputs.ts';
import { documentBytes } from '../../host/office/docx-out.ts';
import { workbookBytes } from '../../host/office/xlsx-out.ts';
import { CredFile } from '../../language/model/file.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { shownPath } from '../files/paths.ts';
import { sourceText } from '../files/source.ts';
import { importJson, importPretty, leftPretty } from '../formats/exchange.ts';
import { changesOf } from './study-answers.ts';

/** The self-studies of programs as the bytes of a Word document or a workbook. `cwd` is the folder to which places are relative. */
export function studyBytes(studies: readonly StudyWithSummary[], form: 'docx' | 'xlsx', cwd: string): Uint8Array {
  const place = shownPlace(cwd);
  if (form === 'xlsx') return workbookBytes(studySheets(studies, place));
  return documentBytes(studyDocument(studies, place), studies.map(({ study }) => study.label).join(', '));
}
/** The pages for a board as the bytes of a Word document, one for each program. */
export const boardBytes = (studies: readonly StudyWithSummary[]): Uint8Array =>
  documentBytes(
    studies.flatMap((one, i) => [...(i > 0 ? [{ is: 'new-page' } as const] : []), ...summaryParts(one)]),
    studies.map(({ study }) => study.label).join(', '),
  );
/** Shows a place by the path of its file and its line. */
export const shownPlace =
  (cwd: string): ShowPlace =>
  ({ uri, range }) =>
    `${shownPath(uri, cwd)}, line ${range.start.line + 1}`;

/** Exports the requested files of a project, or says why it cannot. */
export const exportProject = (project: ProjectFiles, target: Target, options: ExportOptions): ExportResult | ExportRefusal =>
  exportTexts(
    target,
    project.files.map(one => ({ uri: pathToFileURL(one.file).href, text: sourceText(one), reported: one.reported })),
    options,
  );

/** Returns the programs and organizations that a project has, except those in files that are about to be written over. */
export function knownIn(project: ProjectFiles, replaced: (file: string, name?: string) => boolean): ExistingBlock[] {
  const kept = project.files.filter(({ file }) => !replaced(file));
  return kept.flatMap(({ file, bytes, shown }) =>
    existingBlocks(CredFile.read(pathToFileURL(file).href, sourceText({ bytes })), shown).filter(({ name }) => !replaced(file, name)),
  );
}

export {
  changesOf,
  exportTexts,
  importFiles,
  importJson,
  importPretty,
  importRead,
  inputsFrom,
  LARGEST,
  leftPretty,
  studyIn,
  tooLarge,
  workbookBytes,
};
