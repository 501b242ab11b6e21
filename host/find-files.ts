/** The files of a folder that belong to a project: without hidden folders, `node_modules`, links and what git ignores. */
import { type Dirent, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Ignored, ignoredIn, isIgnored, type Note, type TakeNote } from './left-out.ts';
import { unreadableFor } from './read.ts';
import { statsAt } from './stats.ts';

export interface Found {
  /** Absolute paths, in the order of their names. */
  readonly files: readonly string[];
  /** Files and folders that git ignores. */
  readonly ignored: readonly string[];
  /** What could not be read or asked. */
  readonly notes: readonly Note[];
}

type Wants = (name: string) => boolean;

export function findFiles(folder: string, wants: Wants): Found {
  const files: string[] = [];
  const ignored: string[] = [];
  const notes: Note[] = [];
  const note: TakeNote = one => void notes.push(one);
  const walk = (at: string, rules: Ignored): void => {
    for (const entry of entries(at, note)) {
      if (isPassedOver(entry.name)) continue;
      const full = path.join(at, entry.name);
      if (rules.has(full, entry.isDirectory())) ignored.push(full);
      else if (entry.isDirectory()) walk(full, rules.below(full));
      else if (wants(entry.name) && !entry.isSymbolicLink()) take(entry, full);
    }
  };
  const take = (entry: Dirent, full: string): void => {
    // What Node could not decode stands as this sign, and leads to no file.
    if (entry.name.includes('\ufffd') && !existsSync(full)) note({ place: full, says: 'is left out: its name is not UTF-8. Rename it.' });
    else if (entry.isFile()) files.push(full);
    else note({ place: full, says: 'is left out: it is a pipe or a device, not a file.' });
  };
  walk(folder, ignoredIn(folder, note));
  return { files, ignored, notes };
}

/** Whether {@link findFiles} finds a file that is somewhere below the folder. */
export function isFound(folder: string, file: string, wants: Wants): boolean {
  const names = path.relative(folder, file).split(path.sep);
  return wants(names.at(-1)!) && !names.some(isPassedOver) && !isIgnored(folder, file);
}

/** More entries than this are not looked at only to be counted. */
const ENOUGH = 20_000;

/** How many files, of those and in those folders, are wanted; too few where there are very many. */
export function countWithin(places: readonly string[], wants: Wants): number {
  let left = ENOUGH;
  const count = (place: string, isFolder: boolean): number => {
    if (!isFolder) return wants(path.basename(place)) ? 1 : 0;
    let sum = 0;
    for (const entry of entries(place, () => {})) {
      if (left-- <= 0) break;
      if (!isPassedOver(entry.name)) sum += count(path.join(place, entry.name), entry.isDirectory());
    }
    return sum;
  };
  return places.reduce((sum, place) => sum + count(place, statsAt(place)?.isDirectory() ?? false), 0);
}

const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

function entries(folder: string, note: TakeNote): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const { why, remedy } = unreadableFor(error as NodeJS.ErrnoException);
    note({ place: folder, says: `is left out: it ${why}. ${remedy}` });
    return [];
  }
}
