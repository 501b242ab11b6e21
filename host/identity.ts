/** What makes a file one file, by whatever link, `..` or case it is reached. */
import { readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** As many links as one after the other may lead on. */
const LINKS = 40;

/**
 * The path of a file without links, in the case that the file system has it in; two spellings are of one file if their
 * identities are equal. A link to a file that is not there leads there all the same, so that the answer does not tell whether it is.
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
    return undefined; // no link
  }
}
