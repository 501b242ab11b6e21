/** Whether files lie in a folder, whatever links and `..` say. */
import { readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** Whether a path stays within a folder when its links are followed, be something there or not. `root` has no links. */
export const isWithin = (root: string, file: string): boolean => isBelow(root, real(path.resolve(root, file)));

/** Whether a path is a folder or lies in it, by their words alone. */
export function isBelow(root: string, file: string, { relative, isAbsolute, sep } = path): boolean {
  const way = relative(root, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** As many links as one after the other may lead on. */
const LINKS = 40;

/** Where a path leads. A link to what is not there leads there all the same: the answer must not tell whether it is. */
function real(file: string, links = LINKS): string {
  try {
    return realpathSync(file);
  } catch {
    const parent = path.dirname(file);
    if (parent === file) return file;
    const folder = real(parent, links);
    const at = path.join(folder, path.basename(file));
    const to = links > 0 ? linkAt(at) : undefined;
    return to === undefined ? at : real(path.resolve(folder, to), links - 1);
  }
}

function linkAt(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined; // no link
  }
}
