// Langium's core imports a few small classes from the language server's protocol, which parsing never uses. The command line starts faster
// without the rest of the protocol.
const PROTOCOL = `
export const LSPErrorCodes = {};
export class ResponseError extends Error {}
const never = { dispose() {} };
export const CancellationToken = { None: { isCancellationRequested: false, onCancellationRequested: () => never } };
export class CancellationTokenSource { token = CancellationToken.None; cancel() {} dispose() {} }
export class Emitter { event = () => never; fire() {} dispose() {} }
`;

/** The plugin for esbuild. */
export const withoutProtocol = {
  name: 'without-protocol',
  setup(build) {
    const namespace = 'without-protocol';
    build.onResolve({ filter: /^vscode-languageserver-protocol$/ }, () => ({ path: 'protocol', namespace }));
    build.onLoad({ filter: /^protocol$/, namespace }, () => ({ contents: PROTOCOL }));
  },
};
