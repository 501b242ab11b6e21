/**
 * Declares the requests that the server answers. Each is one value with its method, the shape of its parameters, its handler and its
 * capability. So no capability lacks its handler, and no handler its capability.
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

/** A request that the server answers. */
export interface Request {
  readonly method: string;
  readonly needs: ParamShape;
  /** The part of the answer to `initialize` that announces this request. */
  readonly capability?: Partial<ServerCapabilities>;
  /** Answers the request. If it throws, the client gets an error. */
  readonly answer: (params: never) => unknown;
}

/** Declares a request of the protocol; its type determines parameters and result. */
export function request<P, R>(
  { method }: ProtocolRequestType<P, R, unknown, unknown, unknown>,
  needs: ParamShape,
  answer: (params: P) => R | Promise<R>,
  capability: Partial<ServerCapabilities> = {},
): Request {
  return { method, needs, answer, capability };
}

/** Declares a request that only Cred has. */
export const ownRequest = <P>(method: string, needs: ParamShape, answer: (params: P) => unknown): Request => ({ method, needs, answer });

/**
 * Answers all requests of a connection. As the protocol demands, requests before `initialize` or after `shutdown`, a second `initialize`,
 * and parameters that do not fit are refused. `begin` answers `initialize`.
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

/** Makes the error for a valid request that cannot be fulfilled. `message` tells the user why. */
export const failed = (message: string): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestFailed, message);
/** Makes the error for parameters that name something that does not exist. */
export const wrongParameters = (message: string): ResponseError<void> => new ResponseError(ErrorCodes.InvalidParams, message);
