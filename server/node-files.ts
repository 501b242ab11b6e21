/** The file system behind the server and the command line, on Node. */
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pageOf } from '../language/findings/pages.ts';
import { type Files, shownPage } from './files.ts';
import { findFiles, isFound } from './find-files.ts';

/** The package's own folder, seen from dist/. */
const PACKAGE = path.resolve(__dirname, '..');

/** With `shown`, the client shows the rules' pages itself, as `cred-page:`. */
export function nodeFiles(shown: () => boolean): Files {
  const home = homepage();
  return {
    async list(folder) {
      if (!folder.startsWith('file:')) return [];
      return findFiles(fileURLToPath(folder), isOurs).map(file => pathToFileURL(file).href);
    },
    lists: (folder, uri) => uri.startsWith('file:') && isFound(fileURLToPath(folder), fileURLToPath(uri), isOurs),
    async read(uri) {
      if (!uri.startsWith('file:')) return undefined;
      try {
        return await readFile(fileURLToPath(uri), 'utf8');
      } catch {
        return undefined;
      }
    },
    canonical(uri) {
      try {
        return uri.startsWith('file:') ? pathToFileURL(fileURLToPath(uri)).href : uri;
      } catch {
        return uri; // a file of another machine
      }
    },
    exists: (uri, relative) => (uri.startsWith('file:') ? existsSync(beside(uri, relative)) : undefined),
    resolve: (uri, relative) =>
      uri.startsWith('file:') && existsSync(beside(uri, relative)) ? pathToFileURL(beside(uri, relative)).href : undefined,
    page(rule) {
      const file = path.join(PACKAGE, pageOf(rule).split('#', 1)[0]!);
      if (!file.startsWith(path.join(PACKAGE, 'docs/'))) return undefined;
      return existsSync(file) ? readFileSync(file, 'utf8') : packed()[pageOf(rule).split('#', 1)[0]!];
    },
    help: rule => (shown() ? shownPage(rule) : home ? home + pageOf(rule) : new URL(pageOf(rule), pathToFileURL(`${PACKAGE}/`)).href),
  };
}

/** All pages in one file, which is how the extension ships them. */
function packed(): Readonly<Record<string, string>> {
  const file = path.join(PACKAGE, 'dist/pages.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}

const isOurs = (name: string): boolean => name.endsWith('.cred') || name === 'cred.json';
const beside = (uri: string, relative: string): string => path.resolve(path.dirname(fileURLToPath(uri)), relative);

/** `homepage` of package.json with a slash at its end, where one is set. */
function homepage(): string | undefined {
  try {
    const { homepage: home } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { homepage?: string };
    return home && (home.endsWith('/') ? home : `${home}/`);
  } catch {
    return undefined;
  }
}
