/** Reads files through the client: in a browser, and wherever else the server has no disk of its own. */
import type { Connection } from 'vscode-languageserver';
import type { ReadFile } from '../host/decoded.ts';
import { type Files, shownPage } from '../host/files.ts';
import { isConfigFile, isProgramFile } from '../host/program-file.ts';
import { pageOf } from '../language/findings/pages.ts';

/**
 * Returns file access through a client. `home` returns the address below which the rules' pages are published; without one the client
 * shows the pages itself, under `cred-page:` addresses.
 */
export function clientFiles(connection: Connection, home: () => string | undefined): Files {
  /** A file that the client cannot read counts as missing. */
  const ask = <T>(method: string, params: object): Promise<T | undefined> =>
    connection.sendRequest<T | null>(method, params).then(
      answer => answer ?? undefined,
      () => undefined,
    );
  return {
    list: async folder => (await ask<string[]>('cred/listFiles', { folder })) ?? [],
    lists: (folder, uri) => isListed(folder, uri),
    async read(uri) {
      const read = await ask<ReadFile | string>('cred/readFile', { uri });
      return typeof read === 'string' ? { text: read } : read;
    },
    // The client is not asked about each name: a folder hardly ever has an ending.
    mayBeFolder: uri => !/\.[^/]*$/.test(uri),
    canonical: uri => uri,
    identity: uri => uri,
    whereabouts: () => undefined,
    resolve: () => undefined,
    page: rule => ask<string>('cred/readPage', { path: pageOf(rule).split('#', 1)[0] }),
    help: rule =>
      home()
        ? `${home()}${pageOf(rule)
            .replace(/^docs\//, '')
            .replace(/\.md(?=#|$)/, '.html')}`
        : shownPage(rule),
  };
}

/** Applies the same conditions as on a disk, except for git's: what git ignores is unknown here. */
function isListed(folder: string, uri: string): boolean {
  const names = uri.slice(folder.length).split('/');
  return (isProgramFile(uri) || isConfigFile(uri)) && !names.some(name => name.startsWith('.') || name === 'node_modules');
}
