import * as vscode from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest, type LanguageClientOptions, type WorkspaceEdit } from 'vscode-languageclient';

/** The language server as the rest of the extension uses it: `start` and `stop` control it, `run` and `request` ask it. */
export class Server {
  private readonly changes = new vscode.EventEmitter<readonly string[]>();
  /** Fires with the addresses of files whose findings were published anew. */
  readonly changed = this.changes.event;

  constructor(readonly client: BaseLanguageClient) {
    client.onNotification('cred/changed', ({ uris }: { uris: string[] }) => this.changes.fire(uris));
  }

  private started: Promise<void> = Promise.resolve();

  /** Starts the server. Never throws: an extension without its server still colours text and shows what is wrong. */
  start(): Promise<void> {
    this.started = this.client.start().catch(error => {
      this.client.error(vscode.l10n.t('The Cred language server could not be started.'), error, 'force');
    });
    return this.started;
  }

  /** Resolves once the server has started, or could not be. */
  ready(): Promise<void> {
    return this.started;
  }

  async stop(): Promise<void> {
    await this.started; // A server that is still starting cannot be stopped.
    if (this.client.isRunning()) await this.client.stop();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
    this.changes.fire([]);
  }

  /** Runs one of the server's commands with one object as its argument. */
  run<T>(command: string, argument: object = {}): Promise<T> {
    return this.client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] }) as Promise<T>;
  }

  /** Applies an edit of the server in the editor; returns whether that worked. */
  async apply(edit: WorkspaceEdit): Promise<boolean> {
    return vscode.workspace.applyEdit(await this.client.protocol2CodeConverter.asWorkspaceEdit(edit));
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.client.sendRequest<T>(method, params);
  }
}

/** Returns the client's options, which are the same wherever the server runs. */
export const clientOptions = (): LanguageClientOptions => ({
  documentSelector: schemes().map(scheme => ({ language: 'cred', scheme })),
  // Only plain data can be sent to a worker. The server requests the settings when they change.
  initializationOptions: {
    ...JSON.parse(JSON.stringify(vscode.workspace.getConfiguration('cred'))),
    views: true,
    pages: true,
    suggest: 'editor.action.triggerSuggest',
    nextQuestion: 'cred.nextQuestion',
  },
});

/**
 * Returns the schemes of documents that people write. Others are left out: an older version in a diff view would count as a second file of
 * its project.
 */
function schemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', 'cred-standard', ...folders.map(folder => folder.uri.scheme)])];
}
