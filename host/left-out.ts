/**
 * Decides which files git ignores and which therefore belong to no project. git itself answers if it is installed; otherwise the
 * `.gitignore` files are read here.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isTooWild, MOST_WILDCARDS } from '../language/project/pattern-slip.ts';
import { git, isRepository, repositoryOf } from './git.ts';
import { slashed } from './inside.ts';
import { unreadableFor } from './read.ts';
import { statsAt } from './stats.ts';

/** What git ignores in one folder. */
export interface Ignored {
  /** Whether a file or folder that lies directly in this folder is ignored. */
  has(full: string, isFolder: boolean): boolean;
  /** Returns the same for a folder that lies directly in this one. */
  below(folder: string): Ignored;
}

/** Something that people should know about the files that were looked for. */
export interface Note {
  /** The absolute path of the file or folder that the note is about. */
  readonly place?: string;
  /** A sentence. If the note has a place, the sentence follows its name. */
  readonly says: string;
}

/** Receives notes one by one. */
export type TakeNote = (note: Note) => void;

/**
 * Returns what is ignored in a folder, by the `.gitignore` files of that folder and of those above it. `note` is called with the reason if
 * git could not be asked or a file cannot be read.
 */
export function ignoredIn(folder: string, note: TakeNote): Ignored {
  const top = repositoryOf(folder);
  return (top === undefined ? undefined : byGit(top, folder, note)) ?? byFiles(folder, top, note);
}

/** Whether a single file at any depth below a folder is ignored. */
export function isIgnored(folder: string, file: string): boolean {
  const at = existing(path.dirname(file));
  const top = repositoryOf(at);
  if (top) {
    // The name goes through standard input: on the command line git could take it for an option or a pattern.
    const { ok, refusal } = git(at, ['check-ignore', '-z', '--stdin'], `${slashed(path.relative(at, file))}\0`);
    if (ok || refusal === '') return ok;
  }
  const begin = top ?? folder;
  const steps = path.relative(begin, file).split(path.sep);
  let rules = byFiles(begin, top, () => {});
  return steps.some((_, i) => {
    const full = path.join(begin, ...steps.slice(0, i + 1));
    const isFolder = i < steps.length - 1;
    if (rules.has(full, isFolder)) return true;
    rules = isFolder ? rules.below(full) : rules;
    return false;
  });
}

function existing(folder: string): string {
  return existsSync(folder) || path.dirname(folder) === folder ? folder : existing(path.dirname(folder));
}

// —— git answers ——

/** Returns `undefined` if git does not answer. */
function byGit(top: string, folder: string, note: TakeNote): Ignored | undefined {
  const only = folder === top ? [] : ['--', `:(literal)${slashed(path.relative(top, folder))}`];
  // git lists names only and reads no contents. Tracked files are never among them; a folder that is ignored as a whole ends with a slash.
  const { ok, stdout, refusal, isThere } = git(top, [...LIST_IGNORED, ...only]);
  if (ok)
    return inRepository(
      new Set(
        stdout
          .split('\0')
          .filter(Boolean)
          .map(name => path.join(top, name.replace(/\/$/, ''))),
      ),
      folder,
      note,
    );
  note(
    isThere
      ? {
          place: top,
          says: `is a repository in which git does not say what it ignores, so .gitignore files alone decide. git says: ${refusal}`,
        }
      : { says: 'git is not found here, so .gitignore files alone decide what is left out.' },
  );
  return undefined;
}

const LIST_IGNORED = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];

function inRepository(all: ReadonlySet<string>, asked: string, note: TakeNote): Ignored {
  // The folder itself may lie in a folder that is ignored as a whole.
  const whole = [...all].some(one => asked === one || asked.startsWith(one + path.sep));
  const here: Ignored = {
    has: full => whole || all.has(full),
    below: folder => (isRepository(folder) ? ignoredIn(folder, note) : here),
  };
  return here;
}

// —— the `.gitignore` files answer ——

interface Rules {
  readonly folder: string;
  readonly ignore: Ignore;
}

function byFiles(folder: string, top: string | undefined, note: TakeNote): Ignored {
  const above: string[] = [];
  if (top) for (let at = folder; at !== top; ) above.unshift((at = path.dirname(at)));
  return followed(
    folder,
    above.reduce<readonly Rules[]>((rules, one) => withOwn(one, rules, note), []),
    note,
  );
}

function followed(folder: string, above: readonly Rules[], note: TakeNote): Ignored {
  const rules = withOwn(folder, above, note);
  return {
    has: (full, isFolder) => ignores(full, isFolder, rules),
    // A repository within a repository follows its own `.gitignore` files only.
    below: inner => followed(inner, isRepository(inner) ? [] : rules, note),
  };
}

function withOwn(folder: string, above: readonly Rules[], note: TakeNote): readonly Rules[] {
  const file = path.join(folder, '.gitignore');
  if (!existsSync(file)) return above;
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/);
    const wild = lines.findIndex(isTooWild);
    if (wild >= 0)
      note({
        place: file,
        says: `is followed in part: patterns with more than ${MOST_WILDCARDS} times "*", as in line ${wild + 1}, are not.`,
      });
    return [...above, { folder, ignore: ignore({ ignorecase: ignoresCase(folder) }).add(lines.filter(line => !isTooWild(line))) }];
  } catch (error) {
    const { why } = unreadableFor(error as NodeJS.ErrnoException);
    note({ place: file, says: `is not followed: it ${why}.` });
    return above;
  }
}

/** The `.gitignore` file that is nearest to a path and mentions it decides. */
function ignores(full: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  for (const { folder, ignore: own } of [...rules].reverse()) {
    const { ignored, unignored } = own.test(slashed(path.relative(folder, full)) + (isFolder ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** Whether the file system treats `.gitignore` and `.GITIGNORE` as one name. This can differ from folder to folder. */
function ignoresCase(folder: string): boolean {
  const asIs = statsAt(path.join(folder, '.gitignore'));
  const other = statsAt(path.join(folder, '.GITIGNORE'));
  return asIs !== undefined && asIs.ino === other?.ino && asIs.dev === other.dev;
}
