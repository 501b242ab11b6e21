/** Folders that tests make; `test/after-file.ts` removes them when the tests of a file have ended. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Texts or bytes by the names of their files. */
export type FolderContent = Readonly<Record<string, string | Uint8Array>>;

const made: string[] = [];

/** Makes a folder with these files, and returns its path without links. */
export function folderOf(files: FolderContent): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'cred-test-')));
  made.push(folder);
  putInto(folder, files);
  return folder;
}

/** Writes files into a folder. */
export function putInto(folder: string, files: FolderContent): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** Removes all folders that were made since the last time. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
