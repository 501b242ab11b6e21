/** Passes each request about a place in a file to the service that answers it. */
import {
  type ClientCapabilities,
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CodeLens,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  type SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import type { Edit } from '../language/findings/finding.ts';
import type { CredFile } from '../language/model/file.ts';
import type { Project } from '../language/project/project.ts';
import { type Action, actions } from '../language/services/actions.ts';
import { complete } from '../language/services/completion.ts';
import { foldingRanges } from '../language/services/folding.ts';
import { format, formatOnType } from '../language/services/format.ts';
import { hover } from '../language/services/hover.ts';
import { inlayHints } from '../language/services/inlay.ts';
import { lenses } from '../language/services/lens.ts';
import { documentLinks } from '../language/services/links.ts';
import { definition, highlights, references } from '../language/services/navigate.ts';
import { prepareRename, rename } from '../language/services/rename.ts';
import { selectionRange } from '../language/services/selection.ts';
import { documentSymbols, workspaceSymbols } from '../language/services/symbols.ts';
import { encodeTokens, LEGEND, semanticTokens } from '../language/services/tokens.ts';
import { isStandard } from '../language/standards/index.ts';
import { SHOW_PROGRAM } from './commands.ts';
import {
  type ActionConversion,
  actionEdit,
  codeAction,
  completionItem,
  flatSymbols,
  makesFiles,
  markup,
  textEdit,
  type VersionOf,
  workspaceEdit,
} from './convert.ts';
import { failed, type Request, request } from './requests.ts';
import { AT_POSITION, AT_POSITIONS, DOCUMENT, IN_RANGE, RANGE } from './shape.ts';
import type { Workspace } from './workspace.ts';

/** What the answers depend on: the client's capabilities and settings. */
export interface ClientOptions {
  readonly capabilities: ClientCapabilities;
  /** The `cred` section of the settings. */
  readonly settings: unknown;
  /** The client's command that opens the list of suggestions; it runs after a key was inserted. */
  readonly suggest: string | undefined;
  /** The client's command that asks the next open question of the program at a place. */
  readonly nextQuestion: string | undefined;
}

interface RequestContext {
  readonly file: CredFile;
  readonly project: Project;
  readonly uri: string;
}

/** Returns the handlers of all language features, each with the capability that it announces. */
export function features(workspace: Workspace, client: () => ClientOptions, version: VersionOf): readonly Request[] {
  /** For a file that the server does not know, the answer is `null`. */
  const on = <P extends { textDocument: { uri: string } }, R>(answer: (context: RequestContext, params: P) => R) => {
    return (params: P): R | null => {
      const { project, uri } = workspace.at(params.textDocument.uri);
      const file = project.file(uri);
      return file ? answer({ file, project, uri }, params) : null;
    };
  };
  /** Built-in standards are read-only, so they get no edits. */
  const edits = (file: CredFile, made: readonly Edit[]): TextEdit[] => (isStandard(file.uri) ? [] : made.map(edit => textEdit(file, edit)));
  const asEdit = (changes: Readonly<Record<string, readonly TextEdit[]>>): WorkspaceEdit =>
    workspaceEdit(changes, client().capabilities, version);
  const actionsAt = ({ file, project, uri }: RequestContext, range: Range, only: readonly string[] | undefined): Action[] => {
    if (isStandard(uri)) return [];
    const place = workspace.settingsPlace(uri);
    const settings = place?.text === undefined && !makesFiles(client().capabilities) ? undefined : place;
    // Some clients send an empty list where others leave the list out.
    return actions(
      file,
      project.fixable(uri),
      { range, only: only?.length ? only.map(String) : undefined, settings },
      project,
      project.host,
    );
  };
  const conversion = ({ project }: RequestContext): ActionConversion => ({
    client: client().capabilities,
    version,
    other: other => project.file(other),
  });
  const can = (): NonNullable<ClientCapabilities['textDocument']> => client().capabilities.textDocument ?? {};

  return [
    request(
      HoverRequest.type,
      AT_POSITION,
      on(({ file, project }, { position }) => {
        const found = hover(file, file.lines.offset(position), project, project.host);
        return found ? { contents: markup(found.markdown, can().hover?.contentFormat), range: found.range } : null;
      }),
      { hoverProvider: true },
    ),
    request(
      CompletionRequest.type,
      AT_POSITION,
      on(({ file, project, uri }, { position }) => {
        const { capabilities, suggest } = client();
        const offered = complete(file, file.lines.offset(position), project, project.host, top => project.fixable(uri, top));
        return offered.map(item => completionItem(item, capabilities, suggest));
      }),
      { completionProvider: { triggerCharacters: ['.', ':', ' ', ','] } },
    ),
    request(
      CodeActionRequest.type,
      { ...IN_RANGE, context: { 'only?': ['text'] } },
      on((context, { range, context: { only } }) => {
        const later = can().codeAction?.dataSupport && can().codeAction?.resolveSupport?.properties.includes('edit');
        const { file, uri } = context;
        return actionsAt(context, range, only).map(action => {
          const edit = later && action.takesLong ? undefined : actionEdit(file, action, conversion(context));
          return codeAction(action, edit, { uri, range, only });
        });
      }),
      {
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, 'source.fixAll.cred'],
          resolveProvider: true,
        },
      },
    ),
    request(CodeActionResolveRequest.type, { title: 'text', data: { uri: 'text', range: RANGE, 'only?': ['text'] } }, action => {
      const { uri, range, only } = action.data as { uri: string; range: Range; only?: string[] };
      const answer = on((context: RequestContext, _: { textDocument: { uri: string } }) => {
        const found = actionsAt(context, range, only).find(({ title }) => title === action.title);
        return found && actionEdit(context.file, found, conversion(context));
      });
      const edit = answer({ textDocument: { uri } });
      if (!edit) throw failed('The text has changed meanwhile, and this cannot be done any more.');
      return { ...action, edit };
    }),

    request(
      DefinitionRequest.type,
      AT_POSITION,
      on(({ file, project }, { position }) => {
        const found = definition(file, position, project);
        if (!found) return null;
        const { origin, uri, whole, range } = found;
        return can().definition?.linkSupport
          ? [{ originSelectionRange: origin, targetUri: uri, targetRange: whole, targetSelectionRange: range }]
          : { uri, range };
      }),
      { definitionProvider: true },
    ),
    request(
      ReferencesRequest.type,
      { ...AT_POSITION, context: {} },
      on(({ project, uri }, { position, context }) =>
        references(project, uri, position, context.includeDeclaration).map(({ uri: of, range }) => ({ uri: of, range })),
      ),
      { referencesProvider: true },
    ),
    request(
      DocumentHighlightRequest.type,
      AT_POSITION,
      on(({ file, project }, { position }) =>
        highlights(file, position, project).map(({ range, declaration }) => ({ range, kind: declaration ? 3 : 2 })),
      ),
      { documentHighlightProvider: true },
    ),
    request(
      PrepareRenameRequest.type,
      AT_POSITION,
      on(({ project, uri }, { position }) => accepted(prepareRename(project, uri, position))),
      { renameProvider: { prepareProvider: true } },
    ),
    request(
      RenameRequest.type,
      { ...AT_POSITION, newName: 'text' },
      on(({ project, uri }, { position, newName }) => {
        const { changes } = accepted(rename(project, uri, position, newName, workspace.configOf(uri)));
        return asEdit(changes);
      }),
    ),

    request(
      DocumentSymbolRequest.type,
      DOCUMENT,
      on(({ file, uri }) => {
        const symbols = documentSymbols(file);
        return can().documentSymbol?.hierarchicalDocumentSymbolSupport ? mutable(symbols) : flatSymbols(uri, symbols);
      }),
      { documentSymbolProvider: true },
    ),
    request(
      WorkspaceSymbolRequest.type,
      { query: 'text' },
      ({ query }) =>
        workspace.all
          .flatMap(project => workspaceSymbols(project.own, query))
          .map(({ uri, range, name, kind, containerName }) => ({
            name,
            kind: kind as SymbolKind,
            location: { uri, range },
            ...(containerName && { containerName }),
          })),
      { workspaceSymbolProvider: true },
    ),
    request(
      FoldingRangeRequest.type,
      DOCUMENT,
      on(({ file }) => foldingRanges(file)),
      { foldingRangeProvider: true },
    ),
    request(
      SelectionRangeRequest.type,
      AT_POSITIONS,
      on(({ file }, { positions }) => positions.map(position => selectionRange(file, position))),
      { selectionRangeProvider: true },
    ),
    request(
      SemanticTokensRequest.type,
      DOCUMENT,
      on(({ file, project }) => ({ data: encodeTokens(semanticTokens(file, project)) })),
      {
        semanticTokensProvider: {
          legend: { tokenTypes: [...LEGEND.tokenTypes], tokenModifiers: [...LEGEND.tokenModifiers] },
          full: true,
        },
      },
    ),
    request(
      DocumentLinkRequest.type,
      DOCUMENT,
      on(({ file }) => documentLinks(file, (uri, path) => workspace.documentAt(uri, path))),
      { documentLinkProvider: {} },
    ),

    // The client's indentation options are ignored: a project has one layout, whoever writes in it.
    request(
      DocumentFormattingRequest.type,
      DOCUMENT,
      on(({ file, project }) => edits(file, format(file, { indent: project.host.indent }))),
      { documentFormattingProvider: true },
    ),
    request(
      DocumentRangeFormattingRequest.type,
      IN_RANGE,
      on(({ file, project }, { range }) => edits(file, format(file, { indent: project.host.indent, range }))),
      { documentRangeFormattingProvider: true },
    ),
    request(
      DocumentOnTypeFormattingRequest.type,
      { ...AT_POSITION, ch: 'text' },
      on(({ file, project }, { position, ch }) => edits(file, formatOnType(file, position, ch, project.host.indent))),
      { documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n', ';'] } },
    ),

    request(
      InlayHintRequest.type,
      IN_RANGE,
      on(({ file }, { range }) => (isOff(client().settings, 'inlayHints') ? [] : inlayHints(file, range))),
      { inlayHintProvider: true },
    ),
    request(
      CodeLensRequest.type,
      DOCUMENT,
      on(({ file, uri }): CodeLens[] =>
        isOff(client().settings, 'codeLens') || isStandard(uri)
          ? []
          : lenses(file).flatMap(({ range, title, isOpen }): CodeLens[] => {
              const { nextQuestion } = client();
              const leads = { range, command: { title, command: SHOW_PROGRAM, arguments: [uri, range] } };
              const asks = { title: 'Next open question', command: nextQuestion!, arguments: [{ uri, position: range.start }] };
              return isOpen && nextQuestion !== undefined ? [leads, { range, command: asks }] : [leads];
            }),
      ),
      { codeLensProvider: {} },
    ),
  ];
}

/** Whether the settings contain `cred.codeLens.enable: false`, or the same for another feature. */
const isOff = (settings: unknown, feature: string): boolean =>
  (settings as Record<string, { enable?: boolean } | undefined> | null | undefined)?.[feature]?.enable === false;

/** The protocol's types are mutable and those of the services are not; nothing changes the values. */
const mutable = <T>(value: unknown): T => value as T;

function accepted<T>(result: T | { readonly refused: string }): T {
  if (result && typeof result === 'object' && 'refused' in result) throw failed(result.refused);
  return result as T;
}
