/** The language server's life: what it can do, the texts it is told of, and the findings it publishes. */
import {
  CodeActionKind, type Connection, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, type InitializeParams, type InitializeResult, TextDocuments, TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnostic } from './convert.ts';
import { isStandard } from '../language/standards/index.ts';
import { LEGEND } from '../language/services/tokens.ts';
import { commands, COMMANDS } from './commands.ts';
import { features } from './features.ts';
import type { Files } from './files.ts';
import { Workspace } from './workspace.ts';

export function serve(connection: Connection, files: Files): void {
  const documents = new TextDocuments(TextDocument);
  const workspace = new Workspace(
    files,
    (uri, findings) => void connection.sendDiagnostics({ uri, diagnostics: findings.map(diagnostic) }),
    uri => documents.get(uri) !== undefined,
  );
  let client: InitializeParams['capabilities'] = {};
  let folders: string[] = [];
  let settings: unknown;

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    settings = params.initializationOptions;
    folders = (params.workspaceFolders ?? []).map(folder => folder.uri);
    if (folders.length === 0 && params.rootUri) folders = [params.rootUri];
    return { serverInfo: { name: 'cred' }, capabilities: CAPABILITIES };
  });

  connection.onInitialized(async () => {
    if (client.workspace?.configuration) settings = await connection.workspace.getConfiguration('cred').catch(() => settings);
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'cred' });
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*.cred' }, { globPattern: '**/cred.json' }] });
    }
    workspace.open(folders, settings);
  });

  connection.onDidChangeConfiguration(async change => {
    settings = client.workspace?.configuration ? await connection.workspace.getConfiguration('cred') : (change.settings as { cred?: unknown } | null)?.cred;
    workspace.rules = settings;
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    for (const { uri } of changes) await workspace.changed(uri);
  });

  documents.onDidChangeContent(({ document }) => {
    if (!isStandard(document.uri)) workspace.edit(document.uri, document.getText());
  });
  documents.onDidClose(({ document }) => {
    if (!isStandard(document.uri)) void workspace.changed(document.uri);
  });

  features(connection, workspace, files, () => ({ capabilities: client, settings }));
  commands(connection, files);
  documents.listen(connection);
  connection.listen();
}

const CAPABILITIES: InitializeResult['capabilities'] = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  hoverProvider: true,
  completionProvider: { triggerCharacters: ['.', ':', ' ', ','] },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, 'source.fixAll.cred'] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  semanticTokensProvider: { legend: { tokenTypes: [...LEGEND.tokenTypes], tokenModifiers: [...LEGEND.tokenModifiers] }, full: true },
  documentLinkProvider: {},
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n', ';'] },
  inlayHintProvider: true,
  codeLensProvider: {},
  executeCommandProvider: { commands: COMMANDS },
};
