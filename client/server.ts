import * as vscode from 'vscode';
import { ExecuteCommandRequest, LanguageClient, TransportKind } from 'vscode-languageclient/node';

/** The language server as the rest of the extension sees it: started and stopped here, asked by `run` and `request`. */
export class Server {
  readonly client: LanguageClient;

  constructor(module: string) {
    const start = { module, transport: TransportKind.ipc };
    this.client = new LanguageClient(
      'cred', // also where `cred.trace.server` is looked up
      'Cred',
      { run: start, debug: { ...start, options: { execArgv: ['--nolazy', '--inspect=6019'] } } },
      {
        documentSelector: schemes().map(scheme => ({ language: 'cred', scheme })),
        initializationOptions: vscode.workspace.getConfiguration('cred'), // the server asks for them when they change, and for files
      },
    );
  }

  /** Never throws: an extension without its server still colours text and says what is wrong. */
  async start(): Promise<void> {
    try {
      await this.client.start();
    } catch (error) {
      this.client.error(vscode.l10n.t('The Cred language server could not be started.'), error, 'force');
    }
  }

  async stop(): Promise<void> {
    if (this.client.isRunning()) await this.client.stop();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Runs one of the server's commands; each takes one object. */
  run<T>(command: string, argument: object = {}): Promise<T> {
    return this.client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] }) as Promise<T>;
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.client.sendRequest<T>(method, params);
  }
}

/** Where programs are written. Not everywhere: a file's older version in a diff view would count as a second file of its project. */
function schemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', 'cred-standard', ...folders.map(folder => folder.uri.scheme)])];
}
