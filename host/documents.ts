/** Where documents are that files of a project name. Nothing outside the project's folder is looked at, and none is opened. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Whereabouts } from '../language/findings/host.ts';
import { identityOf } from './identity.ts';
import { isBelow, isWithin, slashed } from './inside.ts';

/** Where a path leads that begins at a file's folder. `root` is the identity of the project's folder. */
export function whereaboutsOf(root: string, file: string, written: string): Whereabouts {
  const full = documentPath(root, file, written);
  if (full === undefined) return 'outside';
  const folder = path.dirname(identityOf(file));
  const spelled = spelledOnDisk(root, full);
  if (spelled !== undefined) return spelled === full ? 'there' : { spelled: slashed(path.relative(folder, spelled)) };
  return existsSync(full) ? 'there' : 'missing';
}

/** The full path of a document; `undefined` where it leads out of the project, by its words or by a link. */
export function documentPath(root: string, file: string, written: string): string | undefined {
  if (path.isAbsolute(written) || path.win32.isAbsolute(written) || written.includes('\0') || isDevice(written)) return undefined;
  const full = path.resolve(path.dirname(identityOf(file)), written);
  return isWithin(root, full) ? full : undefined;
}

/** Names that Windows takes for devices, whatever folder and ending they have. */
const isDevice = (written: string): boolean =>
  path.sep === '\\' && written.split(/[\\/]/).some(name => /^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i.test(name));

/** The path as the folders on the disk have it, letter by letter or in other capitals; `undefined` where it is not found so. */
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
/** Programs name many documents of few folders. */
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
    return NO_NAMES; // no folder, or one that may not be looked into
  }
}
