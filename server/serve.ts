/** Runs the language server: it receives texts, answers requests and publishes findings. */
import {
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
import { PROJECT_FILES } from '../host/program-file.ts';
import { isStandard } from '../language/standards/index.ts';
import { assistant } from './assistant.ts';
import { COMMANDS, commands, SHOW_PROGRAM } from './commands.ts';
import { compare } from './compare.ts';
import { diagnostic } from './convert.ts';
import { exchange } from './exchange.ts';
import { features } from './features.ts';
import { OpenText } from './open-text.ts';
import { paste } from './paste.ts';
import { questions } from './questions.ts';
import { remedies } from './remedies.ts';
import { answerAll } from './requests.ts';
import { selfStudies } from './self-study.ts';
import { soon } from './soon.ts';
import { changedTeller, standings } from './standings.ts';
import { Workspace } from './workspace.ts';

/** Serves one connection until it closes. `begun` is called with the options of `initialize`. */
export function serve(connection: Connection, files: Files, begun: (options: unknown) => void = () => {}): void {
  const documents = new TextDocuments(OpenText);
  const tellChanged = changedTeller(connection);
  /** Whether the client shows views beside the text. */
  let views = false;
  const workspace = new Workspace(
    files,
    (uri, findings) => {
      const version = documents.get(uri)?.version;
      optional(connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics: findings.map(diagnostic) }));
      if (views) tellChanged(uri);
    },
    { namesChanged: refreshColours, tellFailure },
  );
  let client: InitializeParams['capabilities'] = {};
  let folders: string[] = [];
  let settings: unknown;
  /** Whether a refresh of the colours is scheduled; several refreshes at once become one. */
  let refreshing = false;
  /** The client's commands that open the list of suggestions and that ask the next open question, if it has them. */
  let suggest: string | undefined;
  let nextQuestion: string | undefined;

  answerAll(
    connection,
    [
      ...features(
        workspace,
        () => ({ capabilities: client, settings, suggest, nextQuestion }),
        uri => documents.get(uri)?.version,
      ),
      ...commands(
        connection,
        files,
        () => client,
        () => (folders[0] === undefined ? undefined : workspace.project('untitled:new')),
      ),
      ...standings(workspace),
      ...questions(
        workspace,
        () => client,
        uri => documents.get(uri)?.version,
      ),
      ...remedies(
        workspace,
        () => client,
        uri => documents.get(uri)?.version,
      ),
      ...exchange(workspace),
      ...paste(workspace),
      ...selfStudies(
        workspace,
        () => client,
        uri => documents.get(uri)?.version,
      ),
      ...assistant(
        { workspace, files, connection },
        () => client,
        uri => documents.get(uri)?.version,
      ),
      ...compare(workspace, files),
    ],
    begin,
  );
  connection.listen();

  /** Answers `initialize`. Notifications are handled only from now on. */
  function begin(params: InitializeParams): InitializeResult {
    client = params.capabilities ?? {};
    settings = params.initializationOptions;
    begun(settings);
    const given = settings as { views?: unknown; suggest?: unknown; nextQuestion?: unknown } | null | undefined;
    views = given?.views === true;
    suggest = typeof given?.suggest === 'string' ? given.suggest : undefined;
    nextQuestion = typeof given?.nextQuestion === 'string' ? given.nextQuestion : undefined;
    folders = (params.workspaceFolders ?? []).map(folder => folder.uri);
    if (folders.length === 0 && params.rootUri) folders = [params.rootUri];
    workspace.begin(folders);
    listen();
    return {
      serverInfo: { name: 'cred' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          // The client reports a renamed folder, but not the files in it.
          fileOperations: { didRename: { filters: [{ pattern: { glob: '**/*', matches: 'folder' } }] } },
        },
        // A client that shows views implements the command of code lenses itself; for all others the server does.
        executeCommandProvider: { commands: views ? COMMANDS : [...COMMANDS, SHOW_PROGRAM] },
      },
    };
  }

  function listen(): void {
    connection.onInitialized(async () => {
      if (client.workspace?.configuration) settings = await connection.workspace.getConfiguration('cred').catch(() => settings);
      if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
        optional(connection.client.register(DidChangeConfigurationNotification.type, { section: 'cred' }));
      if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
        optional(
          connection.client.register(DidChangeWatchedFilesNotification.type, {
            // An editor that sees a folder come or vanish reports the folder alone, not the files in it.
            watchers: [
              { globPattern: `**/{${PROJECT_FILES},.gitignore}` },
              { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
            ],
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
      // Both watchers report a file that comes or goes.
      for (const uri of new Set(changes.map(one => one.uri))) await workspace.changed(uri);
    });
    connection.workspace.onDidRenameFiles(read);

    documents.onDidChangeContent(({ document }) => {
      if (!isStandard(document.uri)) workspace.edit(document.uri, document.text);
    });
    documents.onDidClose(({ document }) => {
      if (!isStandard(document.uri)) void workspace.close(document.uri);
    });
    documents.listen(connection);
  }

  /** Reports a bug of Cred in the log, so that users can pass it on. */
  function tellFailure(what: string, error: unknown): void {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(`Cred failed while ${what}. This is a mistake in Cred: please report it, with these lines.\n${said}`);
  }

  function read(): void {
    workspace.open(folders, settings);
    optional(workspace.ready.then(refreshColours));
  }

  /**
   * The colour of a name depends on what it refers to, so colours are requested again when names in other files have come, changed or
   * gone.
   */
  function refreshColours(): void {
    if (!client.workspace?.semanticTokens?.refreshSupport || refreshing) return;
    refreshing = true;
    soon(() => {
      refreshing = false;
      optional(Promise.resolve(connection.languages.semanticTokens.refresh()));
    });
  }
}

/** Ignores a refusal: a client may refuse what it has announced, and that must not end the server. */
const optional = (asked: Promise<unknown>): void => void asked.catch(() => {});
