/** Runs the language server on Node: over stdio (`--stdio`) for any editor, over IPC for VS Code. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from '../host/node-files.ts';
import { serve } from './serve.ts';

const connection = createConnection(ProposedFeatures.all);

// The benchmark asks how much memory is in use. This works only if Node was started with --expose-gc.
const { gc } = globalThis as { gc?: () => void };
if (gc) {
  connection.onRequest('cred/heap', () => {
    gc();
    return process.memoryUsage().heapUsed;
  });
}

/** VS Code asks for pages under `cred-page:` addresses; other editors get the addresses of the files. */
let shown = false;
serve(
  connection,
  nodeFiles(() => shown),
  options => {
    shown = (options as { pages?: unknown } | null | undefined)?.pages === true;
  },
);
