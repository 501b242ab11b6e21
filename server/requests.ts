/**
 * The requests that the server answers: each is one value with its method, the shape of its parameters, its answer, and what
 * the server says of it at the start. So no capability lacks its handler, and no handler its capability.
 */
import {
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  type ProtocolRequestType,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { misfit, type ParamShape } from './shape.ts';

export interface Request {
  readonly method: string;
  readonly needs: ParamShape;
  /** Its part of the answer to `initialize`. */
  readonly capability?: Partial<ServerCapabilities>;
  /** What it throws is answered as an error. */
  readonly answer: (params: never) => unknown;
}

/** A request of the protocol, whose types say what goes in and out. */
export function request<P, R>(
  { method }: ProtocolRequestType<P, R, unknown, unknown, unknown>,
  needs: ParamShape,
  answer: (params: P) => R | Promise<R>,
  capability: Partial<ServerCapabilities> = {},
): Request {
  return { method, needs, answer, capability };
}

/** A request of Cred's own. */
export const ownRequest = <P>(method: string, needs: ParamShape, answer: (params: P) => unknown): Request => ({ method, needs, answer });

/**
 * Listens to requests. As the protocol wants it, there is no answer before `initialize` nor after `shutdown`, `initialize` comes
 * once, and parameters that do not fit are refused; `begin` answers `initialize`.
 */
export function answerAll(
  connection: Connection,
  requests: readonly Request[],
  begin: (params: InitializeParams) => InitializeResult,
): void {
  const byMethod = new Map(requests.map(one => [one.method, one]));
  let state: 'new' | 'running' | 'ended' = 'new';
  const refuseUnlessRunning = (): void => {
    if (state === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The first request is to be "initialize".');
    if (state === 'ended') throw new ResponseError(ErrorCodes.InvalidRequest, 'Nothing is answered after "shutdown".');
  };
  connection.onInitialize(params => {
    if (state !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been initialized before.');
    const slip = misfit(params, { 'capabilities?': {}, 'workspaceFolders?': [{ uri: 'text' }], 'rootUri?': 'text' });
    if (slip) throw new ResponseError(ErrorCodes.InvalidParams, slip);
    state = 'running';
    const { capabilities, ...rest } = begin(params);
    return { ...rest, capabilities: Object.assign({}, ...requests.map(one => one.capability), capabilities) as ServerCapabilities };
  });
  connection.onShutdown(() => {
    refuseUnlessRunning();
    state = 'ended';
  });
  connection.onRequest((method: string, params: unknown) => {
    refuseUnlessRunning();
    const found = byMethod.get(method);
    if (!found) throw new ResponseError(ErrorCodes.MethodNotFound, `Cred knows no request "${method}".`);
    const slip = misfit(params, found.needs);
    if (slip) throw new ResponseError(ErrorCodes.InvalidParams, slip);
    return found.answer(params as never);
  });
}

/** A request that is in order, but cannot be done: `message` says why, for the person who asked. */
export const failed = (message: string): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestFailed, message);
/** A request whose parameters name something that is not there. */
export const wrongParameters = (message: string): ResponseError<void> => new ResponseError(ErrorCodes.InvalidParams, message);
