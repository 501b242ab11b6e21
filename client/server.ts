import * as vscode from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest, type LanguageClientOptions } from 'vscode-languageclient';

/** The language server as the rest of the extension sees it: started and stopped here, asked by `run` and `request`. */
export class Server {
  private readonly changes = new vscode.EventEmitter<readonly string[]>();
  /** The addresses of files of which the findings were published anew. */
  readonly changed = this.changes.event;

  constructor(readonly client: BaseLanguageClient) {
    client.onNotification('cred/changed', ({ uris }: { uris: string[] }) => this.changes.fire(uris));
  }

  private started: Promise<void> = Promise.resolve();

  /** Never throws: an extension without its server still colours text and says what is wrong. */
  start(): Promise<void> {
    this.started = this.client.start().catch(error => {
      this.client.error(vscode.l10n.t('The Cred language server could not be started.'), error, 'force');
    });
    return this.started;
  }

  async stop(): Promise<void> {
    await this.started; // what is only being started cannot be stopped
    if (this.client.isRunning()) await this.client.stop();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
    this.changes.fire([]);
  }

  /** Runs one of the server's commands; each takes one object. */
  run<T>(command: string, argument: object = {}): Promise<T> {
    return this.client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] }) as Promise<T>;
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.client.sendRequest<T>(method, params);
  }
}

/** What the client tells its server, wherever that runs. */
export const clientOptions = (): LanguageClientOptions => ({
  documentSelector: schemes().map(scheme => ({ language: 'cred', scheme })),
  // As plain data, which is all that a worker can be sent. The server asks for the settings when they change.
  initializationOptions: {
    ...JSON.parse(JSON.stringify(vscode.workspace.getConfiguration('cred'))),
    views: true,
    pages: true,
    suggest: 'editor.action.triggerSuggest',
    nextQuestion: 'cred.nextQuestion',
  },
});

/** Where programs are written. Not everywhere: a file's older version in a diff view would count as a second file of its project. */
function schemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', 'cred-standard', ...folders.map(folder => folder.uri.scheme)])];
}
