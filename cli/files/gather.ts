/** From the paths on the command line to the projects to read: which files are reported on, and which are read for their names only. */
import { existsSync, type Stats, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ignore from 'ignore';
import { countWithin, type Found, findFiles } from '../../host/find-files.ts';
import { identityOf } from '../../host/identity.ts';
import { slashed } from '../../host/inside.ts';
import type { Note } from '../../host/left-out.ts';
import { isConfigFile, isProgramFile } from '../../host/program-file.ts';
import { projectOf } from '../../host/project-of.ts';
import { type ReadFile, readSource, unreadableFor } from '../../host/read.ts';
import type { Unreadable } from '../../language/findings/unreadable.ts';
import { NO_CONFIG, readConfig } from '../../language/project/config.ts';
import type { ProjectPaths } from '../../language/project/config-findings.ts';

export interface SourceFile {
  /** Its identity: absolute, without links. */
  readonly file: string;
  /** As it is printed: as it was spelled where it was asked for. */
  readonly shown: string;
  readonly text: string;
  /** Whether it was asked for; the others only lend their names. */
  readonly reported: boolean;
}

/** A file that was found and cannot be read. */
export interface UnreadableFile extends Omit<SourceFile, 'text'> {
  readonly unreadable: Unreadable;
}

/** A project's `cred.json`. */
export interface ConfigText {
  readonly file: string;
  readonly shown: string;
  readonly text: string;
  /** Why it counts as empty. */
  readonly unreadable?: Unreadable;
}

/** Its place among the files of a project, where results are told by number. */
export const CONFIG = -1;

export interface ProjectFiles {
  /** The folder's identity. */
  readonly root: string;
  readonly config: ConfigText | undefined;
  /** The day that `cred.json` sets. */
  readonly asOf: string | undefined;
  /** In the order of their paths, whatever was asked for. */
  readonly files: readonly SourceFile[];
  /** Those that cannot be read; all others are checked all the same. */
  readonly unreadable: readonly UnreadableFile[];
  /** Those that `cred.json` leaves out, by their paths from the folder. */
  readonly leftOut: readonly string[];
  /** Whether these are all that the folder has. */
  readonly isWhole: boolean;
  /** The folder outside of which nothing is told, not even whether it is there. It has no links. */
  readonly only?: string;
}

export interface GatheredFiles {
  readonly projects: readonly ProjectFiles[];
  /** Why the check cannot be made. */
  readonly problems: readonly string[];
  /** What is worth saying all the same. */
  readonly notes: readonly string[];
}

export interface GatherOptions {
  /** Texts that stand for files, by their absolute paths; such a file need not exist. */
  readonly given?: ReadonlyMap<string, string>;
  /** Told how many files are asked for, before they are read. */
  readonly listed?: (files: number) => void;
}

export function gather(paths: readonly string[], from: string, { given = new Map(), listed }: GatherOptions = {}): GatheredFiles {
  const problems: string[] = [];
  const notes = new Set<string>();
  const cwd = identityOf(from);
  const shown = (file: string): string => slashed(path.relative(from, file)) || '.';
  const note = ({ place, says }: Note): void => void notes.add(place === undefined ? says : `"${shown(place)}" ${says}`);
  const texts = new Map([...given].map(([file, text]) => [identityOf(file), text]));

  const find = remembered(folder => findFiles(folder, name => isProgramFile(name) || isConfigFile(name)));

  const roots = new Map<string, Map<string, Asked>>();
  let ignored = 0;
  for (const one of paths) {
    const asked = named(one, { from, texts, find });
    if (typeof asked === 'string') {
      problems.push(asked);
      continue;
    }
    const places = { parentOf, hasConfig, opened: isTooWide(cwd) ? [asked.folder] : [cwd, asked.folder] };
    asked.notes.forEach(note);
    ignored += asked.ignored;
    if (asked.files.length === 0) {
      notes.add(`There are no .cred files in "${one}".`);
      // Its settings may be the reason, and have a mistake.
      const root = projectOf(path.join(asked.folder, 'none.cred'), places);
      if (!roots.has(root)) roots.set(root, new Map());
    }
    for (const file of asked.files) {
      const root = projectOf(file.file, places);
      if (!roots.has(root)) roots.set(root, new Map());
      // What is reached in two ways keeps the first spelling.
      const reported = roots.get(root)!;
      if (!reported.has(file.file) || file.itself)
        reported.set(file.file, { ...file, shown: reported.get(file.file)?.shown ?? file.shown });
    }
  }

  listed?.([...roots.values()].reduce((sum, files) => sum + files.size, 0));
  let excluded = 0;
  const projects = [...roots].map(([root, reported]): ProjectFiles => {
    const config = configOf(root, shown);
    const { excludes, asOf } = config ? readConfig(config.text) : NO_CONFIG;
    const files: SourceFile[] = [];
    const unreadable: UnreadableFile[] = [];
    const leftOut: string[] = [];
    for (const file of [...new Set([...reported.keys(), ...filesOf(root, find(root), note)])].sort()) {
      const asked = reported.get(file);
      if (excludes(within(root, file))) {
        leftOut.push(within(root, file));
        if (asked?.itself) notes.add(`"${asked.shown}" is left out, as "${config!.shown}" says.`);
        else if (asked) excluded++;
        continue;
      }
      const one = { file, shown: asked?.shown ?? shown(file), reported: asked !== undefined };
      const reading: ReadFile | undefined = texts.has(file) ? { text: texts.get(file)! } : readSource(file);
      if (reading === undefined) continue; // it went while the others were read
      if ('text' in reading) files.push({ ...one, text: reading.text });
      else if (asked?.itself) problems.push(`"${one.shown}" ${reading.unreadable.why}. ${reading.unreadable.remedy}`);
      else unreadable.push({ ...one, unreadable: reading.unreadable });
    }
    return { root, config, asOf, files, unreadable, leftOut, isWhole: true };
  });
  const left = leftOutNote(ignored, excluded);
  if (left) notes.add(left);
  return { projects, problems, notes: [...notes] };
}

const parentOf = (file: string): string | undefined => (path.dirname(file) === file ? undefined : path.dirname(file));
const hasConfig = (folder: string): boolean => existsSync(path.join(folder, 'cred.json'));
/** The whole disk and the home folder hold much that is no project. */
const isTooWide = (folder: string): boolean => folder === path.parse(folder).root || folder === identityOf(os.homedir());

/** What nobody named and is left out is counted, so that it is not missed in silence. */
function leftOutNote(ignored: number, excluded: number): string | undefined {
  const files = (count: number): string => `${count} .cred ${count === 1 ? 'file is' : 'files are'} left out`;
  if (ignored === 0 && excluded === 0) return undefined;
  if (excluded === 0) return `${files(ignored)}: git ignores ${ignored === 1 ? 'it' : 'them'}.`;
  if (ignored === 0) return `${files(excluded)}: cred.json excludes ${excluded === 1 ? 'it' : 'them'}.`;
  return `${files(ignored + excluded)}: git ignores ${ignored}, cred.json excludes ${excluded}.`;
}

/** The `cred.json` that counts for a text which would be a file of a folder. */
export function configFor(folder: string): ConfigText | undefined {
  const at = identityOf(folder);
  const root = projectOf(path.join(at, 'text.cred'), { parentOf, hasConfig, opened: [at] });
  return configOf(root, file => slashed(path.relative(folder, file)));
}

function configOf(root: string, shown: (file: string) => string): ConfigText | undefined {
  const file = path.join(root, 'cred.json');
  const reading = readSource(file);
  if (reading === undefined) return undefined;
  const one = { file, shown: shown(file) };
  return 'text' in reading ? { ...one, text: reading.text } : { ...one, text: '{}', unreadable: reading.unreadable };
}

/** A file's path seen from its project's folder, with forward slashes. */
export const within = (root: string, file: string): string => slashed(path.relative(root, file));

interface Asked {
  /** Its identity. */
  readonly file: string;
  readonly shown: string;
  /** Whether it was named itself. */
  readonly itself: boolean;
}

interface PathMatches {
  readonly files: readonly Asked[];
  /** The identity of the folder in which they were looked for. */
  readonly folder: string;
  /** How many more there are that git ignores. */
  readonly ignored: number;
  readonly notes: readonly Note[];
}

/** What it takes to follow a path. */
interface Search {
  /** The folder that paths are relative to. */
  readonly from: string;
  readonly texts: ReadonlyMap<string, string>;
  /** The files of a folder, given by its identity. */
  readonly find: (folder: string) => Found;
}

/** The files that a path on the command line names, or why it cannot be followed. */
function named(given: string, search: Search): PathMatches | string {
  const { from, texts } = search;
  const full = path.resolve(from, given);
  const file = identityOf(full);
  if (!texts.has(file)) {
    if (/[*?]/.test(given) && !existsSync(full)) return fitting(given, search);
    const stats = statsOf(full, given);
    if (typeof stats === 'string') return stats;
    if (stats.isDirectory()) return below(full, search);
    if (!isProgramFile(full)) return `"${given}" is not a .cred file.`;
    if (!stats.isFile()) return `"${given}" is a pipe or a device, not a file. With --stdin, what comes in can be checked.`;
  } else if (!isProgramFile(full)) return `"${given}" is not a .cred file.`;
  return { files: [{ file, shown: slashed(path.relative(from, full)), itself: true }], folder: path.dirname(file), ignored: 0, notes: [] };
}

/** The files of a folder, shown by the way that was taken to it. */
function below(full: string, { from, find }: Search, wants: (way: string) => boolean = () => true): PathMatches {
  const folder = identityOf(full);
  const { files, ignored, notes } = find(folder);
  const asked = files.filter(file => isProgramFile(file) && wants(within(folder, file)));
  return {
    files: asked.map(file => ({ file, shown: slashed(path.relative(from, path.join(full, path.relative(folder, file)))), itself: false })),
    folder,
    ignored: countWithin(ignored, isProgramFile),
    notes,
  };
}

/** What a pattern such as `programs/*.cred` names, where no shell has said so: those of Windows do not. */
function fitting(given: string, search: Search): PathMatches | string {
  const parts = slashed(given).split('/');
  const first = parts.findIndex(part => /[*?]/.test(part));
  const folder = parts.slice(0, first).map(part => `${part}/`);
  const fits = ignore({ ignorecase: false }).add(`/${parts.slice(first).join('/')}`);
  const found = below(path.resolve(search.from, folder.join('')), search, way => ignore.isPathValid(way) && fits.ignores(way));
  return found.files.length === 0 ? `There is no .cred file that "${given}" fits.` : { ...found, ignored: 0 };
}

function statsOf(full: string, given: string): Stats | string {
  // What an empty variable of a script leaves is not the current folder.
  if (given === '') return 'There is no file or folder "".';
  try {
    return statSync(full);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file or folder "${given}".`;
    const { why, remedy } = unreadableFor(error as NodeJS.ErrnoException);
    return `"${given}" ${why}. ${remedy}`;
  }
}

export const isIn = (file: string, folder: string): boolean => file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);

/** All paths of a project; `undefined` where some are not known. */
export const pathsOf = ({ root, files, leftOut, isWhole }: ProjectFiles): ProjectPaths | undefined =>
  isWhole ? { read: files.map(({ file }) => within(root, file)), leftOut } : undefined;

/** The files of a project: a folder below it with a `cred.json` of its own is another one. */
function filesOf(root: string, { files, notes }: Found, note: (note: Note) => void): readonly string[] {
  notes.forEach(note);
  const others = files
    .filter(isConfigFile)
    .map(file => path.dirname(file))
    .filter(folder => folder !== root);
  return files.filter(file => isProgramFile(file) && !others.some(folder => isIn(file, folder)));
}

/** A function of a folder that is asked once for each. */
function remembered<T>(of: (folder: string) => T): (folder: string) => T {
  const known = new Map<string, T>();
  return folder => {
    if (!known.has(folder)) known.set(folder, of(folder));
    return known.get(folder)!;
  };
}
