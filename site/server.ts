/** Connects the playground to the language server, which runs in a web worker. */

import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  Hover,
  Position,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
} from 'vscode-languageserver-protocol';

const URI = 'file:///program.cred';
const textDocument = { uri: URI };

/** The connection to the server. */
export class PlaygroundServer {
  private readonly connection;
  private version = 0;

  constructor(worker: Worker, published: (diagnostics: readonly Diagnostic[]) => void) {
    this.connection = createMessageConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      if (uri === URI) published(diagnostics);
    });
    this.connection.listen();
  }

  /** Starts the server with a program. `home` is the address of the site, below which the pages of rules are. */
  async start(text: string, home: string): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
      initializationOptions: { home },
      workspaceFolders: null,
    });
    await this.connection.sendNotification('initialized', {});
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'cred', version: ++this.version, text },
    });
  }

  edit(text: string): void {
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: ++this.version },
      contentChanges: [{ text }],
    });
  }

  hover(position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument, position });
  }
  async completions(position: Position): Promise<readonly CompletionItem[]> {
    return (await this.connection.sendRequest<CompletionItem[] | null>('textDocument/completion', { textDocument, position })) ?? [];
  }
  async fixes(range: Range): Promise<readonly CodeAction[]> {
    const asked = { textDocument, range, context: { diagnostics: [], only: ['quickfix'] } };
    return (await this.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', asked)) ?? [];
  }
  static editsOf(action: CodeAction): readonly TextEdit[] {
    return action.edit?.changes?.[URI] ?? [];
  }
}
