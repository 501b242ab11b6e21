/** The language server's life: what it can do, the texts it is told of, and the findings it publishes. */
import {
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import type { Files } from '../host/files.ts';
import { LEGEND } from '../language/services/tokens.ts';
import { isStandard } from '../language/standards/index.ts';
import { COMMANDS, commands, SHOW_PROGRAM } from './commands.ts';
import { diagnostic } from './convert.ts';
import { exchange } from './exchange.ts';
import { features } from './features.ts';
import { OpenText } from './open-text.ts';
import { changedTeller, standings } from './standings.ts';
import { Workspace } from './workspace.ts';

/** `told` hears the options that the client starts the server with. */
export function serve(connection: Connection, files: Files, told: (options: unknown) => void = () => {}): void {
  const documents = new TextDocuments(OpenText);
  const open = new Set<string>();
  const tellChanged = changedTeller(connection);
  /** The client shows views beside the text. */
  let views = false;
  const workspace = new Workspace(
    files,
    (uri, findings) => {
      const version = documents.get(uri)?.version;
      void connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics: findings.map(diagnostic) });
      if (views) tellChanged(uri);
    },
    uri => open.has(files.canonical(uri)),
  );
  let client: InitializeParams['capabilities'] = {};
  let folders: string[] = [];
  let settings: unknown;
  /** The client's command that shows what may be written, where it has one. */
  let suggest: string | undefined;

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    settings = params.initializationOptions;
    told(settings);
    const given = settings as { views?: unknown; suggest?: unknown } | null | undefined;
    views = given?.views === true;
    suggest = typeof given?.suggest === 'string' ? given.suggest : undefined;
    folders = (params.workspaceFolders ?? []).map(folder => folder.uri);
    if (folders.length === 0 && params.rootUri) folders = [params.rootUri];
    workspace.begin(folders);
    // A client that shows views has the command of code lenses itself; for all others the server does what it can.
    const executeCommandProvider = { commands: views ? COMMANDS : [...COMMANDS, SHOW_PROGRAM] };
    return { serverInfo: { name: 'cred' }, capabilities: { ...CAPABILITIES, executeCommandProvider } };
  });

  connection.onInitialized(async () => {
    if (client.workspace?.configuration) settings = await connection.workspace.getConfiguration('cred').catch(() => settings);
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      optional(connection.client.register(DidChangeConfigurationNotification.type, { section: 'cred' }));
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      optional(
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          // An editor that sees a folder go says so of the folder alone.
          watchers: [{ globPattern: '**/{*.cred,cred.json,.gitignore}' }, { globPattern: '**/*', kind: WatchKind.Delete }],
        }),
      );
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(folder => folder.uri));
        folders = [...folders.filter(folder => !gone.has(folder)), ...added.map(folder => folder.uri)];
        read();
      });
    }
    read();
  });

  /** What a name refers to shows in its colour, so colours are asked for again once all names are known. */
  function read(): void {
    workspace.open(folders, settings);
    if (client.workspace?.semanticTokens?.refreshSupport)
      optional(workspace.ready.then(() => connection.languages.semanticTokens.refresh()));
  }

  connection.onDidChangeConfiguration(async change => {
    settings = client.workspace?.configuration
      ? await connection.workspace.getConfiguration('cred').catch(() => settings)
      : (change.settings as { cred?: unknown } | null)?.cred;
    workspace.rules = settings;
    if (client.workspace?.codeLens?.refreshSupport) optional(connection.sendRequest(CodeLensRefreshRequest.type));
    if (client.workspace?.inlayHint?.refreshSupport) optional(Promise.resolve(connection.languages.inlayHint.refresh()));
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    if (changes.some(({ uri }) => uri.endsWith('/.gitignore'))) return read();
    for (const { uri } of changes) await workspace.changed(uri);
  });
  connection.workspace.onDidRenameFiles(read);

  documents.onDidOpen(({ document }) => void open.add(files.canonical(document.uri)));
  documents.onDidChangeContent(({ document }) => {
    if (!isStandard(document.uri)) workspace.edit(document.uri, document.text);
  });
  documents.onDidClose(({ document }) => {
    open.delete(files.canonical(document.uri));
    if (!isStandard(document.uri)) void workspace.close(document.uri);
  });

  features(connection, workspace, () => ({ capabilities: client, settings, suggest }));
  commands(
    connection,
    files,
    () => client,
    () => (folders[0] === undefined ? undefined : workspace.project(`${folders[0]}/new.cred`)),
  );
  standings(connection, workspace);
  exchange(connection, workspace);
  documents.listen(connection);
  connection.listen();
}

/** What a client says that it can do and then refuses is done without: it must not end the server. */
const optional = (asked: Promise<unknown>): void => void asked.catch(() => {});

const CAPABILITIES: InitializeResult['capabilities'] = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    // What stands in it is told of by nobody else.
    fileOperations: { didRename: { filters: [{ pattern: { glob: '**/*', matches: 'folder' } }] } },
  },
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
};
