/** Formats addresses of files for printing. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

let last: { uri: string; cwd: string; shown: string } | undefined;

/** Returns the path relative to the current folder, with forward slashes. A built-in standard keeps its address. */
export function shownPath(uri: string, cwd: string): string {
  // Most places are in the same file as the place before, so its path is kept.
  if (last?.uri !== uri || last.cwd !== cwd)
    last = { uri, cwd, shown: uri.startsWith('file:') ? path.relative(cwd, fileURLToPath(uri)).replaceAll('\\', '/') : uri };
  return last.shown;
}
