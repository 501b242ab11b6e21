/** Opens files of Office programs, which are zip archives of XML, with bounds on what is unpacked. */
import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';

/** The parts of an Office file by their paths. */
export interface OfficeArchive {
  /** Returns the text of a part; `undefined` if there is none. */
  part(path: string): string | undefined;
  /** All paths, of parts that are not unpacked as well. */
  readonly paths: ReadonlySet<string>;
}

/** The most that the parts of a file may have together when they are unpacked, in bytes. A sheet of 10,000 rows has some 5 MB. */
const LARGEST_UNPACKED = 150_000_000;
const MOST_PARTS = 5_000;

/** Opens a file; returns a sentence for people where it is none that can be read. `wanted` says which parts are needed. */
export function openArchive(bytes: Uint8Array, wanted: RegExp): OfficeArchive | string {
  const known = otherForm(bytes);
  if (known !== undefined) return known;
  const paths = new Set<string>();
  let size = 0;
  let isTooLarge = false;
  try {
    const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
      paths.add(name);
      if (!wanted.test(name)) return false;
      // No more is unpacked than an entry declares, so the sum of these bounds what a small file can become.
      size += originalSize;
      isTooLarge ||= size > LARGEST_UNPACKED || paths.size > MOST_PARTS;
      return !isTooLarge;
    };
    const parts = unzipSync(bytes, { filter });
    if (isTooLarge)
      return `It would have more than ${LARGEST_UNPACKED / 1e6} MB when it is unpacked, so it is not read. Take it apart into several files.`;
    return { paths, part: path => (Object.hasOwn(parts, path) ? strFromU8(parts[path]!) : undefined) };
  } catch {
    return DAMAGED;
  }
}

const DAMAGED = 'It is damaged, or a part of it is missing. Open it in the program that it comes from, and save it again.';

/** Recognizes what is no zip archive. */
function otherForm(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'It is empty.';
  const begins = (...signs: number[]): boolean => signs.every((sign, i) => bytes[i] === sign);
  if (begins(0x50, 0x4b, 3, 4)) return undefined;
  if (begins(0xd0, 0xcf, 0x11, 0xe0))
    return isEncrypted(bytes)
      ? 'It is protected by a password. Open it, take the password away ("Protect Workbook" or "Protect Document", then "Encrypt with Password"), and save a copy.'
      : 'It is in the form of Excel or Word before 2007 (.xls, .doc). Open it, and save it as .xlsx or .docx.';
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'It is a PDF. Save the document that the PDF was made of.';
  return 'It is no file of Excel or Word, whatever its name says. A text with commas or tabs is to be called .csv.';
}

/** Whether an older container holds an encrypted newer file: it has an entry of that name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = 'EncryptedPackage';
  const last = Math.min(bytes.length, 1_000_000) - name.length * 2;
  for (let at = 0; at <= last; at++) {
    let i = 0;
    while (i < name.length && bytes[at + i * 2] === name.charCodeAt(i) && bytes[at + i * 2 + 1] === 0) i++;
    if (i === name.length) return true;
  }
  return false;
}

/** Returns what is said of parts that are never used: macros, and links to other files. */
export function remarksOn({ paths }: OfficeArchive): string[] {
  const has = (pattern: RegExp): boolean => [...paths].some(path => pattern.test(path));
  return [
    ...(has(/vbaProject\.bin$/i) ? ['It has macros. None was run, and nothing of them is read.'] : []),
    ...(has(/externalLinks\//i) ? ['It refers to other workbooks. They were not opened; what was last worked out from them is read.'] : []),
    ...(has(/(embeddings|activeX)\//i) ? ['It has other files within it. They were not opened.'] : []),
  ];
}
