/** From the paths on the command line to the projects to read: which files are reported on, and which are read for their names only. */
import { existsSync, type Stats, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ignore from 'ignore';
import { findFiles } from '../../host/find-files.ts';
import { NO_CONFIG, readConfig } from '../../language/project/config.ts';
import type { ProjectPaths } from '../../language/project/config-findings.ts';
import { readText } from './read.ts';

export interface SourceFile {
  /** Absolute. */
  readonly file: string;
  /** As it is printed. */
  readonly shown: string;
  readonly text: string;
  /** Whether it was asked for; the others only lend their names. */
  readonly reported: boolean;
}

/** A project's `cred.json`. */
export interface ConfigText {
  readonly file: string;
  readonly shown: string;
  readonly text: string;
}

/** Its place among the files of a project, where results are told by number. */
export const CONFIG = -1;

export interface ProjectFiles {
  /** The folder, absolute. */
  readonly root: string;
  readonly config: ConfigText | undefined;
  /** The day that `cred.json` sets. */
  readonly asOf: string | undefined;
  /** In the order of their paths, whatever was asked for. */
  readonly files: readonly SourceFile[];
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

export function gather(paths: readonly string[], cwd: string, { given = new Map(), listed }: GatherOptions = {}): GatheredFiles {
  const problems: string[] = [];
  const notes: string[] = [];
  const attempt = <T>(read: () => T, into: string[]): T | undefined => {
    try {
      return read();
    } catch (error) {
      into.push((error as Error).message);
      return undefined;
    }
  };
  const shown = (file: string): string => path.relative(cwd, file).replaceAll('\\', '/');

  const roots = new Map<string, Set<string>>();
  /** Files that were named themselves. */
  const meant = new Set<string>();
  for (const one of paths) {
    const asked = attempt(() => named(one, cwd, given), problems);
    if (!asked) continue;
    if (asked.files.length === 0) {
      notes.push(`There are no .cred files in "${one}".`);
      // Its settings may be the reason, and have a mistake.
      const root = projectOf(path.join(asked.folder, 'none.cred'), cwd, asked.folder);
      if (!roots.has(root)) roots.set(root, new Set());
    }
    for (const file of asked.files) {
      if (asked.itself) meant.add(file);
      const root = projectOf(file, cwd, asked.folder);
      roots.set(root, (roots.get(root) ?? new Set()).add(file));
    }
  }

  listed?.([...roots.values()].reduce((sum, files) => sum + files.size, 0));
  const projects = [...roots].map(([root, reported]): ProjectFiles => {
    const config = configOf(root, shown, attempt, problems);
    const { excludes, asOf } = config ? readConfig(config.text) : NO_CONFIG;
    const files: SourceFile[] = [];
    const leftOut: string[] = [];
    for (const file of [...new Set([...reported, ...filesOf(root)])].sort()) {
      if (excludes(within(root, file))) {
        leftOut.push(within(root, file));
        if (meant.has(file)) notes.push(`"${shown(file)}" is left out, as "${config!.shown}" says.`);
        continue;
      }
      const text = given.get(file) ?? attempt(() => readText(file, shown(file)), reported.has(file) ? problems : notes);
      if (text !== undefined) files.push({ file, shown: shown(file), text, reported: reported.has(file) });
    }
    return { root, config, asOf, files, leftOut, isWhole: true };
  });
  return { projects, problems, notes };
}

type Attempt = <T>(read: () => T, into: string[]) => T | undefined;

function configOf(root: string, shown: (file: string) => string, attempt: Attempt, problems: string[]): ConfigText | undefined {
  const file = path.join(root, 'cred.json');
  const text = existsSync(file) ? attempt(() => readText(file, shown(file)), problems) : undefined;
  return text === undefined ? undefined : { file, shown: shown(file), text };
}

/** A file's path seen from its project's folder, with forward slashes. */
export const within = (root: string, file: string): string => path.relative(root, file).replaceAll('\\', '/');

interface PathMatches {
  readonly files: readonly string[];
  /** Where they were looked for. */
  readonly folder: string;
  /** Whether it was one file. */
  readonly itself: boolean;
}

/** The files that a path on the command line names. */
function named(given: string, cwd: string, texts: ReadonlyMap<string, string>): PathMatches {
  const full = path.resolve(cwd, given);
  if (texts.has(full) && !isCred(full)) throw new Error(notCred(given));
  if (!texts.has(full)) {
    if (/[*?]/.test(given) && !existsSync(full)) return fitting(given, cwd);
    const stats = attemptStat(full, given);
    if (stats.isDirectory()) return { files: findFiles(full, isCred), folder: full, itself: false };
    if (!isCred(full)) throw new Error(notCred(given));
  }
  return { files: [full], folder: path.dirname(full), itself: true };
}

const notCred = (given: string): string => `"${given}" is not a .cred file.`;

/** What a pattern such as `programs/*.cred` names, where no shell has said so: those of Windows do not. */
function fitting(given: string, cwd: string): PathMatches {
  const parts = given.replaceAll(path.sep, '/').split('/');
  const first = parts.findIndex(part => /[*?]/.test(part));
  const folder = path.resolve(
    cwd,
    parts
      .slice(0, first)
      .map(part => `${part}/`)
      .join(''),
  );
  const fits = ignore().add(`/${parts.slice(first).join('/')}`);
  const files = findFiles(folder, isCred).filter(file => fits.ignores(within(folder, file)));
  if (files.length === 0) throw new Error(`There is no .cred file that "${given}" fits.`);
  return { files, folder, itself: false };
}

function attemptStat(full: string, given: string): Stats {
  // What an empty variable of a script leaves is not the current folder.
  if (given === '') throw new Error('There is no file or folder "".');
  try {
    return statSync(full);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || (error as NodeJS.ErrnoException).code === 'ENOTDIR')
      throw new Error(`There is no file or folder "${given}".`);
    throw new Error(`"${given}" cannot be read: ${(error as Error).message}.`);
  }
}

const isCred = (file: string): boolean => file.endsWith('.cred');

/** The nearest folder above with a `cred.json`; else the current folder, if the file is in it; else where it was looked for. */
function projectOf(file: string, cwd: string, folder: string): string {
  for (let at = path.dirname(file); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, 'cred.json'))) return at;
    if (path.dirname(at) === at) break;
  }
  // The whole disk and the home folder hold much that is no project.
  const tooWide = cwd === path.parse(cwd).root || cwd === os.homedir();
  return isIn(file, cwd) && !tooWide ? cwd : folder;
}

export const isIn = (file: string, folder: string): boolean => file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);

/** All paths of a project; `undefined` where some are not known. */
export const pathsOf = ({ root, files, leftOut, isWhole }: ProjectFiles): ProjectPaths | undefined =>
  isWhole ? { read: files.map(({ file }) => within(root, file)), leftOut } : undefined;

/** The files of a project: a folder below it with a `cred.json` of its own is another one. */
function filesOf(root: string): string[] {
  const found = findFiles(root, name => isCred(name) || name === 'cred.json');
  const others = found
    .filter(file => path.basename(file) === 'cred.json')
    .map(file => path.dirname(file))
    .filter(folder => folder !== root);
  return found.filter(file => isCred(file) && !others.some(folder => isIn(file, folder)));
}
