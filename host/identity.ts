/** Decides when two paths lead to the same file, through whatever links, `..` or capitals. */
import { readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The most links that are followed one after the other, as in Linux: a chain that is longer is taken for a circle. */
const LINKS = 40;

/**
 * Returns the path of a file with its links resolved and in the capitals of the file system. Two paths lead to the same file if their
 * identities are equal. A link to a missing file is resolved as well, so that the answer does not reveal whether the file exists.
 */
export function identityOf(file: string, links = LINKS): string {
  try {
    return realpathSync.native(file);
  } catch {
    const parent = path.dirname(file);
    if (parent === file) return file;
    const folder = identityOf(parent, links);
    const at = path.join(folder, path.basename(file));
    const to = links > 0 ? linkAt(at) : undefined;
    return to === undefined ? at : identityOf(path.resolve(folder, to), links - 1);
  }
}

function linkAt(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined; // The file is no link.
  }
}
