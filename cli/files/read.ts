/** Reads files; if one cannot be read, the error is a clear sentence. */

import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { LARGEST } from '../../host/read.ts';
import { Refusal } from '../../host/refusal.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads the bytes of a file; `shown` names it in messages. Throws a {@link Refusal}. */
export function readBytes(file: string, shown: string): Buffer {
  try {
    const opened = openSync(file, 'r');
    try {
      return fstatSync(opened).isFile() ? readFileSync(opened) : readStream(opened, shown);
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`"${shown}" cannot be read: ${reason(error as NodeJS.ErrnoException)}.`);
  }
}

/** Reads a pipe or a device to its end; one that goes on beyond 32 MB is refused, since it may have no end. */
function readStream(opened: number, shown: string): Buffer {
  const chunks: Buffer[] = [];
  for (let size = 0; size <= LARGEST; ) {
    const chunk = Buffer.alloc(1 << 16);
    const length = readSync(opened, chunk);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
    size += length;
  }
  throw new Refusal(`"${shown}" is no file, and goes on beyond 32 MB. Name a file.`);
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
