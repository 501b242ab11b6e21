/** What belongs to no project because git ignores it: git says so where it is there, else the `.gitignore` files do. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isTooWild, MOST_WILDCARDS } from '../language/project/pattern-slip.ts';
import { git, isRepository, repositoryOf } from './git.ts';
import { slashed } from './inside.ts';
import { unreadableFor } from './read.ts';
import { statsAt } from './stats.ts';

/** What is ignored in a folder. */
export interface Ignored {
  /** Of a file or folder directly in that folder. */
  has(full: string, isFolder: boolean): boolean;
  /** For a folder directly in that folder. */
  below(folder: string): Ignored;
}

/** Something that whoever asks for files should know. */
export interface Note {
  /** The file or folder that it is about, absolute. */
  readonly place?: string;
  /** A sentence; one that is about a place begins after its name. */
  readonly says: string;
}

export type TakeNote = (note: Note) => void;

/** For a folder and what lies above it. `note` hears why git was not asked, or what cannot be read. */
export function ignoredIn(folder: string, note: TakeNote): Ignored {
  const top = repositoryOf(folder);
  return (top === undefined ? undefined : byGit(top, folder, note)) ?? byFiles(folder, top, note);
}

/** Whether a single file below a folder is ignored. */
export function isIgnored(folder: string, file: string): boolean {
  const at = existing(path.dirname(file));
  const top = repositoryOf(at);
  if (top) {
    // The name goes in by standard input: on the command line it could mean more than itself.
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

// —— as git says ——

/** `undefined` where git does not say. */
function byGit(top: string, folder: string, note: TakeNote): Ignored | undefined {
  const only = folder === top ? [] : ['--', `:(literal)${slashed(path.relative(top, folder))}`];
  // Names only: no contents are read. Tracked files are never among them, folders of which all is ignored end with a slash.
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
  // What was asked for may itself lie in a folder that is ignored as a whole.
  const whole = [...all].some(one => asked === one || asked.startsWith(one + path.sep));
  const here: Ignored = {
    has: full => whole || all.has(full),
    below: folder => (isRepository(folder) ? ignoredIn(folder, note) : here),
  };
  return here;
}

// —— as files say ——

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
    // A repository in a repository goes by its own rules.
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

/** The nearest file that speaks of a path decides. */
function ignores(full: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  for (const { folder, ignore: own } of [...rules].reverse()) {
    const { ignored, unignored } = own.test(slashed(path.relative(folder, full)) + (isFolder ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** Whether the file system takes `.gitignore` and `.GITIGNORE` for one name, which differs even from folder to folder. */
function ignoresCase(folder: string): boolean {
  const asIs = statsAt(path.join(folder, '.gitignore'));
  const other = statsAt(path.join(folder, '.GITIGNORE'));
  return asIs !== undefined && asIs.ino === other?.ino && asIs.dev === other.dev;
}
