/** How an address of a file is printed. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

let last: { uri: string; cwd: string; shown: string } | undefined;

/** Relative to the current folder, with forward slashes; a built-in standard keeps its address. */
export function shownPath(uri: string, cwd: string): string {
  // Most places are in the file of the place before.
  if (last?.uri !== uri || last.cwd !== cwd)
    last = { uri, cwd, shown: uri.startsWith('file:') ? path.relative(cwd, fileURLToPath(uri)).replaceAll('\\', '/') : uri };
  return last.shown;
}
