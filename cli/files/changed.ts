/** Which files git says have changed, and what they said before. Git is run by its name with plain arguments, never through a shell. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export interface RevisionChanges {
  /** Absolute paths of files that were changed, added or taken away. */
  readonly files: ReadonlySet<string>;
  /** The text of a file at the revision; `undefined` where it was not there. */
  before(file: string): string | undefined;
  /** What files were called that git takes for renamed, by what they are called now. */
  renamed(): ReadonlyMap<string, string>;
}

interface RevisionOptions {
  /** What to write where a path was taken for a revision. */
  readonly ofPath: (path: string) => string;
  /** Only what was changed here: not what others have done at the revision since both went their own ways. */
  readonly own?: boolean;
}

/** What differs from a revision, with what git does not know yet. Throws with a plain message where git cannot tell. */
export function changesSince(revision: string, cwd: string, { ofPath, own = false }: RevisionOptions): RevisionChanges {
  const root = git(cwd, 'rev-parse', '--show-toplevel').trimEnd();
  const commit = isUnborn() ? git(cwd, 'hash-object', '-t', 'tree', '--stdin').trim() : committed(revision);
  const changed = git(root, 'diff', '--name-only', '--no-renames', '-z', commit, '--');
  const added = git(root, 'ls-files', '--others', '--exclude-standard', '-z');
  const files = [...changed.split('\0'), ...added.split('\0')].filter(Boolean).map(name => path.join(root, name));
  return {
    files: new Set(files),
    before: file => {
      const name = path.relative(root, file).replaceAll('\\', '/');
      const { status, stdout } = run(root, ['show', `${commit}:${name}`]);
      return status === 0 ? stdout : undefined;
    },
    renamed: () => {
      const parts = git(root, 'diff', '--name-status', '--find-renames', '--diff-filter=R', '-z', commit, '--').split('\0');
      const renamed = new Map<string, string>();
      while (parts.length > 2) {
        const [, was, is] = parts.splice(0, 3);
        renamed.set(path.join(root, is!), path.join(root, was!));
      }
      return renamed;
    },
  };

  // Its own complaint would name options that nobody gave.
  function committed(name: string): string {
    const named = git(cwd, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`).trim();
    // None is known where the history is cut off, as in many a checkout of a build server.
    const parting = own ? run(cwd, ['merge-base', named, 'HEAD']) : undefined;
    return parting?.status === 0 ? parting.stdout.trim() : named;
  }

  /** Before the first commit all is new: it is compared with an empty tree. */
  function isUnborn(): boolean {
    return revision === 'HEAD' && run(cwd, ['rev-parse', '--verify', '--quiet', 'HEAD']).status !== 0;
  }

  function git(where: string, ...args: string[]): string {
    const { status, stdout, stderr, error } = run(where, args);
    if (error) throw new Error(`git could not be started, so what has changed is not known: ${error.message}.`);
    if (status === 0) return stdout;
    if (args.includes('--show-toplevel')) throw new Error('This folder is not in a git repository, so what has changed is not known.');
    if (args.includes('--verify'))
      throw new Error(
        revision !== '' && existsSync(path.resolve(cwd, revision))
          ? `"${revision}" is a path, not a revision of git. ${ofPath(quotedForShell(revision))}`
          : `git knows no revision "${revision}".`,
      );
    throw new Error(`git could not tell what has changed: ${stderr.trim()}`);
  }
}

const quotedForShell = (word: string): string => (/^[\w./\\:-]+$/.test(word) ? word : `"${word}"`);

const run = (cwd: string, args: readonly string[]) =>
  // A pager, hooks or a watcher of the repository's own settings have no business here.
  spawnSync('git', ['-c', 'core.fsmonitor=false', '--no-pager', '--no-optional-locks', ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
