/** A language client of a few lines: speaks to the built server over stdio, as any editor would. */
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
  /** What the server says that it can do. */
  answer!: InitializeResult;
  private readonly latest = new Map<string, readonly Diagnostic[]>();
  /** Of which version of a text the latest findings are; `undefined` where it is not open. */
  readonly versions = new Map<string, number | undefined>();
  private waiting: ((published: PublishDiagnosticsParams) => boolean)[] = [];
  private version = 1;
  /** How often the server asked to be asked for colours again. */
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

  /** A server that has not been told of anything yet. */
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

  /** The next findings published for a file, or those that fit. */
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

  /** As {@link published}, but what has been published already counts. */
  async findings(uri: string, fits: (diagnostics: readonly Diagnostic[]) => boolean = () => true): Promise<readonly Diagnostic[]> {
    const known = this.latest.get(uri);
    return known && fits(known) ? known : this.published(uri, fits);
  }

  /** The version of each text that the server was told of last. */
  readonly sent = new Map<string, number>();
  private next(uri: string): number {
    this.sent.set(uri, this.version);
    return this.version++;
  }

  /** The addresses of which findings were ever published. */
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
