/** Wraps the access to files so that it never throws or rejects: a failure is reported once, and the answer is that nothing is there. */
import type { Files } from '../host/files.ts';

/** Reports a failure that only the authors of Cred can mend. `what` says what was being done. */
export type TellFailure = (what: string, error: unknown) => void;

/** The part of {@link Files} that a workspace uses. */
export type SteadyFiles = Pick<
  Files,
  'list' | 'lists' | 'read' | 'mayBeFolder' | 'canonical' | 'identity' | 'whereabouts' | 'resolve' | 'help'
>;

/** Wraps `files`; failures are passed to `tell`. */
export function steadyFiles(files: Files, tell: TellFailure): SteadyFiles {
  const attempt = <T>(what: string, ask: () => T, otherwise: T): T => {
    try {
      return ask();
    } catch (error) {
      tell(what, error);
      return otherwise;
    }
  };
  const later = async <T>(what: string, ask: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      tell(what, error);
      return otherwise;
    }
  };
  return {
    list: folder => later(`listing ${folder}`, () => files.list(folder), []),
    lists: (folder, uri) => attempt(`looking for ${uri}`, () => files.lists(folder, uri), false),
    read: uri =>
      later(`reading ${uri}`, () => files.read(uri), {
        unreadable: { why: 'cannot be read', remedy: 'Try again, or take it out of the folder.' },
      }),
    mayBeFolder: uri => attempt(`looking at ${uri}`, () => files.mayBeFolder(uri), false),
    canonical: uri => attempt(`spelling ${uri}`, () => files.canonical(uri), uri),
    identity: uri => attempt(`following ${uri}`, () => files.identity(uri), uri),
    whereabouts: (root, uri, path) => attempt(`looking for ${path}`, () => files.whereabouts(root, uri, path), undefined),
    resolve: (root, uri, path) => attempt(`looking for ${path}`, () => files.resolve(root, uri, path), undefined),
    help: rule => attempt(`finding the page of ${rule}`, () => files.help(rule), ''),
  };
}
