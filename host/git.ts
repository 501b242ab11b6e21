/**
 * Asks git about a repository. git runs by its absolute path with plain arguments, never through a shell. It runs nothing that the
 * settings of a repository name (hooks, watchers, pagers, filters), and it fetches nothing. Give {@link git} only commands that do not
 * read the contents of working files: those contents would go through filters.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { statsAt } from './stats.ts';

/** The result of one git command. */
export interface GitAnswer {
  /** Whether git exited with status 0. */
  readonly ok: boolean;
  readonly stdout: string;
  /** Standard output as raw bytes. */
  readonly bytes: Buffer;
  /** git's own words where it refused, or the reason why it could not be started. */
  readonly refusal: string;
  /** Whether git is installed. */
  readonly isThere: boolean;
}

/** Runs git in an existing folder and waits for it. `input` goes to its standard input. Throws nothing: a failure is in the answer. */
export function git(folder: string, args: readonly string[], input = ''): GitAnswer {
  const program = gitProgram();
  if (program === undefined) return { ok: false, stdout: '', bytes: Buffer.alloc(0), refusal: 'git is not found.', isThere: false };
  // No revision and no path has such a character, and no program can be given one.
  if (args.some(one => one.includes('\0')))
    return { ok: false, stdout: '', bytes: Buffer.alloc(0), refusal: 'A name has a character that git does not know.', isThere: true };
  const { status, stdout, stderr, error } = spawnSync(program, [...NOTHING_RUNS, ...args], {
    cwd: folder,
    input,
    env: { ...ownEnvironment(), ...NOTHING_IS_FETCHED },
    maxBuffer: 1 << 28,
  });
  return {
    ok: !error && status === 0,
    get stdout() {
      return stdout.toString();
    },
    bytes: stdout,
    refusal: error?.message ?? stderr.toString().trim(),
    isThere: true,
  };
}

/** Whether a folder has a `.git`, as the top of a repository, a submodule or another working tree has. git itself may still disagree. */
export const isRepository = (folder: string): boolean => statsAt(path.join(folder, '.git')) !== undefined;

/** Returns the nearest folder that is the top of a repository, beginning with the folder itself; `undefined` if there is none. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (isRepository(at)) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

const NOTHING_RUNS = [
  '--no-pager',
  '--no-optional-locks',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never'].flatMap(setting => ['-c', setting]),
];
const NOTHING_IS_FETCHED = { GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };

/** Returns the environment without the variables that a git hook sets: the folder in which git runs decides which repository it is. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_PREFIX, GIT_COMMON_DIR, GIT_EXTERNAL_DIFF, ...own } = process.env;
  return own;
}

let program: { readonly searched: string | undefined; readonly file: string | undefined } | undefined;
/** Searches only the folders of PATH: Windows would take a `git.exe` in the current folder first. */
function gitProgram(): string | undefined {
  const searched = process.env.PATH ?? process.env.Path;
  if (program?.searched !== searched) {
    const name = process.platform === 'win32' ? 'git.exe' : 'git';
    const folders = (searched ?? '').split(path.delimiter).filter(folder => path.isAbsolute(folder));
    program = { searched, file: folders.map(folder => path.join(folder, name)).find(file => statsAt(file)?.isFile()) };
  }
  return program!.file;
}
