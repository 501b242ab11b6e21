import { type Stats, statSync } from 'node:fs';

/** Returns what the file system says about a file or folder; `undefined` if it does not exist or may not be looked at. */
export function statsAt(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}
