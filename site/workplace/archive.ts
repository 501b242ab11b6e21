/** Packs the work into one archive, and unpacks such an archive. It is loaded when it is first needed. */
import { strToU8, type UnzipFileInfo, unzipSync, zipSync } from 'fflate';
import { isOwnName } from './own-name.ts';

/** The most that the files of an archive may have together when they are unpacked, in bytes. */
const LARGEST = 100_000_000;

/** Returns the files as one archive. */
export const packed = (files: readonly { readonly name: string; readonly text: string }[]): Blob =>
  new Blob([zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]))) as Uint8Array<ArrayBuffer>], {
    type: 'application/zip',
  });

/** Returns the files of Cred in an archive, by their names without folders. There are none if it cannot be read. */
export function ownFilesIn(bytes: Uint8Array): readonly File[] {
  let size = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!isOwnName(nameIn(name)) || /(?:^|\/)(?:__MACOSX\/|\.)/.test(name)) return false;
    size += originalSize;
    return size <= LARGEST;
  };
  try {
    const found = Object.entries(unzipSync(bytes, { filter }));
    // A part of the work is worse than none, because nobody sees what is missing.
    return size <= LARGEST ? found.map(([name, content]) => new File([content as Uint8Array<ArrayBuffer>], nameIn(name))) : [];
  } catch {
    return [];
  }
}

const nameIn = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
