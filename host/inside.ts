/** Whether files lie in a folder, whatever links and `..` say. */
import path from 'node:path';
import { identityOf } from './identity.ts';

/**
 * Whether a path stays within a folder when its links are followed, be something there or not. `root` has no links. A path that leaves
 * the folder by its words alone is not looked up: on Windows that would ask another machine.
 */
export function isWithin(root: string, file: string): boolean {
  const full = path.resolve(root, file);
  return isBelow(root, full) && isBelow(root, identityOf(full));
}

/** Whether a path is a folder or lies in it, by their words alone. */
export function isBelow(root: string, file: string, { relative, isAbsolute, sep } = path): boolean {
  const way = relative(root, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A path as it is shown and as patterns see it, with forward slashes; where a backslash is part of a name it stays. */
export const slashed = (file: string): string => (path.sep === '/' ? file : file.replaceAll(path.sep, '/'));
