/** Decides whether files lie in a folder, whatever links and `..` their paths contain. */
import path from 'node:path';
import { identityOf } from './identity.ts';

/**
 * Whether a path stays within a folder when its links are followed; the file need not exist. `root` has no links. A path that already
 * leaves the folder by its text is not looked up: on Windows the lookup could contact another machine.
 */
export function isWithin(root: string, file: string): boolean {
  const full = path.resolve(root, file);
  return isBelow(root, full) && isBelow(root, identityOf(full));
}

/** Whether a path is the folder itself or lies in it, judged by the text of both paths alone. */
export function isBelow(root: string, file: string, { relative, isAbsolute, sep } = path): boolean {
  const way = relative(root, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Returns a path with forward slashes, as it is shown and as patterns match it. Where a backslash may be part of a name (not on Windows),
 * it stays.
 */
export const slashed = (file: string): string => (path.sep === '/' ? file : file.replaceAll(path.sep, '/'));
