/** Runs the language server in a web worker, for VS Code in the browser and for the workplace of the site. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from './client-files.ts';
import { serve } from './serve.ts';

const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
let home: string | undefined;
serve(
  connection,
  clientFiles(connection, () => home),
  options => {
    home = (options as { home?: string } | null | undefined)?.home;
  },
);
