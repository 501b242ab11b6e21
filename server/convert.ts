/** Cred's findings, actions, symbols and completions in the protocol's words. */
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

export const textEdit = (file: CredFile, edit: Edit): TextEdit => ({ range: file.lines.range(edit.start, edit.end), newText: edit.text });

/** The version of a text that is open; `undefined` for other files. */
export type VersionOf = (uri: string) => number | undefined;

/** Edits of several files; with the version that they were made for, where the client takes versions. */
export function workspaceEdit(
  changes: Readonly<Record<string, readonly TextEdit[]>>,
  client: ClientCapabilities,
  version: VersionOf,
): WorkspaceEdit {
  const all = Object.entries(changes).map(([uri, edits]): [string, TextEdit[]] => [uri, [...edits]]);
  if (!client.workspace?.workspaceEdit?.documentChanges) return { changes: Object.fromEntries(all) };
  return { documentChanges: all.map(([uri, edits]) => ({ textDocument: { uri, version: version(uri) ?? null }, edits })) };
}

/** Whether a client makes a file where an edit says so. */
export const makesFiles = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.resourceOperations?.includes('create') === true;

/** What the edits of an action are converted with. */
export interface ActionConversion {
  readonly client: ClientCapabilities;
  readonly version: VersionOf;
  /** The files that an action changes beside its own. */
  readonly other: (uri: string) => CredFile | undefined;
}

/** `edit` is to be left out where the client asks for it later, with `data`. */
export const codeAction = (action: Action, edit: WorkspaceEdit | undefined, data: unknown): CodeAction => ({
  title: action.title,
  kind: action.kind,
  ...(edit ? { edit } : { data }),
  ...(action.findings && { diagnostics: action.findings.map(diagnostic) }),
  ...(action.preferred && { isPreferred: true }),
});

export function actionEdit(file: CredFile, action: Action, { client, version, other }: ActionConversion): WorkspaceEdit {
  if (action.settings) return settingsEdit(action.settings, client, version);
  if (action.hasCursor) return cursorEdit(file, action, client, version);
  const changes = [[file.uri, action.edits] as const, ...(action.elsewhere ?? [])].flatMap(([uri, edits]) => {
    const of = uri === file.uri ? file : other(uri);
    return of && edits.length > 0 ? [[uri, edits.map(edit => textEdit(of, edit))] as const] : [];
  });
  return workspaceEdit(Object.fromEntries(changes), client, version);
}

/** An edit with its cursor where the client knows snippets in edits, else without. */
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

/** Edits of a `cred.json`, which is made first where there is none. */
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

/** The outline for a client that shows no tree: each block by itself, with the name of the one that it stands in. */
export const flatSymbols = (uri: string, symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] =>
  symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flatSymbols(uri, children, name),
  ]);

/** Markdown as a client shows it: plain words for one that shows nothing else. Without a word of the client's it takes Markdown. */
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

/** `suggest` is the client's command that shows what may be written; it follows a key that was taken. */
export function completionItem(item: CompletionItem, client: ClientCapabilities, suggest: string | undefined): ProtocolItem {
  const can = client.textDocument?.completion?.completionItem;
  const asSnippet = item.isSnippet && can?.snippetSupport === true;
  const written = item.isSnippet && !asSnippet ? withoutPlaceholders(item.insertText) : item.insertText;
  // Where an editor leaves lines as they are, and where it adds nothing to a plain text, they come with their indentation.
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

/** `${1:text}` → `text`, `$0` → nothing; for editors that know no snippets. */
const withoutPlaceholders = (snippet: string): string =>
  snippet.replace(/\$\{\d+:([^}]*)\}|\$\{?\d+\}?/g, (_, text: string | undefined) => text ?? '').replace(/\\([$}\\])/g, '$1');
