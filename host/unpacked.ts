/** Unpacks the files of a zip archive, each under a path of its own, with bounds on what they may have together. */
import { distinct, splitEnding } from '../exchange/paths.ts';
import { entriesOf, type ZipEntry, type ZipFault } from './zip.ts';

/** A file of an archive. */
export interface UnpackedFile {
  /** Its path within the archive, without parts that would lead out of a folder. No other file of the archive has it. */
  readonly path: string;
  /** The bytes, or a sentence for people about why they cannot be had. */
  readonly content: Uint8Array | string;
  /** Whether its path was changed because an earlier file of the archive has it. */
  readonly isRenamed: boolean;
}

/** The most that the files of an archive may have together, in bytes. */
const LARGEST = 100_000_000;
const MOST = 5_000;

/** Matches what systems add to archives and folders for themselves; nobody wrote these files. */
const OF_THE_SYSTEM = /(?:^|\/)(?:__MACOSX\/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Returns all files, in their order. `refusal` says by the path of a file why it is not wanted, and then it is not unpacked. The result is
 * a sentence if the archive as a whole cannot be read.
 */
export function unpacked(bytes: Uint8Array, refusal: (path: string) => string | undefined): readonly UnpackedFile[] | string {
  const entries = entriesOf(bytes)?.filter(({ name }) => !/[\\/]$/.test(name) && !OF_THE_SYSTEM.test(name));
  if (!entries) return 'It is no zip archive, or a part of it is missing.';
  const taken = new Set<string>();
  const files = entries.map(entry => {
    const wanted = safe(entry.name) || 'unnamed';
    const { stem, ending } = splitEnding(wanted);
    const path = distinct(stem, ending, taken);
    return { entry, path, isRenamed: path !== wanted, why: refusal(wanted) };
  });
  const size = files.reduce((sum, { entry, why }) => (why === undefined ? sum + entry.size : sum), 0);
  if (size > LARGEST || files.length > MOST)
    return `It would have more than ${LARGEST / 1e6} MB, or more than ${MOST} files, when it is unpacked. Take it apart into several.`;
  return files.map(({ entry, path, isRenamed, why }) => ({ path, isRenamed, content: why ?? contentOf(entry) }));
}

function contentOf(entry: ZipEntry): Uint8Array | string {
  const made = entry.content();
  return typeof made === 'string' ? FAULTS[made] : made;
}

const FAULTS: Readonly<Record<ZipFault, string>> = {
  encrypted: 'It is encrypted. Unpack it with its password, and import it by itself.',
  method: 'It is packed by a method that is not read. Unpack it, and import it by itself.',
  damaged: 'It is damaged. Make the archive anew.',
};

/** Returns the path without steps out of the folder, drives, and characters that a file system refuses or takes for something else. */
const safe = (name: string): string =>
  name
    .split(/[\\/]/)
    .filter(part => !/^(?:\.{0,2}|[a-z]:)$/i.test(part))
    .map(part => part.replace(/[<>:"|?*\p{Cc}]/gu, '-').replace(/[. ]+$/, '-'))
    .join('/');
