/** Pastes tables, lists and labels as Cred: on pasting where the editor has an interface for that, and by a command everywhere. */
import * as vscode from 'vscode';
import type { ImportInput } from '../exchange/import.ts';
import type { ClipboardContent } from '../exchange/tables/clipboard.ts';
import { IMPORT_ENDINGS } from '../exchange/targets.ts';
import type { ImportAnswer } from '../server/exchange.ts';
import type { PasteAnswer } from '../server/paste.ts';
import { inputsIn, nameOf, showAccount } from './exchange.ts';
import type { Server } from './server.ts';

const t = vscode.l10n.t;
/** The endings of the files that can be dropped. */
const ENDINGS: readonly string[] = IMPORT_ENDINGS;

/** Offers to paste tables, lists, labels and CTDL records as Cred, in editors that support it; pasting as plain text remains possible. */
export function pasteOffers(server: Server): vscode.Disposable[] {
  // This interface is newer than the oldest editor in which the extension runs, whose types it is built with.
  const { languages, DocumentDropOrPasteEditKind: Kind } = vscode as unknown as PasteApi;
  if (!Kind?.Text || !languages.registerDocumentPasteEditProvider) return []; // The class can exist without its members.
  const kind = Kind.Text.append('cred');
  const provider = {
    async provideDocumentPasteEdits(document: vscode.TextDocument, [range]: readonly vscode.Range[], data: vscode.DataTransfer) {
      const text = await data.get('text/plain')?.asString();
      const html = await data.get('text/html')?.asString();
      if (!text && !html) return undefined;
      if (text && isRecord(text)) {
        const made = await server.request<ImportAnswer>('cred/import', {
          inputs: [{ file: 'clipboard', text }],
          into: server.client.code2ProtocolConverter.asUri(document.uri),
        });
        return made.text === undefined ? undefined : [{ insertText: made.text, title: t('Paste as a program in Cred'), kind }];
      }
      const read = await ask(server, document, range!, { ...(text !== undefined && { text }), ...(html !== undefined && { html }) });
      if (!read) return undefined;
      const additionalEdit = furtherEdit(document, read);
      return [
        {
          insertText: asInserted(read.insert, document, range!.start),
          title: titleOf(read),
          kind,
          ...(additionalEdit && { additionalEdit }),
        },
      ];
    },
  };
  try {
    return [
      languages.registerDocumentPasteEditProvider({ language: 'cred' }, provider, {
        providedPasteEditKinds: [kind],
        pasteMimeTypes: ['text/plain', 'text/html'],
      }),
    ];
  } catch {
    return []; // The interface exists but is not open to all extensions yet.
  }
}

/** Takes files that are dropped into a .cred file: tables become what stands at the place, all else whole programs. */
export function dropOffers(server: Server): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(
    { language: 'cred' },
    {
      async provideDocumentDropEdits(document, position, data, token) {
        const file = await onlyFile(data);
        if (!file || !ENDINGS.includes(file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase())) return undefined;
        const { inputs, remarks } = await inputsIn(file.name, await file.bytes());
        const [input, ...others] = inputs;
        if (!input || token.isCancellationRequested) return undefined;
        const range = new vscode.Range(position, position);
        const isTable = 'tables' in input && others.length === 0;
        const read = isTable ? await ask(server, document, range, { tables: input.tables }) : null;
        const made = read ?? (await droppedPrograms(server, inputs, document.uri));
        if (!made) return undefined;
        const edit = new vscode.DocumentDropEdit(asInserted(made.insert, document, position));
        const additionalEdit = furtherEdit(document, made);
        if (additionalEdit) edit.additionalEdit = additionalEdit;
        const problems = [...remarks, ...made.problems];
        if (problems.length > 0)
          void showAccount(t('What became of {0}', file.name), [
            { title: t('To look at'), lines: problems },
            { title: t('What was understood'), lines: made.understood },
          ]);
        return edit;
      },
    },
  );
}

/**
 * Returns a text for VS Code to insert by pasting or dropping: it indents all lines but the first like the line of the place, so the same
 * indentation is taken off here.
 */
function asInserted(text: string, document: vscode.TextDocument, { line, character }: vscode.Position): string {
  const [indent] = /^[ \t]*/.exec(document.lineAt(line).text.slice(0, character))!;
  return text
    .split('\n')
    .map((one, i) => (i > 0 && one.startsWith(indent) ? one.slice(indent.length) : one))
    .join('\n');
}

interface DroppedFile {
  readonly name: string;
  bytes(): Thenable<Uint8Array>;
}

/** Returns the file that is dropped, if it is one alone. A file from outside the editor has an address on the desktop only. */
async function onlyFile(data: vscode.DataTransfer): Promise<DroppedFile | undefined> {
  const list = (await data.get('text/uri-list')?.asString()) ?? '';
  const addresses = list.split(/\r?\n/).filter(line => line !== '' && !line.startsWith('#'));
  if (addresses.length > 0) {
    const uri = vscode.Uri.parse(addresses[0]!);
    return addresses.length > 1 ? undefined : { name: nameOf(uri), bytes: () => vscode.workspace.fs.readFile(uri) };
  }
  const files = [...data].flatMap(([, item]) => item.asFile() ?? []);
  const [file] = files;
  return file && files.length === 1 ? { name: file.name, bytes: () => file.data() } : undefined;
}

/** Returns the programs of files as text to insert. */
async function droppedPrograms(server: Server, inputs: readonly ImportInput[], into: vscode.Uri): Promise<PasteAnswer | undefined> {
  const made = await server.request<ImportAnswer>('cred/import', { inputs, into: server.client.code2ProtocolConverter.asUri(into) });
  if (made.text === undefined) return undefined;
  return {
    title: '',
    insert: made.text,
    further: [],
    understood: made.account.split('\n').filter(line => line !== ''),
    problems: made.problems,
  };
}

const isRecord = (text: string): boolean => /^\s*[[{]/.test(text) && /ceterms:|\/ctdl\//.test(text);

/** Pastes the clipboard's text as Cred at the cursor, after showing what was understood. `copied` replaces the clipboard. */
export async function pasteTable(server: Server, copied?: string, choice?: 'cred' | 'plain'): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'cred') return tell(t('Open the .cred file first, and put the cursor where it is to be pasted.'));
  const text = copied ?? (await vscode.env.clipboard.readText());
  const range = editor.selection;
  const read = text === '' ? null : await ask(server, editor.document, range, { text });
  if (!read)
    return tell(t('Nothing in the clipboard can be written here as Cred. Put the cursor on an empty line of the block that it is about.'));
  const chosen = choice ?? (await choose(read));
  if (chosen === undefined) return;
  const edit = (chosen === 'cred' && furtherEdit(editor.document, read)) || new vscode.WorkspaceEdit();
  edit.replace(editor.document.uri, range, chosen === 'cred' ? read.insert : text);
  await vscode.workspace.applyEdit(edit);
}

/** Asks how to paste; what each column became, and what was not understood, stands below. */
async function choose(read: PasteAnswer): Promise<'cred' | 'plain' | undefined> {
  const items: (vscode.QuickPickItem & { readonly choice?: 'cred' | 'plain' })[] = [
    { label: titleOf(read), detail: brief(read.insert), choice: 'cred' },
    { label: t('Paste as plain text'), choice: 'plain' },
    ...section(t('Understood'), read.understood),
    ...section(t('Not understood; kept as comments'), read.problems),
  ];
  const picked = await vscode.window.showQuickPick(items, { title: t('Paste as Cred'), matchOnDetail: true });
  return picked && (picked.choice ?? 'cred');
}
const section = (label: string, lines: readonly string[]): vscode.QuickPickItem[] =>
  lines.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...lines.map(line => ({ label: line }))];
const brief = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 200);

const titleOf = ({ title, problems }: PasteAnswer): string =>
  problems.length === 0 ? t('Paste as Cred: {0}', title) : t('Paste as Cred: {0}, {1} to look at', title, problems.length);

function ask(server: Server, document: vscode.TextDocument, range: vscode.Range, copied: ClipboardContent): Promise<PasteAnswer | null> {
  const { code2ProtocolConverter: convert } = server.client;
  return server.request('cred/paste', { uri: convert.asUri(document.uri), range: convert.asRange(range), ...copied });
}

function furtherEdit(document: vscode.TextDocument, { further }: PasteAnswer): vscode.WorkspaceEdit | undefined {
  if (further.length === 0) return undefined;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of further)
    edit.replace(document.uri, new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character), newText);
  return edit;
}

interface PasteApi {
  readonly languages: { registerDocumentPasteEditProvider?(selector: object, provider: object, kinds: object): vscode.Disposable };
  readonly DocumentDropOrPasteEditKind?: { readonly Text?: { append(...parts: string[]): unknown } };
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
