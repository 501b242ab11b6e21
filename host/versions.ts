/** Asks git for the earlier versions of one file. git is run as everywhere (`git.ts`): it runs nothing else and fetches nothing. */
import path from 'node:path';
import { git, repositoryOf } from './git.ts';
import { identityOf } from './identity.ts';

/** A version of a file that git has. */
export interface FileVersion {
  /** The id of the commit that made it. */
  readonly revision: string;
  /** The day of the commit, `YYYY-MM-DD`. */
  readonly day: string;
  /** The first line of the commit's message. */
  readonly subject: string;
}

/** The versions of a file, the latest first; or why there are none, in git's words or ours. */
export type FileVersions = { readonly versions: readonly FileVersion[] } | { readonly problem: string };

/** The greatest number of versions that are listed. */
const MOST = 30;

/** Returns the versions of a file under its present name. */
export function versionsOf(file: string): FileVersions {
  const at = identityOf(file);
  const top = repositoryOf(path.dirname(at));
  if (top === undefined) return { problem: 'This file is not in a git repository.' };
  const { ok, stdout, refusal, isThere } = git(top, [
    'log',
    `--max-count=${MOST}`,
    '--no-ext-diff',
    '--no-textconv',
    '--format=%H%x09%cs%x09%s',
    '-z',
    '--',
    `:(literal)${nameIn(top, at)}`,
  ]);
  if (!ok) return isThere && !/does not have any commits/.test(refusal) ? { problem: refusal } : { versions: [] };
  const versions = stdout.split('\0').flatMap(line => {
    const [revision, day, ...subject] = line.split('\t');
    return revision && day ? [{ revision, day, subject: subject.join('\t') }] : [];
  });
  return { versions };
}

/** Returns the text of a file at a revision; `undefined` if git does not have it. */
export function textAtRevision(file: string, revision: string): string | undefined {
  if (!/^[0-9a-f]{7,64}$/.test(revision)) return undefined;
  const at = identityOf(file);
  const top = repositoryOf(path.dirname(at));
  const found = top === undefined ? undefined : git(top, ['cat-file', 'blob', `${revision}:${nameIn(top, at)}`]);
  return found?.ok ? found.stdout : undefined;
}

/** Returns a path as git writes it, with slashes and from the repository's top. */
const nameIn = (top: string, file: string): string => path.relative(identityOf(top), file).replaceAll(path.sep, '/');
