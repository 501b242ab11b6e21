/** Finds the files that an import reads. */
import path from 'node:path';
import { isRead, isRecord, notImportable } from '../../exchange/targets.ts';
import { findFiles } from '../../host/find-files.ts';
import { slashed } from '../../host/inside.ts';
import { statsAt } from '../../host/stats.ts';

/** A file to import. */
export interface RecordFile {
  readonly full: string;
  readonly shown: string;
  /** The path relative to the folder that was named. */
  readonly within: string;
}

/** Returns the requested files, those of folders included, or why they cannot be read. */
export function recordFiles(paths: readonly string[], cwd: string): readonly RecordFile[] | string {
  const found = new Map<string, RecordFile>();
  for (const one of paths) {
    const full = path.resolve(cwd, one);
    // An unset variable of a script leaves an empty path, which must not mean the current folder.
    const stats = one === '' ? undefined : statsAt(full);
    if (!stats) return `There is no file or folder "${one}".`;
    const folder = stats.isDirectory();
    if (!folder && !isRead(full)) return notImportable(one);
    for (const file of folder ? findFiles(full, isRead).files.filter(name => isRecord(slashed(name))) : [full])
      found.set(file, {
        full: file,
        shown: slashed(path.relative(cwd, file)),
        within: folder ? path.relative(full, file) : path.basename(file),
      });
  }
  return [...found.values()];
}
