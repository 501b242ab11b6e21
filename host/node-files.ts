/** Gives the server and the command line access to the file system on Node. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pageOf } from '../language/findings/pages.ts';
import { documentPath, whereaboutsOf } from './documents.ts';
import { type Files, shownPage } from './files.ts';
import { findFiles, isFound } from './find-files.ts';
import { homepageOf } from './homepage.ts';
import { identityOf } from './identity.ts';
import { PACKAGE } from './package-folder.ts';
import { isConfigFile, isProgramFile } from './program-file.ts';
import { readSourceLater } from './read.ts';
import { refusalIn } from './refusal.ts';
import { textsSince } from './since.ts';
import { statsAt } from './stats.ts';
import { textAtRevision, versionsOf } from './versions.ts';

/** The milliseconds for which a folder's listing is reused when only one file is asked for. */
const FRESH = 1000;

/**
 * Returns access to the files of this machine. If `shown` returns true, the client shows the rules' pages itself, under `cred-page:`
 * addresses.
 */
export function nodeFiles(shown: () => boolean): Files {
  /** The files that were found in each folder, and when. */
  const listings = new Map<string, { readonly files: ReadonlySet<string>; readonly made: number }>();
  const listed = (folder: string): ReadonlySet<string> => {
    const files = new Set(findFiles(folder, isOurs).files);
    listings.set(folder, { files, made: performance.now() });
    return files;
  };
  const home = homepageOf(PACKAGE) ?? pathToFileURL(`${PACKAGE}/`).href;
  return {
    async list(folder) {
      const at = pathOf(folder);
      return at === undefined ? [] : [...listed(at)].map(file => pathToFileURL(file).href);
    },
    lists(folder, uri) {
      const [at, file] = [pathOf(folder), pathOf(uri)];
      if (at === undefined || file === undefined) return false;
      // A checkout can bring a thousand files at once, so git is not asked about each of them.
      const known = listings.get(at);
      if (known?.files.has(file)) return true;
      if (known && performance.now() - known.made < FRESH) return isFound(at, file, isOurs);
      return listed(at).has(file);
    },
    async read(uri) {
      const file = pathOf(uri);
      return file === undefined ? undefined : readSourceLater(file);
    },
    mayBeFolder(uri) {
      const file = pathOf(uri);
      return file !== undefined && (statsAt(file)?.isDirectory() ?? false);
    },
    identity(uri) {
      const file = pathOf(uri);
      return file === undefined ? uri : pathToFileURL(identityOf(file)).href;
    },
    canonical(uri) {
      const file = pathOf(uri);
      return file === undefined ? uri : pathToFileURL(file).href;
    },
    whereabouts(root, uri, written) {
      const [folder, file] = [pathOf(root), pathOf(uri)];
      return folder === undefined || file === undefined ? undefined : whereaboutsOf(identityOf(folder), file, written);
    },
    resolve(root, uri, written) {
      const [folder, file] = [pathOf(root), pathOf(uri)];
      const document = folder === undefined || file === undefined ? undefined : documentPath(identityOf(folder), file, written);
      return document !== undefined && existsSync(document) ? pathToFileURL(document).href : undefined;
    },
    versions(uri) {
      const file = pathOf(uri);
      return file === undefined ? { problem: 'This text is not in a file yet.' } : versionsOf(file);
    },
    textAt(uri, revision) {
      const file = pathOf(uri);
      return file === undefined ? undefined : textAtRevision(file, revision);
    },
    textsSince(revision, place, now) {
      const one = pathOf(place);
      if (one === undefined) return { refused: 'This text is not in a file yet.' };
      const saved = now.flatMap(({ path: uri, text }) => (pathOf(uri) === undefined ? [] : [{ path: identityOf(pathOf(uri)!), text }]));
      try {
        const cwd = statsAt(one)?.isDirectory() ? one : path.dirname(one);
        return { texts: textsSince(revision, { one, cwd, now: saved }) };
      } catch (error) {
        return { refused: refusalIn(error) };
      }
    },
    page(rule) {
      const file = path.join(PACKAGE, pageOf(rule).split('#', 1)[0]!);
      if (!file.startsWith(path.join(PACKAGE, 'docs/'))) return undefined;
      return existsSync(file) ? readFileSync(file, 'utf8') : packed()[pageOf(rule).split('#', 1)[0]!];
    },
    help: rule => (shown() ? shownPage(rule) : home + pageOf(rule)),
  };
}

/** Reads all pages from the one file in which the extension ships them. */
function packed(): Readonly<Record<string, string>> {
  const file = path.join(PACKAGE, 'dist/pages.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}

const isOurs = (name: string): boolean => isProgramFile(name) || isConfigFile(name);

/** Returns the path of a file on this machine; `undefined` for other addresses. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
