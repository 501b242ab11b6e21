// Langium's core asks the language server's protocol for a handful of small classes, which parsing never uses. The command
// line starts sooner without the rest of it.
const PROTOCOL = `
export const LSPErrorCodes = {};
export class ResponseError extends Error {}
const never = { dispose() {} };
export const CancellationToken = { None: { isCancellationRequested: false, onCancellationRequested: () => never } };
export class CancellationTokenSource { token = CancellationToken.None; cancel() {} dispose() {} }
export class Emitter { event = () => never; fire() {} dispose() {} }
`;

/** An esbuild plugin. */
export const withoutProtocol = {
  name: 'without-protocol',
  setup(build) {
    const namespace = 'without-protocol';
    build.onResolve({ filter: /^vscode-languageserver-protocol$/ }, () => ({ path: 'protocol', namespace }));
    build.onLoad({ filter: /^protocol$/, namespace }, () => ({ contents: PROTOCOL }));
  },
};
