/** Each request of the protocol that is about a place in a file, handed to the service that answers it. */
import {
  type CodeLens,
  CompletionItemKind,
  type Connection,
  type Definition,
  type DefinitionLink,
  ErrorCodes,
  type InitializeParams,
  InsertTextFormat,
  MarkupKind,
  ResponseError,
  type SymbolKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { Edit } from '../language/findings/finding.ts';
import type { CredFile } from '../language/model/file.ts';
import type { Project } from '../language/project/project.ts';
import { actions } from '../language/services/actions.ts';
import { type CompletionItem, complete } from '../language/services/completion.ts';
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
import { encodeTokens, semanticTokens } from '../language/services/tokens.ts';
import { isStandard } from '../language/standards/index.ts';
import { SHOW_PROGRAM } from './commands.ts';
import { codeAction, textEdit } from './convert.ts';
import type { Workspace } from './workspace.ts';

/** What the client can do and wants, as far as answers differ by it. */
export interface ClientOptions {
  readonly capabilities: InitializeParams['capabilities'];
  /** The `cred` section of the settings. */
  readonly settings: unknown;
  /** The client's command that shows what may be written; it follows a key that was taken. */
  readonly suggest: string | undefined;
}

interface RequestContext {
  readonly file: CredFile;
  readonly project: Project;
  readonly uri: string;
}

export function features(connection: Connection, workspace: Workspace, wishes: () => ClientOptions): void {
  /** Nothing is answered for a file that the server was not told of. */
  const on = <P extends { textDocument: { uri: string } }, R>(answer: (asked: RequestContext, params: P) => R) => {
    return (params: P): R | null => {
      const { uri } = params.textDocument;
      const project = workspace.project(uri);
      const file = project.file(uri);
      return file ? answer({ file, project, uri }, params) : null;
    };
  };
  /** Built-in standards are read, not written. */
  const edits = (file: CredFile, made: readonly Edit[]): TextEdit[] => (isStandard(file.uri) ? [] : made.map(edit => textEdit(file, edit)));

  connection.onHover(
    on(({ file, project }, { position }) => {
      const found = hover(file, file.lines.offset(position), project, project.host);
      const kind = kindOf(wishes().capabilities.textDocument?.hover?.contentFormat);
      return found ? { contents: { kind, value: found.markdown }, range: found.range } : null;
    }),
  );

  connection.onCompletion(
    on(({ file, project, uri }, { position }) => {
      const asked = wishes().capabilities.textDocument?.completion?.completionItem;
      const can = { snippets: asked?.snippetSupport === true, kind: kindOf(asked?.documentationFormat), suggest: wishes().suggest };
      return complete(file, file.lines.offset(position), project, project.host, top => project.fixable(uri, top)).map(item =>
        completionItem(item, can),
      );
    }),
  );

  connection.onCodeAction(
    on(({ file, project, uri }, { range, context }) =>
      isStandard(uri)
        ? []
        : actions(file, project.fixable(uri), { range, only: context.only?.map(String) }, project, project.host).map(action =>
            codeAction(file, action, other => project.file(other)),
          ),
    ),
  );

  connection.onDefinition(
    on(({ file, project }, { position }): Definition | DefinitionLink[] | null => {
      const found = definition(file, position, project);
      if (!found) return null;
      return wishes().capabilities.textDocument?.definition?.linkSupport
        ? [{ originSelectionRange: found.origin, targetUri: found.uri, targetRange: found.whole, targetSelectionRange: found.range }]
        : { uri: found.uri, range: found.range };
    }),
  );
  connection.onReferences(
    on(({ project, uri }, { position, context }) =>
      references(project, uri, position, context.includeDeclaration).map(({ uri: of, range }) => ({ uri: of, range })),
    ),
  );
  connection.onDocumentHighlight(
    on(({ file, project }, { position }) =>
      highlights(file, position, project).map(({ range, declaration }) => ({ range, kind: declaration ? 3 : 2 })),
    ),
  );
  connection.onPrepareRename(on(({ project, uri }, { position }) => accepted(prepareRename(project, uri, position))));
  connection.onRenameRequest(
    on(({ project, uri }, { position, newName }) => {
      const { changes } = accepted(rename(project, uri, position, newName));
      return { changes: Object.fromEntries(Object.entries(changes).map(([of, made]) => [of, [...made]])) };
    }),
  );

  connection.onDocumentSymbol(on(({ file }) => mutable(documentSymbols(file))));
  connection.onWorkspaceSymbol(({ query }) =>
    workspace.all
      .flatMap(project => workspaceSymbols(project.own, query))
      .map(({ uri, range, name, kind, containerName }) => ({
        name,
        kind: kind as SymbolKind,
        location: { uri, range },
        ...(containerName && { containerName }),
      })),
  );
  connection.onFoldingRanges(on(({ file }) => foldingRanges(file)));
  connection.onSelectionRanges(on(({ file }, { positions }) => positions.map(position => selectionRange(file, position))));
  connection.languages.semanticTokens.on(on(({ file, project }) => ({ data: encodeTokens(semanticTokens(file, project)) })) as never);
  connection.onDocumentLinks(on(({ file }) => documentLinks(file, (uri, path) => workspace.documentAt(uri, path))));

  // The client's own indentation does not count: a project has one layout, whoever writes in it.
  connection.onDocumentFormatting(on(({ file, project }) => edits(file, format(file, { indent: project.host.indent }))));
  connection.onDocumentRangeFormatting(
    on(({ file, project }, { range }) => edits(file, format(file, { indent: project.host.indent, range }))),
  );
  connection.onDocumentOnTypeFormatting(
    on(({ file, project }, { position, ch }) => edits(file, formatOnType(file, position, ch, project.host.indent))),
  );

  connection.languages.inlayHint.on(on(({ file }, { range }) => (isOff(wishes().settings, 'inlayHints') ? [] : inlayHints(file, range))));
  connection.onCodeLens(
    on(({ file, uri }): CodeLens[] =>
      isOff(wishes().settings, 'codeLens') || isStandard(uri)
        ? []
        : lenses(file).map(({ range, title }) => ({ range, command: { title, command: SHOW_PROGRAM, arguments: [uri, range] } })),
    ),
  );
}

/** `cred.codeLens.enable`: `false`. */
const isOff = (settings: unknown, feature: string): boolean =>
  (settings as Record<string, { enable?: boolean } | undefined> | null | undefined)?.[feature]?.enable === false;

/** The protocol's types are mutable where the services' are not; nothing changes them. */
const mutable = <T>(value: unknown): T => value as T;

function accepted<T>(result: T | { readonly refused: string }): T {
  if (result && typeof result === 'object' && 'refused' in result) throw new ResponseError(ErrorCodes.InvalidRequest, result.refused);
  return result as T;
}

const KIND: Record<CompletionItem['kind'], CompletionItemKind> = {
  kind: CompletionItemKind.Class,
  property: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  unit: CompletionItemKind.Unit,
  value: CompletionItemKind.Value,
  rule: CompletionItemKind.Event,
};

/** What an editor can do with an item; `suggest`: its command that shows the list anew. */
interface ClientAbilities {
  readonly snippets: boolean;
  readonly kind: MarkupKind;
  readonly suggest: string | undefined;
}

function completionItem(item: CompletionItem, { snippets, kind, suggest }: ClientAbilities) {
  const asSnippet = item.isSnippet && snippets;
  return {
    label: item.label,
    kind: KIND[item.kind],
    sortText: item.sortText,
    ...(item.detail && { detail: item.detail }),
    ...(item.documentation && { documentation: { kind, value: item.documentation } }),
    ...(item.asksAgain && suggest !== undefined && { command: { title: '', command: suggest } }),
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: item.range, newText: item.isSnippet && !snippets ? withoutPlaceholders(item.insertText) : item.insertText },
  };
}

/** Markdown reads well as it is written, for editors that show nothing but plain text. */
const kindOf = (shown: readonly MarkupKind[] | undefined): MarkupKind =>
  !shown || shown.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText;

/** `${1:text}` → `text`, `$0` → nothing; for editors that know no snippets. */
const withoutPlaceholders = (snippet: string): string =>
  snippet.replace(/\$\{\d+:([^}]*)\}|\$\{?\d+\}?/g, (_, text: string | undefined) => text ?? '').replace(/\\([$}\\])/g, '$1');
