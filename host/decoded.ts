/** Turns the bytes of a file into text, or says why they are none. A disk and the file system of an editor share it. */
import type { Unreadable } from '../language/findings/unreadable.ts';

/** The text of a file, or the reason why it cannot be read. */
export type ReadFile = { readonly text: string } | { readonly unreadable: Unreadable };

/** The size limit in bytes. The longest known program has a hundredth of it. */
export const LARGEST = 32 << 20;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes bytes as UTF-8. The byte-order mark is left out, because positions count as in an editor, which does not show it. */
export function decoded(bytes: Uint8Array): ReadFile {
  if (bytes.length > LARGEST) return TOO_LARGE;
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return NOT_TEXT;
  }
}

export const NOT_TEXT = { unreadable: { why: 'is not UTF-8 text', remedy: 'Save it with the encoding UTF-8.' } };

export const TOO_LARGE = {
  unreadable: {
    why: `is larger than ${LARGEST >> 20} MB, which no program is`,
    remedy: 'Rename it if it is something else, or divide it.',
  },
};
