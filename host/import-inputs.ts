/**
 * Reads the bytes of files that are imported: decodes texts and parses sheets. The command line and the editor's extension use it; the
 * language server does not contain it.
 */
import type { FileProblem } from '../exchange/ctdl/in.ts';
import { decodedText, NOT_TEXT } from '../exchange/encoding.ts';
import type { ReadFiles } from '../exchange/import.ts';
import { LARGEST, tooLarge } from '../exchange/json.ts';
import { IMPORT_ENDINGS, isOffice } from '../exchange/targets.ts';
import { officeInput } from './office/office-input.ts';
import { isSheet, tablesOfSheet } from './sheet-rows.ts';
import { unpacked } from './unpacked.ts';

/** Reads one file; `file` names it in the report, and its ending says what it is. Throws nothing. */
export function inputsFrom(file: string, bytes: Uint8Array): ReadFiles {
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

const FORMS = IMPORT_ENDINGS.filter(one => one !== 'zip');
const IN_ARCHIVE = new RegExp(`\\.(?:${FORMS.join('|')})$`, 'i');
const ARCHIVE = /\.(?:zip|7z|rar|tar|t?gz|bz2|xz)$/i;

/** Reads the files in an archive, each under its path in it. What is not read is told by its path. */
function inputsOfZip(file: string, bytes: Uint8Array): ReadFiles {
  const found = unpacked(bytes, whyNotRead);
  if (typeof found === 'string') return { inputs: [], problems: [{ file, at: '', why: found }] };
  const read = found.map(({ path, content, isRenamed }): ReadFiles => {
    const shown = `${file}/${path}`;
    const told = (why: string): FileProblem => ({ file: shown, at: '', why });
    if (typeof content === 'string') return { inputs: [], problems: [told(content)] };
    const { inputs, problems } = inputsFrom(shown, content);
    return { inputs, problems: [...(isRenamed ? [told(SAME_PATH)] : []), ...problems] };
  });
  const inputs = read.flatMap(one => one.inputs);
  const problems = read.flatMap(one => one.problems);
  if (inputs.length === 0) problems.unshift({ file, at: '', why: 'There is no file in it that can be imported.' });
  return { inputs, problems };
}

const SAME_PATH = 'Another file of the archive comes to the same path. Both are read, this one under a path of its own.';

/** Says why a file of an archive is not read; `undefined` if it is. */
const whyNotRead = (path: string): string | undefined =>
  ARCHIVE.test(path)
    ? 'It is an archive within the archive. Unpack it, and import it by itself.'
    : IN_ARCHIVE.test(path) || isOffice(path)
      ? undefined
      : `It is not read: it is no ${FORMS.map(one => `.${one}`).join(', ')} file.`;
