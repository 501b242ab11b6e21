/** Reading files, with a clear word where one cannot be read. */

import { readFileSync } from 'node:fs';
import { Refusal } from '../terminal/refusal.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

export function readBytes(file: string, shown: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Refusal(`"${shown}" cannot be read: ${reason(error as NodeJS.ErrnoException)}.`);
  }
}

/** The text without its byte-order mark: positions are those of an editor, which shows none. */
export function readText(file: string, shown: string): string {
  return textOf(readBytes(file, shown), `"${shown}"`);
}

/** What bytes say as UTF-8, without a byte-order mark. */
export function textOf(bytes: Uint8Array, what: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Refusal(`${what} is not UTF-8 text. Save it with the encoding UTF-8.`);
  }
}

export const MARK = '\uFEFF';

/** The byte-order mark of a file that has one. */
export const markOf = (bytes: Buffer): string => (bytes.subarray(0, 3).equals(Buffer.from(MARK)) ? MARK : '');

function reason(error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'permission is denied';
  if (error.code === 'ENOENT') return 'it is not there';
  if (error.code === 'EISDIR') return 'it is a folder';
  return error.message;
}
