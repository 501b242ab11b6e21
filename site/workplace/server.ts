/** Connects the workplace to the language server, which runs in a web worker and is asked as VS Code asks it. */
import type { Transaction } from '@codemirror/state';
import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/browser';
import type { ClientCapabilities, Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { contentChanges } from './places.ts';
import { FOLDER, type WorkFile } from './work.ts';

/** What the server is told and asks of the page. */
export interface ServerPage {
  /** Returns the files of the workplace. */
  files(): readonly WorkFile[];
  /** Takes the findings of a file; they replace those before. `version` is that of the text in which they were found. */
  published(uri: string, diagnostics: readonly Diagnostic[], version: number | undefined): void;
  /** Is called when what the tabs show may have changed. */
  changed(): void;
}

const CAPABILITIES: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: true } },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
};

/** The name of the command by which the server asks for the list of suggestions after a key was inserted. */
export const SUGGEST = 'suggest';

/** A language server in a worker of its own. */
export class WorkServer {
  private readonly connection: MessageConnection;
  private readonly worker: Worker;
  private started = false;
  /** The versions of the texts that the server has. */
  private readonly known = new Map<string, number>();

  /** `failed` is called if the worker cannot run. */
  constructor(
    private readonly page: ServerPage,
    failed: () => void,
  ) {
    this.worker = new Worker('server.js');
    this.worker.onerror = failed;
    this.connection = createMessageConnection(new BrowserMessageReader(this.worker), new BrowserMessageWriter(this.worker));
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics, version }: PublishDiagnosticsParams) =>
      page.published(uri, diagnostics, version),
    );
    this.connection.onNotification('cred/changed', () => page.changed());
    this.connection.onRequest('cred/listFiles', () => page.files().map(({ uri }) => uri));
    this.connection.onRequest('cred/readFile', ({ uri }: { uri: string }) => page.files().find(file => file.uri === uri)?.text ?? null);
    this.connection.onRequest('cred/readPage', () => null);
    this.connection.listen();
  }

  /** Starts the server. `home` is the address of the site, below which the pages of rules are. */
  async start(home: string): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: CAPABILITIES,
      initializationOptions: { home, views: true, suggest: SUGGEST },
      workspaceFolders: [{ uri: FOLDER, name: 'Work' }],
    });
    await this.connection.sendNotification('initialized', {});
    this.started = true;
    this.update();
  }

  /** Opens, changes and closes files at the server, so that it has what the page has. */
  update(): void {
    if (!this.started) return;
    const files = this.page.files();
    const uris = new Set(files.map(({ uri }) => uri));
    for (const uri of [...this.known.keys()].filter(one => !uris.has(one))) {
      this.known.delete(uri);
      this.tell('textDocument/didClose', { textDocument: { uri } });
      this.tell('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
    }
    for (const file of files) {
      const { uri, version } = file;
      const known = this.known.get(uri);
      if (known === version) continue;
      this.known.set(uri, version);
      if (!uri.endsWith('.cred')) this.tell('workspace/didChangeWatchedFiles', { changes: [{ uri, type: known === undefined ? 1 : 2 }] });
      else if (known === undefined)
        this.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'cred', version, text: file.text } });
      else this.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text: file.text }] });
    }
  }

  /**
   * Passes an edit of a file on, without its whole text, so that the server checks it while the page draws it. What cannot be passed on so
   * is left to {@link update}.
   */
  edit({ uri, version }: WorkFile, transaction: Transaction): void {
    if (!uri.endsWith('.cred') || this.known.get(uri) !== version - 1) return;
    this.known.set(uri, version);
    this.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges: contentChanges(transaction) });
  }

  /** Asks the server. Rejects with its words if it refuses. */
  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  /** Runs one of the server's commands with one object as its argument. */
  run<T>(command: string, argument: object = {}): Promise<T> {
    return this.request('workspace/executeCommand', { command, arguments: [argument] });
  }

  private tell(method: string, params: object): void {
    void this.connection.sendNotification(method, params);
  }
}
