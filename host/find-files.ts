/** Finds the files of a project in a folder. Hidden folders, `node_modules`, links and files that git ignores are left out. */
import { type Dirent, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Ignored, ignoredIn, isIgnored, type Note, type TakeNote } from './left-out.ts';
import { unreadableFor } from './read.ts';
import { statsAt } from './stats.ts';

/** The result of searching a folder. */
export interface Found {
  /** Absolute paths, sorted by name. */
  readonly files: readonly string[];
  /** The files and folders that git ignores; ignored folders are not searched. */
  readonly ignored: readonly string[];
  /** Notes on files and folders that could not be read, and on git if it could not be asked. */
  readonly notes: readonly Note[];
}

type Wants = (name: string) => boolean;

/** Searches a folder and its subfolders for files whose name `wants` accepts. Throws nothing: what cannot be read becomes a note. */
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
    // Node puts this character where a name is not UTF-8; the name then leads to no file.
    if (entry.name.includes('\ufffd') && !existsSync(full)) note({ place: full, says: 'is left out: its name is not UTF-8. Rename it.' });
    else if (entry.isFile()) files.push(full);
    else note({ place: full, says: 'is left out: it is a pipe or a device, not a file.' });
  };
  walk(folder, ignoredIn(folder, note));
  return { files, ignored, notes };
}

/** Whether {@link findFiles} would find this file, which lies at any depth below the folder. */
export function isFound(folder: string, file: string, wants: Wants): boolean {
  const names = path.relative(folder, file).split(path.sep);
  return wants(names.at(-1)!) && !names.some(isPassedOver) && !isIgnored(folder, file);
}

/** Counting stops after this many entries, so that a count never takes long. */
const ENOUGH = 20_000;

/**
 * Counts the wanted files among `places` and in the folders among them. The count is too low where there are more entries than {@link
 * ENOUGH}.
 */
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
