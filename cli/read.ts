/** Reading files, with a clear word where one cannot be read. */
import { readFileSync } from 'node:fs';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text without its byte-order mark: positions are those of an editor, which shows none. */
export function readText(file: string, shown: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Error(`"${shown}" cannot be read: ${reason(error as NodeJS.ErrnoException)}.`);
  }
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Error(`"${shown}" is not UTF-8 text. Save it with the encoding UTF-8.`);
  }
}

function reason(error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'permission is denied';
  if (error.code === 'ENOENT') return 'it is not there';
  return error.message;
}
