/** Turns the paths on the command line into projects: it finds the files to report on, and those to read only for their names. */
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
import { readSource, readSourceBytes, unreadableFor } from '../../host/read.ts';
import type { Unreadable } from '../../language/findings/unreadable.ts';
import { NO_CONFIG, readConfig } from '../../language/project/config.ts';
import type { ProjectPaths } from '../../language/project/config-findings.ts';
import { SharedTexts, type SourceFile } from './source.ts';

/** A file that was found but cannot be read. */
export interface UnreadableFile extends Omit<SourceFile, 'bytes'> {
  readonly unreadable: Unreadable;
}

/** A project's `cred.json`. */
export interface ConfigText {
  readonly file: string;
  readonly shown: string;
  readonly text: string;
  /** The reason why it could not be read and therefore counts as empty. */
  readonly unreadable?: Unreadable;
}

/** The index of `cred.json` where results refer to a project's files by index. */
export const CONFIG = -1;

/** A project and its files. */
export interface ProjectFiles {
  /** The identity of the project's folder. */
  readonly root: string;
  readonly config: ConfigText | undefined;
  /** The date that `cred.json` sets. */
  readonly asOf: string | undefined;
  /** The files sorted by path, whichever were asked for. */
  readonly files: readonly SourceFile[];
  /** The files that cannot be read; all others are checked anyway. */
  readonly unreadable: readonly UnreadableFile[];
  /** The paths of files that `cred.json` leaves out, relative to the folder. */
  readonly leftOut: readonly string[];
  /** Whether these are all files of the folder. */
  readonly isWhole: boolean;
  /** The folder about which the caller may learn; whether files outside exist is not revealed. The path has no links. */
  readonly only?: string;
}

/** The result of following the paths. */
export interface GatheredFiles {
  readonly projects: readonly ProjectFiles[];
  /** The reasons why the command cannot run. */
  readonly problems: readonly string[];
  /** Notes for the user that do not stop the command. */
  readonly notes: readonly string[];
}

/** How to follow the paths. */
export interface GatherOptions {
  /** Texts that replace files, by their absolute paths; the files need not exist. */
  readonly given?: ReadonlyMap<string, string>;
  /** Called with the number of requested files before they are read. */
  readonly listed?: (files: number) => void;
}

/**
 * Follows the paths, which are relative to `from`, and reads the files of their projects. Throws nothing: what is wrong is in the result.
 */
export function gather(paths: readonly string[], from: string, { given = new Map(), listed }: GatherOptions = {}): GatheredFiles {
  const problems: string[] = [];
  const notes = new Set<string>();
  const cwd = identityOf(from);
  const shown = (file: string): string => slashed(path.relative(from, file)) || '.';
  const note = ({ place, says }: Note): void => void notes.add(place === undefined ? says : `"${shown(place)}" ${says}`);
  const texts = new Map([...given].map(([file, text]) => [identityOf(file), text]));
  const memory = new SharedTexts();

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
      // Its settings may be the reason, and may contain a mistake.
      const root = projectOf(path.join(asked.folder, 'none.cred'), places);
      if (!roots.has(root)) roots.set(root, new Map());
    }
    for (const file of asked.files) {
      const root = projectOf(file.file, places);
      if (!roots.has(root)) roots.set(root, new Map());
      // A file that is reached in two ways keeps the first spelling.
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
      const reading = texts.has(file) ? { bytes: Buffer.from(texts.get(file)!) } : readSourceBytes(file);
      if (reading === undefined) continue; // The file was deleted while the others were read.
      if ('bytes' in reading) files.push({ ...one, bytes: memory.keep(reading.bytes) });
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
/** The whole disk and the home folder contain much that is not part of a project. */
const isTooWide = (folder: string): boolean => folder === path.parse(folder).root || folder === identityOf(os.homedir());

/** Returns a note with the number of files that were left out without being named, so that their absence is noticed. */
function leftOutNote(ignored: number, excluded: number): string | undefined {
  const files = (count: number): string => `${count} .cred ${count === 1 ? 'file is' : 'files are'} left out`;
  if (ignored === 0 && excluded === 0) return undefined;
  if (excluded === 0) return `${files(ignored)}: git ignores ${ignored === 1 ? 'it' : 'them'}.`;
  if (ignored === 0) return `${files(excluded)}: cred.json excludes ${excluded === 1 ? 'it' : 'them'}.`;
  return `${files(ignored + excluded)}: git ignores ${ignored}, cred.json excludes ${excluded}.`;
}

/** Returns the `cred.json` that applies to a new file in a folder. */
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

/** Returns a file's path relative to its project's folder, with forward slashes. */
export const within = (root: string, file: string): string => slashed(path.relative(root, file));

interface Asked {
  /** The identity of the file. */
  readonly file: string;
  readonly shown: string;
  /** Whether the file itself was named. */
  readonly itself: boolean;
}

interface PathMatches {
  readonly files: readonly Asked[];
  /** The identity of the folder that was searched. */
  readonly folder: string;
  /** The number of files that git ignores. */
  readonly ignored: number;
  readonly notes: readonly Note[];
}

/** What is needed to follow a path. */
interface Search {
  /** The folder to which paths are relative. */
  readonly from: string;
  readonly texts: ReadonlyMap<string, string>;
  /** Finds the files of a folder, given by its identity. */
  readonly find: (folder: string) => Found;
}

/** Returns the files that a path on the command line names, or why it cannot be followed. */
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

/** Returns the files of a folder, with paths spelled as the folder was. */
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

/** Returns the files that match a pattern such as `programs/*.cred`. The shells of Windows do not expand patterns themselves. */
function fitting(given: string, search: Search): PathMatches | string {
  const parts = slashed(given).split('/');
  const first = parts.findIndex(part => /[*?]/.test(part));
  const folder = parts.slice(0, first).map(part => `${part}/`);
  const fits = ignore({ ignorecase: false }).add(`/${parts.slice(first).join('/')}`);
  const found = below(path.resolve(search.from, folder.join('')), search, way => ignore.isPathValid(way) && fits.ignores(way));
  return found.files.length === 0 ? `There is no .cred file that "${given}" fits.` : { ...found, ignored: 0 };
}

function statsOf(full: string, given: string): Stats | string {
  // An unset variable of a script leaves an empty path, which must not mean the current folder.
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

/** Whether a file lies in a folder, judged by the text of both paths. */
export const isIn = (file: string, folder: string): boolean => file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);

/** Returns all paths of a project; `undefined` if not all are known. */
export const pathsOf = ({ root, files, leftOut, isWhole }: ProjectFiles): ProjectPaths | undefined =>
  isWhole ? { read: files.map(({ file }) => within(root, file)), leftOut } : undefined;

/** Returns the files of a project. A folder below with its own `cred.json` is another project. */
function filesOf(root: string, { files, notes }: Found, note: (note: Note) => void): readonly string[] {
  notes.forEach(note);
  const others = files
    .filter(isConfigFile)
    .map(file => path.dirname(file))
    .filter(folder => folder !== root);
  return files.filter(file => isProgramFile(file) && !others.some(folder => isIn(file, folder)));
}

/** Returns a function that remembers its result for each folder. */
function remembered<T>(of: (folder: string) => T): (folder: string) => T {
  const known = new Map<string, T>();
  return folder => {
    if (!known.has(folder)) known.set(folder, of(folder));
    return known.get(folder)!;
  };
}
