/** The files as the client reads them: in a browser, and wherever else the server has no disk of its own. */
import type { Connection } from 'vscode-languageserver';
import { type Files, shownPage } from '../host/files.ts';
import { isConfigFile, isProgramFile } from '../host/program-file.ts';
import { pageOf } from '../language/findings/pages.ts';

/** `home` is the address below which the rules' pages are shown; without one the client shows them itself, as `cred-page:`. */
export function clientFiles(connection: Connection, home: () => string | undefined): Files {
  /** What the client cannot read is not there. */
  const ask = <T>(method: string, params: object): Promise<T | undefined> =>
    connection.sendRequest<T | null>(method, params).then(
      answer => answer ?? undefined,
      () => undefined,
    );
  return {
    list: async folder => (await ask<string[]>('cred/listFiles', { folder })) ?? [],
    lists: (folder, uri) => isListed(folder, uri),
    async read(uri) {
      const text = await ask<string>('cred/readFile', { uri });
      return text === undefined ? undefined : { text };
    },
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

/** What counts on a disk too, but for what git ignores: that cannot be told here. */
function isListed(folder: string, uri: string): boolean {
  const names = uri.slice(folder.length).split('/');
  return (isProgramFile(uri) || isConfigFile(uri)) && !names.some(name => name.startsWith('.') || name === 'node_modules');
}
