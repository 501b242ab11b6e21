/** Unpacks the files of a zip archive, with bounds on what they may have together. */
import { type UnzipFileInfo, unzipSync } from 'fflate';

/** A file of an archive. */
export interface UnpackedFile {
  /** Its path within the archive, without parts that would lead out of a folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The most that the files of an archive may have together, in bytes. */
const LARGEST = 100_000_000;
const MOST = 5_000;

/** Returns the files whose names match; a sentence for people if the archive cannot be read. */
export function unpacked(bytes: Uint8Array, wanted: RegExp): readonly UnpackedFile[] | string {
  let size = 0;
  let count = 0;
  try {
    const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
      if (!wanted.test(name) || /(?:^|\/)(?:__MACOSX\/|\.[^./])/.test(name)) return false;
      size += originalSize;
      count++;
      return size <= LARGEST && count <= MOST;
    };
    const files = unzipSync(bytes, { filter });
    if (size > LARGEST || count > MOST)
      return `It would have more than ${LARGEST / 1e6} MB, or more than ${MOST} files, when it is unpacked. Take it apart into several.`;
    return Object.entries(files).map(([name, content]) => ({ path: safe(name), bytes: content }));
  } catch {
    return 'It is no zip archive, or a part of it is missing.';
  }
}

const safe = (name: string): string =>
  name
    .split(/[\\/]/)
    .filter(part => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part))
    .join('/');
