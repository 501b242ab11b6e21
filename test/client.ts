/** A small language client that talks to the built server over stdio, as any editor would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { Diagnostic, InitializeResult, Position, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';

const SERVER = path.resolve(import.meta.dirname, '../dist/server.cjs');

export class Client {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  /** The server's answer to `initialize`, with its capabilities. */
  answer!: InitializeResult;
  private readonly latest = new Map<string, readonly Diagnostic[]>();
  /** The version of each text to which the latest findings belong; `undefined` if the text is not open. */
  readonly versions = new Map<string, number | undefined>();
  private waiting: ((published: PublishDiagnosticsParams) => boolean)[] = [];
  private version = 1;
  /** The number of times the server requested a refresh of the colours. */
  refreshes = 0;

  private constructor(argv: readonly string[]) {
    if (!existsSync(SERVER)) throw new Error('dist/server.cjs is not built: run "npm run build" first.');
    this.process = spawn(process.execPath, [...argv, SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = createMessageConnection(new StreamMessageReader(this.process.stdout!), new StreamMessageWriter(this.process.stdin!));
    this.connection.onNotification('textDocument/publishDiagnostics', (published: PublishDiagnosticsParams) => {
      this.latest.set(published.uri, published.diagnostics);
      this.versions.set(published.uri, published.version);
      this.waiting = this.waiting.filter(isDone => !isDone(published));
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/semanticTokens/refresh', () => {
      this.refreshes++;
      return null;
    });
    this.connection.onRequest('workspace/configuration', () => [null]);
    this.connection.listen();
  }

  /** Starts a server without sending it anything. */
  static launch(argv: readonly string[] = []): Client {
    return new Client(argv);
  }

  static async start(
    folders: string | readonly string[] = [],
    { argv = [], settings = {}, capabilities = {} }: { argv?: readonly string[]; settings?: object; capabilities?: object } = {},
  ): Promise<Client> {
    const client = Client.launch(argv);
    const opened = [folders].flat().map(folder => ({ uri: pathToFileURL(folder).href, name: 'test' }));
    client.answer = await client.request('initialize', {
      processId: process.pid,
      rootUri: opened[0]?.uri ?? null,
      capabilities,
      initializationOptions: settings,
      workspaceFolders: opened.length > 0 ? opened : null,
    });
    await client.notify('initialized', {});
    return client;
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest(method, params);
  }
  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Waits for the next findings of a file, or the next that `fits` accepts. */
  published(uri: string, fits: (diagnostics: readonly Diagnostic[]) => boolean = () => true, ms = 20_000): Promise<readonly Diagnostic[]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(
            new Error(`No such findings were published for ${uri}; the latest: ${JSON.stringify(this.latest.get(uri)?.map(d => d.code))}`),
          ),
        ms,
      );
      this.waiting.push(({ uri: of, diagnostics }) => {
        if (of !== uri || !fits(diagnostics)) return false;
        clearTimeout(timer);
        resolve(diagnostics);
        return true;
      });
    });
  }

  /** Returns findings like {@link published}, but accepts those published before. */
  async findings(uri: string, fits: (diagnostics: readonly Diagnostic[]) => boolean = () => true): Promise<readonly Diagnostic[]> {
    const known = this.latest.get(uri);
    return known && fits(known) ? known : this.published(uri, fits);
  }

  /** The version of each text that was last sent to the server. */
  readonly sent = new Map<string, number>();
  private next(uri: string): number {
    this.sent.set(uri, this.version);
    return this.version++;
  }

  /** The addresses for which findings were ever published. */
  get reported(): readonly string[] {
    return [...this.latest.keys()];
  }

  open(uri: string, text: string): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'cred', version: this.next(uri), text } });
  }
  insert(uri: string, position: Position, text: string): Promise<void> {
    return this.replace(uri, position, position, text);
  }
  replace(uri: string, start: Position, end: Position, text: string): Promise<void> {
    return this.notify('textDocument/didChange', {
      textDocument: { uri, version: this.next(uri) },
      contentChanges: [{ range: { start, end }, text }],
    });
  }
  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  async stop(): Promise<void> {
    const gone = new Promise(resolve => this.process.once('exit', resolve));
    await this.request('shutdown', {});
    await this.notify('exit', {});
    await gone;
    this.connection.dispose();
  }
}
