/**
 * Decides which project a file belongs to. The command line, the language server, the library and `cred mcp` share this answer. Files and
 * folders are passed by their identity (`identity.ts`), as paths or as addresses. Nothing is read here: the caller says which folders have
 * a `cred.json`, from a disk, a listing or an editor.
 */

/** The folders around a file, as the caller knows them. */
export interface FolderTree {
  /** Returns the folder in which a file or folder lies, spelled like those in `opened`; `undefined` for the topmost. */
  readonly parentOf: (place: string) => string | undefined;
  /** Whether a folder has a `cred.json`. It is called for the folders above a file, the nearest first. */
  readonly hasConfig: (folder: string) => boolean;
  /** The folders that an editor has open, or that a command was given or runs in. */
  readonly opened: readonly string[];
}

/**
 * Returns the folder of a file's project. This is the nearest folder above the file that has a `cred.json`, whether opened or not. If
 * there is none, it is the outermost opened folder that contains the file, so that a folder and its subfolder opened together are one
 * project. Otherwise it is the file's own folder.
 */
export function projectOf(file: string, { parentOf, hasConfig, opened }: FolderTree): string {
  let outermost: string | undefined;
  for (const folder of foldersAbove(file, parentOf)) {
    if (hasConfig(folder)) return folder;
    if (opened.includes(folder)) outermost = folder;
  }
  return outermost ?? parentOf(file) ?? file;
}

/** Yields the folders that contain a file, the nearest first. */
export function* foldersAbove(file: string, parentOf: FolderTree['parentOf']): Generator<string> {
  for (let at = parentOf(file); at !== undefined; at = parentOf(at)) yield at;
}

/** Implements {@link FolderTree.parentOf} for addresses: `file:///a/b.cred` lies in `file:///a/`, which lies in `file:///`. */
export function parentOfAddress(uri: string): string | undefined {
  const begin = /^[a-z][a-z0-9+.-]*:(\/\/[^/]*)?/i.exec(uri)?.[0].length ?? 0;
  const path = uri.slice(begin).replace(/\/$/, '');
  return path === '' || !path.includes('/') ? undefined : uri.slice(0, begin + path.lastIndexOf('/') + 1);
}
