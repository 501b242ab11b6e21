/** Asks git which files have changed since a revision and what they contained before, including nested repositories and submodules. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { git, isRepository, repositoryOf } from './git.ts';
import { identityOf } from './identity.ts';
import { readSource } from './read.ts';
import { Refusal } from './refusal.ts';
import { answer, type ComparedRepository, compareRepository, storedTexts } from './repository.ts';

/** The difference between the working files and a revision. */
export interface RevisionChanges {
  /** The absolute paths of `.cred` and `cred.json` files that were changed, added or removed. */
  readonly files: ReadonlySet<string>;
  /** Returns the text of a changed file at the revision; `undefined` if it did not exist. */
  before(file: string): string | undefined;
  /** Returns the old paths of renamed files by their new paths. A file counts as renamed if it is similar to one that is gone. */
  renamed(): ReadonlyMap<string, string>;
}

interface RevisionOptions {
  /** Returns the message for a path that was given as a revision. */
  readonly ofPath: (path: string) => string;
  /** Whether only local changes count, and not what others have changed at the revision since both histories parted. */
  readonly own?: boolean;
}

/** Returns what differs from a revision, including files that git does not track yet. Throws a {@link Refusal} if git cannot tell. */
export function changesSince(revision: string, from: string, { ofPath, own = false }: RevisionOptions): RevisionChanges {
  const cwd = identityOf(from);
  const top = repositoryOf(cwd);
  if (top === undefined) throw new Refusal('This folder is not in a git repository, so what has changed is not known.');
  // If git refuses the whole repository, its own message is shown.
  answer(top, ['rev-parse', '--show-toplevel']);
  const repositories: Compared[] = [];
  compareAll(top, isUnborn(top, revision) ? undefined : committed(top, revision), revision, repositories);
  const files = new Set(repositories.flatMap(({ changed }) => changed));
  let texts: ReadonlyMap<string, string> | undefined;
  const before = (file: string): string | undefined => (texts ??= textsOf(repositories)).get(file);
  return { files, before, renamed: () => new Map(repositories.flatMap(one => renamesIn(one, before))) };

  function committed(where: string, name: string): string {
    const { ok, stdout } = git(where, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
    if (!ok)
      throw new Refusal(
        name !== '' && existsSync(path.resolve(cwd, name))
          ? `"${name}" is a path, not a revision of git. ${ofPath(quotedForShell(name))}`
          : `git knows no revision "${name}".`,
      );
    const commit = stdout.trim();
    // There is no common commit where the history is cut off, as in shallow checkouts of build servers.
    const parting = own ? git(where, ['merge-base', commit, 'HEAD']) : undefined;
    return parting?.ok ? parting.stdout.trim() : commit;
  }
}

type Compared = ComparedRepository & { readonly top: string };

/**
 * Compares a repository and those within it: a submodule with the commit recorded for it, any other repository with its own revision of
 * that name.
 */
function compareAll(top: string, commit: string | undefined, revision: string, into: Compared[]): void {
  const compared = { ...compareRepository(top, commit), top };
  into.push(compared);
  for (const inner of compared.inner) {
    if (!isRepository(inner.top)) continue;
    const known = git(inner.top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${inner.commit ?? revision}^{commit}`]);
    compareAll(inner.top, known.ok ? known.stdout.trim() : undefined, revision, into);
  }
}

/** Whether the repository has no commit yet; then every file is new. */
const isUnborn = (top: string, revision: string): boolean =>
  revision === 'HEAD' && !git(top, ['rev-parse', '--verify', '--quiet', 'HEAD']).ok;

function textsOf(repositories: readonly Compared[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { top, stored } of repositories) {
    const byNumber = storedTexts(top, [...new Set(stored.values())]);
    for (const [file, number] of stored) {
      const text = byNumber.get(number);
      if (text !== undefined) texts.set(file, text);
    }
  }
  return texts;
}

/** Files are similar if they share half of the lines of the longer one, as in git. */
const MUCH_THE_SAME = 0.5;
/** The most pairs of files that are compared line by line. */
const MOST_PAIRS = 10_000;

function renamesIn({ gone, added }: Compared, before: (file: string) => string | undefined): [now: string, was: string][] {
  const left = new Map(gone.flatMap(file => (before(file) === undefined ? [] : [[file, before(file)!] as const])));
  const found: [string, string][] = [];
  const take = (now: string, was: string): void => {
    found.push([now, was]);
    left.delete(was);
  };
  const sameText = new Map([...left].map(([was, text]) => [text, was]));
  const texts = new Map(added.map(now => [now, readWorking(now)]));
  for (const [now, text] of texts) {
    const was = sameText.get(text);
    if (was === undefined || !left.has(was)) continue;
    take(now, was);
    texts.delete(now);
  }
  if (left.size * texts.size > MOST_PAIRS) return found;
  for (const [now, text] of texts) {
    const likely = [...left].map(([was, of]) => ({ was, alike: likeness(of, text) }));
    const best = likely.reduce((one, other) => (other.alike > one.alike ? other : one), { was: '', alike: 0 });
    if (best.alike >= MUCH_THE_SAME) take(now, best.was);
  }
  return found;
}

/** Returns the share of lines that two texts have in common, weighted by their lengths. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const lines = new Map<string, number>();
  for (const line of a.split(/\r?\n/)) lines.set(line, (lines.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of b.split(/\r?\n/)) {
    const count = lines.get(line) ?? 0;
    if (count === 0) continue;
    lines.set(line, count - 1);
    common += line.length + 1;
  }
  return common / Math.max(a.length, b.length, 1);
}

function readWorking(file: string): string {
  const reading = readSource(file);
  return reading && 'text' in reading ? reading.text : '';
}

const quotedForShell = (word: string): string => (/^[\w./\\:-]+$/.test(word) ? word : `"${word}"`);
