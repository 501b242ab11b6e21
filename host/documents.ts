/** Finds the documents that a project's files name by path. It looks only inside the project's folder, and opens no document. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Whereabouts } from '../language/findings/host.ts';
import { identityOf } from './identity.ts';
import { isBelow, isWithin, slashed } from './inside.ts';

/**
 * Returns whether the document at `written`, a path relative to `file`'s folder, exists: `there`, `missing`, `outside` the project, or the
 * spelling that the disk has where only capitals differ. `root` is the identity of the project's folder.
 */
export function whereaboutsOf(root: string, file: string, written: string): Whereabouts {
  const full = documentPath(root, file, written);
  if (full === undefined) return 'outside';
  const folder = path.dirname(identityOf(file));
  const spelled = spelledOnDisk(root, full);
  if (spelled !== undefined) return spelled === full ? 'there' : { spelled: slashed(path.relative(folder, spelled)) };
  return existsSync(full) ? 'there' : 'missing';
}

/**
 * Returns the absolute path of a document, or `undefined` if the path leads out of the project, by `..`, as an absolute path or through a
 * link.
 */
export function documentPath(root: string, file: string, written: string): string | undefined {
  if (path.isAbsolute(written) || path.win32.isAbsolute(written) || written.includes('\0') || isDevice(written)) return undefined;
  const full = path.resolve(path.dirname(identityOf(file)), written);
  return isWithin(root, full) ? full : undefined;
}

/** Whether the path contains a name that Windows reserves for devices, in whatever folder and with whatever extension. */
const isDevice = (written: string): boolean =>
  path.sep === '\\' && written.split(/[\\/]/).some(name => /^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i.test(name));

/** Returns the path as the disk spells it, if it exists exactly so or in other capitals; otherwise `undefined`. */
function spelledOnDisk(root: string, full: string): string | undefined {
  let at = root;
  for (const name of path.relative(root, full).split(path.sep)) {
    const names = namesIn(at);
    const same = names.all.has(name) ? name : names.byLetters.get(name.toLowerCase());
    if (same === undefined) return undefined;
    at = path.join(at, same);
  }
  return isBelow(root, identityOf(at)) ? at : undefined;
}

interface FolderNames {
  readonly changed: number;
  readonly all: ReadonlySet<string>;
  readonly byLetters: ReadonlyMap<string, string>;
}

const NO_NAMES: FolderNames = { changed: -1, all: new Set(), byLetters: new Map() };
/** A cache of folder listings by path. Programs name many documents but in few folders, so each folder is listed once. */
const known = new Map<string, FolderNames>();
const MOST_KNOWN = 100;

function namesIn(folder: string): FolderNames {
  try {
    const changed = statSync(folder).mtimeMs;
    const before = known.get(folder);
    if (before?.changed === changed) return before;
    const names = readdirSync(folder);
    const now = { changed, all: new Set(names), byLetters: new Map(names.map(name => [name.toLowerCase(), name])) };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(folder, now);
    return now;
  } catch {
    return NO_NAMES; // The folder does not exist or may not be read.
  }
}
