/**
 * Reads the bytes of files that are imported: decodes texts and parses sheets. The command line and the editor's extension use it; the
 * language server does not contain it.
 */
import type { FileProblem } from '../exchange/ctdl/in.ts';
import { decodedText, NOT_TEXT } from '../exchange/encoding.ts';
import type { ImportInput } from '../exchange/import.ts';
import { LARGEST, tooLarge } from '../exchange/json.ts';
import { IMPORT_ENDINGS } from '../exchange/targets.ts';
import { isOffice, officeInput } from './office/office-input.ts';
import { isSheet, tablesOfSheet } from './sheet-rows.ts';
import { unpacked } from './unpacked.ts';

/** The content of files as the import takes it, and what is wrong with them. */
export interface ImportInputs {
  readonly inputs: readonly ImportInput[];
  readonly problems: readonly FileProblem[];
}

/** Reads one file; `file` names it in the report, and its ending says what it is. Throws nothing. */
export function inputsFrom(file: string, bytes: Uint8Array): ImportInputs {
  const problem = (why: string): FileProblem => ({ file, at: '', why });
  if (bytes.length > LARGEST) return { inputs: [], problems: [problem(tooLarge(bytes.length))] };
  if (/\.zip$/i.test(file)) return inputsOfZip(file, bytes);
  if (isOffice(file)) {
    const { input, problems } = officeInput(file, bytes);
    return { inputs: input ? [input] : [], problems: problems.map(one => ({ file, ...one })) };
  }
  const decoded = decodedText(bytes);
  if (!decoded) return { inputs: [], problems: [problem(NOT_TEXT)] };
  const { text, remark } = decoded;
  const problems = remark === undefined ? [] : [problem(remark)];
  return { inputs: [isSheet(file) ? { file, ...tablesOfSheet(text) } : { file, text }], problems };
}

const IN_ARCHIVE = new RegExp(`\\.(?:${IMPORT_ENDINGS.filter(one => one !== 'zip').join('|')})$`, 'i');

/** Reads the files in an archive, each under its path in it. */
function inputsOfZip(file: string, bytes: Uint8Array): ImportInputs {
  const found = unpacked(bytes, IN_ARCHIVE);
  if (typeof found === 'string') return { inputs: [], problems: [{ file, at: '', why: found }] };
  if (found.length === 0) return { inputs: [], problems: [{ file, at: '', why: 'There is no file in it that can be imported.' }] };
  const read = found.map(one => inputsFrom(`${file}/${one.path}`, one.bytes));
  return { inputs: read.flatMap(one => one.inputs), problems: read.flatMap(one => one.problems) };
}
