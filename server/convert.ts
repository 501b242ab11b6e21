/** Converts Cred's findings, actions, symbols and completions to the types of the Language Server Protocol. */
import {
  type ClientCapabilities,
  type CodeAction,
  CompletionItemKind,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionItem as ProtocolItem,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, Finding, Severity } from '../language/findings/finding.ts';
import type { CredFile } from '../language/model/file.ts';
import { Lines } from '../language/model/lines.ts';
import type { Action } from '../language/services/actions.ts';
import type { CompletionItem } from '../language/services/completion.ts';
import { plainText } from '../language/services/plain-text.ts';
import type { DocumentSymbol } from '../language/services/symbols.ts';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Converts a finding to a diagnostic. */
export function diagnostic(finding: Finding): Diagnostic {
  return {
    range: finding.range,
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    codeDescription: { href: finding.help },
    source: 'cred',
    message: finding.message,
    ...(finding.related && {
      relatedInformation: finding.related.map(
        ({ uri, range, message }): DiagnosticRelatedInformation => ({ location: { uri, range }, message }),
      ),
    }),
    ...(finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
  };
}

/** Converts an edit with offsets to one with lines and columns. */
export const textEdit = (file: CredFile, edit: Edit): TextEdit => ({ range: file.lines.range(edit.start, edit.end), newText: edit.text });

/** Returns the version of an open text; `undefined` for other files. */
export type VersionOf = (uri: string) => number | undefined;

/**
 * Makes one edit of changes to several files. If the client supports versions, it contains the versions for which the changes were made.
 */
export function workspaceEdit(
  changes: Readonly<Record<string, readonly TextEdit[]>>,
  client: ClientCapabilities,
  version: VersionOf,
): WorkspaceEdit {
  const all = Object.entries(changes).map(([uri, edits]): [string, TextEdit[]] => [uri, [...edits]]);
  if (!client.workspace?.workspaceEdit?.documentChanges) return { changes: Object.fromEntries(all) };
  return { documentChanges: all.map(([uri, edits]) => ({ textDocument: { uri, version: version(uri) ?? null }, edits })) };
}

/** Whether a client can create files as part of an edit. */
export const makesFiles = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.resourceOperations?.includes('create') === true;

/** What the conversion of an action depends on. */
export interface ActionConversion {
  readonly client: ClientCapabilities;
  readonly version: VersionOf;
  /** Returns another file that the action changes. */
  readonly other: (uri: string) => CredFile | undefined;
}

/** Converts an action. `edit` is absent if the client requests it later, with `data`. */
export const codeAction = (action: Action, edit: WorkspaceEdit | undefined, data: unknown): CodeAction => ({
  title: action.title,
  kind: action.kind,
  ...(edit ? { edit } : { data }),
  ...(action.findings && { diagnostics: action.findings.map(diagnostic) }),
  ...(action.preferred && { isPreferred: true }),
});

/** Converts the edits of an action, which may change several files and the project's `cred.json`. */
export function actionEdit(file: CredFile, action: Action, { client, version, other }: ActionConversion): WorkspaceEdit {
  if (action.settings) return settingsEdit(action.settings, client, version);
  if (action.hasCursor) return cursorEdit(file, action, client, version);
  const changes = [[file.uri, action.edits] as const, ...(action.elsewhere ?? [])].flatMap(([uri, edits]) => {
    const of = uri === file.uri ? file : other(uri);
    return of && edits.length > 0 ? [[uri, edits.map(edit => textEdit(of, edit))] as const] : [];
  });
  return workspaceEdit(Object.fromEntries(changes), client, version);
}

/** Converts an edit that places the cursor. A client without snippets in edits gets it without the cursor. */
function cursorEdit(file: CredFile, { edits }: Action, client: ClientCapabilities, version: VersionOf): WorkspaceEdit {
  const can = client.workspace?.workspaceEdit;
  if (can?.documentChanges && can.snippetEditSupport) {
    const snippets = edits.map(edit => ({
      range: file.lines.range(edit.start, edit.end),
      snippet: { kind: 'snippet' as const, value: edit.text },
    }));
    return { documentChanges: [{ textDocument: { uri: file.uri, version: version(file.uri) ?? null }, edits: snippets }] };
  }
  const plain = edits.map(edit => textEdit(file, { ...edit, text: edit.text.replace('$0', '') }));
  return workspaceEdit({ [file.uri]: plain }, client, version);
}

/** Converts edits of a `cred.json`, which is created first if it does not exist. */
function settingsEdit({ place, edits }: NonNullable<Action['settings']>, client: ClientCapabilities, version: VersionOf): WorkspaceEdit {
  const lines = new Lines(place.text ?? '');
  const converted = edits.map(({ start, end, text }) => ({ range: lines.range(start, end), newText: text }));
  if (place.text !== undefined) return workspaceEdit({ [place.uri]: converted }, client, version);
  return {
    documentChanges: [
      { kind: 'create', uri: place.uri, options: { ignoreIfExists: true } },
      { textDocument: { uri: place.uri, version: null }, edits: converted },
    ],
  };
}

/** Flattens the outline for clients that cannot show a tree: each block is an entry with the name of the block that contains it. */
export const flatSymbols = (uri: string, symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] =>
  symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flatSymbols(uri, children, name),
  ]);

/** Returns Markdown for clients that show it, and plain text for others. A client that does not say what it shows gets Markdown. */
export function markup(markdown: string, shown: readonly MarkupKind[] | undefined): { kind: MarkupKind; value: string } {
  return !shown || shown.includes(MarkupKind.Markdown)
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainText(markdown) };
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

/** Converts a completion. `suggest` is the client's command that opens the list of suggestions; it runs after a key was inserted. */
export function completionItem(item: CompletionItem, client: ClientCapabilities, suggest: string | undefined): ProtocolItem {
  const can = client.textDocument?.completion?.completionItem;
  const asSnippet = item.isSnippet && can?.snippetSupport === true;
  const written = item.isSnippet && !asSnippet ? withoutPlaceholders(item.insertText) : item.insertText;
  // The lines carry their own indentation if the editor keeps it or adds none to plain text.
  const asIs = can?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true;
  const indented = asIs || !asSnippet || client.textDocument?.completion?.insertTextMode === InsertTextMode.asIs;
  return {
    label: item.label,
    kind: KIND[item.kind],
    sortText: item.sortText,
    ...(item.detail && { detail: item.detail }),
    ...(item.documentation && { documentation: markup(item.documentation, can?.documentationFormat) }),
    ...(item.asksAgain && suggest !== undefined && { command: { title: '', command: suggest } }),
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(asIs && written.includes('\n') && { insertTextMode: InsertTextMode.asIs }),
    ...(item.filterText !== undefined && { filterText: item.filterText }),
    textEdit: { range: item.range, newText: indented ? written.replaceAll('\n', `\n${item.indent ?? ''}`) : written },
  };
}

/** Turns `${1:text}` into `text` and `$0` into nothing, for clients without snippets. */
const withoutPlaceholders = (snippet: string): string =>
  snippet.replace(/\$\{\d+:([^}]*)\}|\$\{?\d+\}?/g, (_, text: string | undefined) => text ?? '').replace(/\\([$}\\])/g, '$1');
