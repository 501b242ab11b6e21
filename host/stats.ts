import { type Stats, statSync } from 'node:fs';

/** What the file system knows of a file or folder; `undefined` where nothing is there, or it may not be looked at. */
export function statsAt(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}
