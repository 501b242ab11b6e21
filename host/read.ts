/** Reads files as text. What cannot be read has a reason that people can do something about; nothing here throws. */
import { readFileSync, type Stats, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Unreadable } from '../language/findings/unreadable.ts';

export type ReadFile = { readonly text: string } | { readonly unreadable: Unreadable };

/** In bytes. The longest program that is known has a hundredth of it. */
export const LARGEST = 32 << 20;

/** `undefined` where there is no such file. */
export function readSource(file: string): ReadFile | undefined {
  try {
    return refusal(statSync(file)) ?? decoded(readFileSync(file));
  } catch (error) {
    return reasonFor(error as NodeJS.ErrnoException);
  }
}

/** As {@link readSource}, without keeping others waiting. */
export async function readSourceLater(file: string): Promise<ReadFile | undefined> {
  try {
    return refusal(await stat(file)) ?? decoded(await readFile(file));
  } catch (error) {
    return reasonFor(error as NodeJS.ErrnoException);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What bytes say as UTF-8. The byte-order mark is left out: positions are those of an editor, which shows none. */
export function decoded(bytes: Uint8Array): ReadFile {
  if (bytes.length > LARGEST) return TOO_LARGE;
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return { unreadable: { why: 'is not UTF-8 text', remedy: 'Save it with the encoding UTF-8.' } };
  }
}

/** A pipe would be waited for, and a device may never end: neither is opened. */
function refusal(stats: Stats): ReadFile | undefined {
  if (stats.isDirectory()) return { unreadable: A_FOLDER };
  if (!stats.isFile())
    return { unreadable: { why: 'is a pipe or a device, not a file', remedy: 'Take it out of the folder, or rename it.' } };
  return stats.size > LARGEST ? TOO_LARGE : undefined;
}

const A_FOLDER: Unreadable = { why: 'is a folder', remedy: 'Rename it: names with this ending are for files.' };

const TOO_LARGE: ReadFile = {
  unreadable: {
    why: `is larger than ${LARGEST >> 20} MB, which no program is`,
    remedy: 'Rename it if it is something else, or divide it.',
  },
};

function reasonFor(error: NodeJS.ErrnoException): ReadFile | undefined {
  return error.code === 'ENOENT' || error.code === 'ENOTDIR' ? undefined : { unreadable: unreadableFor(error) };
}

/** What an error of the file system means for whoever wants to have a file or folder read. */
export function unreadableFor({ code, message }: NodeJS.ErrnoException): Unreadable {
  if (code === 'EACCES' || code === 'EPERM') return { why: 'may not be read by you', remedy: 'Change its permissions.' };
  if (code === 'EISDIR') return A_FOLDER;
  if (code === 'ELOOP') return { why: 'is a link that leads back to itself', remedy: 'Take it out of the folder.' };
  return { why: `cannot be read (${message})`, remedy: 'Try again, or take it out of the folder.' };
}
