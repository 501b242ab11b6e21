/** Reads files as text. If a file cannot be read, the result says why and what to do about it; nothing here throws. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Unreadable } from '../language/findings/unreadable.ts';
import { decoded, LARGEST, NOT_TEXT, type ReadFile, TOO_LARGE } from './decoded.ts';

export { LARGEST, type ReadFile };

/** Reads a file synchronously; returns `undefined` if it does not exist. */
export function readSource(file: string): ReadFile | undefined {
  const read = readSourceBytes(file);
  return read && 'bytes' in read ? { text: read.bytes.toString('utf8') } : read;
}

/** Does the same, and returns the text as UTF-8 without a byte-order mark. */
export function readSourceBytes(file: string): { readonly bytes: Buffer } | { readonly unreadable: Unreadable } | undefined {
  try {
    const refused = refusal(statSync(file));
    if (refused) return refused;
    const bytes = readFileSync(file);
    // A file may have grown since its size was asked for.
    if (bytes.length > LARGEST) return TOO_LARGE;
    return isUtf8(bytes) ? { bytes: bytes.subarray(hasMark(bytes) ? MARK_BYTES : 0) } : NOT_TEXT;
  } catch (error) {
    return reasonFor(error as NodeJS.ErrnoException);
  }
}

/** Reads a file like {@link readSource}, but asynchronously. */
export async function readSourceLater(file: string): Promise<ReadFile | undefined> {
  try {
    return refusal(await stat(file)) ?? decoded(await readFile(file));
  } catch (error) {
    return reasonFor(error as NodeJS.ErrnoException);
  }
}

/** The length of the byte-order mark of UTF-8. */
const MARK_BYTES = 3;
const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** Refuses folders, pipes, devices and files that are too large. Reading a pipe could wait, and reading a device could go on, for ever. */
function refusal(stats: Stats): { readonly unreadable: Unreadable } | undefined {
  if (stats.isDirectory()) return { unreadable: A_FOLDER };
  if (!stats.isFile())
    return { unreadable: { why: 'is a pipe or a device, not a file', remedy: 'Take it out of the folder, or rename it.' } };
  return stats.size > LARGEST ? TOO_LARGE : undefined;
}

const A_FOLDER: Unreadable = { why: 'is a folder', remedy: 'Rename it: names with this ending are for files.' };

function reasonFor(error: NodeJS.ErrnoException): { readonly unreadable: Unreadable } | undefined {
  return error.code === 'ENOENT' || error.code === 'ENOTDIR' ? undefined : { unreadable: unreadableFor(error) };
}

/** Explains an error of the file system to the person who wants a file or folder to be read. */
export function unreadableFor({ code, message }: NodeJS.ErrnoException): Unreadable {
  if (code === 'EACCES' || code === 'EPERM') return { why: 'may not be read by you', remedy: 'Change its permissions.' };
  if (code === 'EISDIR') return A_FOLDER;
  if (code === 'ELOOP') return { why: 'is a link that leads back to itself', remedy: 'Take it out of the folder.' };
  return { why: `cannot be read (${message})`, remedy: 'Try again, or take it out of the folder.' };
}
