/**
 * git, asked for what it knows. It is run by its own path with plain arguments, never through a shell, and runs nothing that the settings of a
 * repository name: no hook, watcher, pager or filter, and nothing is fetched. So only commands that do not read the
 * contents of working files may be given to {@link git}: those would go through filters.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { statsAt } from './stats.ts';

export interface GitAnswer {
  /** Whether git ended well. */
  readonly ok: boolean;
  readonly stdout: string;
  /** The same as it came. */
  readonly bytes: Buffer;
  /** What git said where it refused, in its own words; or that it could not be started. */
  readonly refusal: string;
  /** Whether there is a git at all. */
  readonly isThere: boolean;
}

/** Runs git in a folder, which is there. */
export function git(folder: string, args: readonly string[], input = ''): GitAnswer {
  const program = gitProgram();
  if (program === undefined) return { ok: false, stdout: '', bytes: Buffer.alloc(0), refusal: 'git is not found.', isThere: false };
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

/** Whether a folder is the top of a repository, a submodule or another working tree; whether git agrees is another matter. */
export const isRepository = (folder: string): boolean => statsAt(path.join(folder, '.git')) !== undefined;

/** The nearest folder, itself or above, that is the top of a repository. */
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

/** Without what a hook is told of the repository that runs it: the folder that git is run in decides. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_PREFIX, GIT_COMMON_DIR, GIT_EXTERNAL_DIFF, ...own } = process.env;
  return own;
}

let program: { readonly searched: string | undefined; readonly file: string | undefined } | undefined;
/** Looked for in the folders of PATH only: Windows would take a `git.exe` of the current folder first. */
function gitProgram(): string | undefined {
  const searched = process.env.PATH ?? process.env.Path;
  if (program?.searched !== searched) {
    const name = process.platform === 'win32' ? 'git.exe' : 'git';
    const folders = (searched ?? '').split(path.delimiter).filter(folder => path.isAbsolute(folder));
    program = { searched, file: folders.map(folder => path.join(folder, name)).find(file => statsAt(file)?.isFile()) };
  }
  return program!.file;
}
