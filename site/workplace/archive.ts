/** Packs the work into one archive, and unpacks such an archive. It is loaded when it is first needed. */
import { strToU8, zipSync } from 'fflate';
import { unpacked } from '../../host/unpacked.ts';
import { isOwnName } from './own-name.ts';

/** Returns the files as one archive. */
export const packed = (files: readonly { readonly name: string; readonly text: string }[]): Blob =>
  new Blob([zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]))) as Uint8Array<ArrayBuffer>], {
    type: 'application/zip',
  });

/** What an archive has for the workplace. */
export interface OwnArchive {
  /** The files of Cred, by their names without folders. */
  readonly files: readonly File[];
  /** A sentence for each other file, and for each that cannot be read, with its path. */
  readonly left: readonly string[];
}

/** Returns the files of Cred in an archive; `undefined` if there are none, or it cannot be read. */
export function ownFilesIn(bytes: Uint8Array): OwnArchive | undefined {
  const found = unpacked(bytes, path => (isOwnName(nameIn(path)) ? undefined : 'It is no file of Cred; import it by itself.'));
  if (typeof found === 'string') return undefined;
  const files: File[] = [];
  const left: string[] = [];
  for (const { path, content } of found)
    if (typeof content === 'string') left.push(`"${path}" is not opened. ${content}`);
    else files.push(new File([content as Uint8Array<ArrayBuffer>], nameIn(path)));
  return files.length > 0 ? { files, left } : undefined;
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
