/** Reading files, with a clear word where one cannot be read. */
import { readFileSync } from 'node:fs';

const utf8 = new TextDecoder('utf-8', { fatal: true });

export function readBytes(file: string, shown: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`"${shown}" cannot be read: ${reason(error as NodeJS.ErrnoException)}.`);
  }
}

/** The text without its byte-order mark: positions are those of an editor, which shows none. */
export function readText(file: string, shown: string): string {
  const bytes = readBytes(file, shown);
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
