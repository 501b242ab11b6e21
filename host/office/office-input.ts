/** Reads Office files as tables or documents, in the form that the import takes. What cannot be read is told in a sentence. */
import type { ImportInput } from '../../exchange/import.ts';
import type { ImportProblem } from '../../exchange/model-in.ts';
import { openArchive, remarksOn } from './archive.ts';
import { DOCUMENT_PARTS, readWord } from './docx-in.ts';
import { readWorkbook, WORKBOOK_PARTS } from './xlsx-in.ts';

/** Reads a workbook or a document; its content, not its name, tells which it is. */
export function officeInput(
  file: string,
  bytes: Uint8Array,
): { readonly input?: ImportInput; readonly problems: readonly ImportProblem[] } {
  const refused = (why: string) => ({ problems: [{ at: '', why }] });
  const archive = openArchive(bytes, new RegExp(`${WORKBOOK_PARTS.source}|${DOCUMENT_PARTS.source}|^mimetype$`, 'i'));
  if (typeof archive === 'string') return refused(archive);
  const remarks = remarksOn(archive).map(why => ({ at: '', why }));
  const isWord = [...archive.paths].some(path => /^word\/document\d*\.xml$/i.test(path));
  if (!isWord && !archive.paths.has('xl/workbook.xml')) return refused(otherArchive(archive.part('mimetype'), archive.paths));
  if (isWord) {
    const read = readWord(archive);
    return typeof read === 'string' ? refused(read) : { input: { file, ...read }, problems: remarks };
  }
  const read = readWorkbook(archive);
  return typeof read === 'string'
    ? refused(read)
    : { input: { file, tables: read.tables, problems: [...remarks, ...read.remarks] }, problems: [] };
}

function otherArchive(mimetype: string | undefined, paths: ReadonlySet<string>): string {
  if (mimetype?.includes('opendocument')) return 'It is in the form of OpenDocument (.ods, .odt). Save it as .xlsx or .docx.';
  if (paths.has('xl/workbook.bin')) return 'It is a binary workbook (.xlsb). Save it as .xlsx.';
  return 'It is a zip archive, but neither a workbook nor a Word document.';
}
