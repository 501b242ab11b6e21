/**
 * Which project a file belongs to: one answer for the command line, the language server, the library and `cred mcp`.
 * Files and folders are given by their identity (`identity.ts`), as paths or as addresses. Nothing is read here: whoever
 * asks says which folders have a `cred.json`, so that it can look on a disk, in a listing, or ask an editor beforehand.
 */

export interface FolderTree {
  /** The folder that a file or folder lies in, spelled as `opened` is; `undefined` for the topmost. */
  readonly parentOf: (place: string) => string | undefined;
  /** Whether a folder has a `cred.json`. Asked of the folders above a file, the nearest first. */
  readonly hasConfig: (folder: string) => boolean;
  /** The folders that an editor has open, or that a command was given or runs in. */
  readonly opened: readonly string[];
}

/**
 * The folder of the project: the nearest above the file that has a `cred.json`, be it opened or not; without one the
 * outermost opened folder that holds the file, so that a folder and its subfolder opened together are one project; else the file's own folder.
 */
export function projectOf(file: string, { parentOf, hasConfig, opened }: FolderTree): string {
  let outermost: string | undefined;
  for (const folder of foldersAbove(file, parentOf)) {
    if (hasConfig(folder)) return folder;
    if (opened.includes(folder)) outermost = folder;
  }
  return outermost ?? parentOf(file) ?? file;
}

/** The folders that hold a file, the nearest first. */
export function* foldersAbove(file: string, parentOf: FolderTree['parentOf']): Generator<string> {
  for (let at = parentOf(file); at !== undefined; at = parentOf(at)) yield at;
}

/** {@link FolderTree.parentOf} for addresses: `file:///a/b.cred` lies in `file:///a/`, and that in `file:///`. */
export function parentOfAddress(uri: string): string | undefined {
  const begin = /^[a-z][a-z0-9+.-]*:(\/\/[^/]*)?/i.exec(uri)?.[0].length ?? 0;
  const path = uri.slice(begin).replace(/\/$/, '');
  return path === '' || !path.includes('/') ? undefined : uri.slice(0, begin + path.lastIndexOf('/') + 1);
}
