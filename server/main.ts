/** The language server on Node: over stdio (`--stdio`) for any editor, over IPC for VS Code. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from '../host/node-files.ts';
import { serve } from './serve.ts';

const connection = createConnection(ProposedFeatures.all);

// Only where Node was started with --expose-gc: how much memory is left in use, for the benchmark.
const { gc } = globalThis as { gc?: () => void };
if (gc) {
  connection.onRequest('cred/heap', () => {
    gc();
    return process.memoryUsage().heapUsed;
  });
}

/** VS Code asks for pages by `cred-page:`; other editors are led to the files. */
let shown = false;
serve(
  connection,
  nodeFiles(() => shown),
  options => {
    shown = (options as { pages?: unknown } | null | undefined)?.pages === true;
  },
);
