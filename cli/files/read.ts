/** Reads files; if one cannot be read, the error is a clear sentence. */

import { readFileSync } from 'node:fs';
import { Refusal } from '../terminal/refusal.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads the bytes of a file; `shown` names it in messages. Throws a {@link Refusal}. */
export function readBytes(file: string, shown: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Refusal(`"${shown}" cannot be read: ${reason(error as NodeJS.ErrnoException)}.`);
  }
}

/**
 * Reads a file as text. The byte-order mark is left out, because positions count as in an editor, which does not show it. Throws a {@link
 * Refusal}.
 */
export function readText(file: string, shown: string): string {
  return textOf(readBytes(file, shown), `"${shown}"`);
}

/** Decodes bytes as UTF-8, without a byte-order mark. `what` names the source in the message of the {@link Refusal} that it may throw. */
export function textOf(bytes: Uint8Array, what: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Refusal(`${what} is not UTF-8 text. Save it with the encoding UTF-8.`);
  }
}

/** The byte-order mark. */
export const MARK = '\uFEFF';

/** Returns the byte-order mark if the file begins with one, else an empty string. */
export const markOf = (bytes: Buffer): string => (bytes.subarray(0, 3).equals(Buffer.from(MARK)) ? MARK : '');

function reason(error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'permission is denied';
  if (error.code === 'ENOENT') return 'it is not there';
  if (error.code === 'EISDIR') return 'it is a folder';
  return error.message;
}
