/** Commands that ask the server about the text: fixes at a place, formatting, renaming, definitions, uses, symbols, other kinds. */

import type { EditorView } from '@codemirror/view';
import type { CodeAction, DocumentSymbol, Location, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Gap } from '../../language/check/what-if.ts';
import { fileName } from '../../language/model/address.ts';
import { ask, pick, show } from './dialogs.ts';
import { type Asking, applyAction, applyEdit, placeOf } from './editor.ts';
import { changesOf, offset, position, whole } from './places.ts';

/** What the commands need of the page. */
export interface AsksPage extends Asking {
  readonly view: EditorView;
  go(uri: string, range: Range): void;
  say(words: string): void;
}

const refused = (page: AsksPage) => (error: Error) => {
  page.say(error.message);
  return null;
};
const file = ({ work }: Asking) => ({ uri: work.active!.uri });

/** Lays the file out anew. */
export async function formatFile(page: AsksPage): Promise<void> {
  const { active } = page.work;
  const edits = await page.server
    .request<TextEdit[] | null>('textDocument/formatting', { textDocument: file(page), options: { tabSize: 2, insertSpaces: true } })
    .catch(refused(page));
  if (!edits || active !== page.work.active) return;
  page.say(edits.length === 0 ? 'The layout is as it should be.' : 'The layout is mended.');
  if (edits.length > 0) page.work.edit(active!, changesOf(active!.state.doc, edits));
}

/** Asks for a new name of what stands at the cursor, and writes it wherever it is named. */
export async function renameHere(page: AsksPage): Promise<void> {
  const { view, server } = page;
  const at = placeOf(page, view.state);
  const found = await server.request<Range | { placeholder: string } | null>('textDocument/prepareRename', at).catch(refused(page));
  if (!found) return;
  const { doc } = view.state;
  const value = 'placeholder' in found ? found.placeholder : doc.sliceString(offset(doc, found.start), offset(doc, found.end));
  const newName = await ask('Rename', 'The new name', { value, does: 'Rename' });
  if (newName === undefined || newName === value) return;
  const edit = await server.request<WorkspaceEdit | null>('textDocument/rename', { ...at, newName }).catch(refused(page));
  if (edit) page.say(applyEdit(page.work, view, edit) ?? `"${value}" is now "${newName}", wherever it is named.`);
  view.focus();
}

/** Leads to where the name at the cursor is defined. A built-in standard is shown in a dialog. */
export async function goToDefinition(page: AsksPage): Promise<void> {
  const found = await page.server
    .request<Location | Location[] | null>('textDocument/definition', placeOf(page, page.view.state))
    .catch(refused(page));
  const location = Array.isArray(found) ? found[0] : found;
  if (location) page.go(location.uri, location.range);
  else page.say('Nothing is defined elsewhere for this word.');
}

/** Lists where the name at the cursor is used. */
export async function findUses(page: AsksPage): Promise<void> {
  const all = await page.server
    .request<Location[] | null>('textDocument/references', { ...placeOf(page, page.view.state), context: { includeDeclaration: true } })
    .catch(refused(page));
  if (!all?.length) return page.say('This word is not used elsewhere.');
  const choices = all.flatMap(one => {
    const of = page.work.find(one.uri);
    const line = one.range.start.line + 1;
    return of ? [{ label: of.state.doc.line(line).text.trim(), detail: `${of.name}, line ${line}`, value: one }] : [];
  });
  const picked = await pick('Where it is used', choices);
  if (picked) page.go(picked.uri, picked.range);
}

/** Lists the blocks of the file. */
export async function goToSymbol(page: AsksPage): Promise<void> {
  const all =
    (await page.server
      .request<DocumentSymbol[] | null>('textDocument/documentSymbol', { textDocument: file(page) })
      .catch(refused(page))) ?? [];
  const flat = (symbols: readonly DocumentSymbol[], depth: number): { label: string; detail: string; value: Range }[] =>
    symbols.flatMap(({ name, detail = '', selectionRange, children = [] }) => [
      { label: `${'  '.repeat(depth)}${name}`, detail, value: selectionRange },
      ...flat(children, depth + 1),
    ]);
  const picked = await pick('Go to', flat(all, 0));
  if (picked) page.go(file(page).uri, picked);
}

/** Lists what can be done at the cursor: fixes first, then what sets a finding aside, then larger changes. */
export async function actionsHere(page: AsksPage): Promise<void> {
  const { from, to } = page.view.state.selection.main;
  const { doc } = page.view.state;
  await offerActions(page, 'What can be done here', { start: position(doc, from), end: position(doc, to) }, []);
}

/** Adds what the kind of program asks for and nothing states yet. */
export async function addMissing(page: AsksPage): Promise<void> {
  const head = page.view.state.selection.main;
  const at = position(page.view.state.doc, head.head);
  await offerActions(
    page,
    'Add what is missing',
    { start: at, end: at },
    ['quickfix', 'refactor.rewrite', 'source.fixAll.cred'],
    /^(?:Add all missing|Add what .* still asks for|Fix all)/,
  );
}

async function offerActions(page: AsksPage, title: string, range: Range, only: readonly string[], like?: RegExp): Promise<void> {
  const ask = (where: Range) =>
    page.server
      .request<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: file(page),
        range: where,
        context: { diagnostics: [], ...(only.length > 0 && { only }) },
      })
      .catch(refused(page));
  let all = ((await ask(range)) ?? []).filter(action => !like || like.test(action.title));
  if (like && all.length === 0) all = ((await ask(whole(page.view.state.doc))) ?? []).filter(action => like.test(action.title));
  if (all.length === 0) return page.say('There is nothing to be done here.');
  const picked =
    all.length === 1 && like
      ? all[0]
      : await pick(
          title,
          all.map(value => ({ label: value.title, value })),
        );
  if (!picked) return page.view.focus();
  const why = await applyAction(page, page.view, picked).catch((error: Error) => error.message);
  page.say(why ?? `Done: ${picked.title}.`);
  page.view.focus();
}

const OTHER = { certificate: 'a certificate program', certification: 'a certification', attendance: 'an attendance program' } as const;

/** Lists what would be found if the program at the cursor were of another kind. Nothing is changed. */
export async function whatIf(page: AsksPage): Promise<void> {
  const where = { uri: file(page).uri, position: placeOf(page, page.view.state).position };
  const standing = await page.server
    .request<{ program: { kind: string; label: string } } | null>('cred/standing', where)
    .catch(refused(page));
  if (!standing) return page.say('There is no program in this file.');
  const kinds = (Object.keys(OTHER) as (keyof typeof OTHER)[]).filter(kind => kind !== standing.program.kind);
  const kind = await pick(
    'What if it were…',
    kinds.map(value => ({ label: OTHER[value], value })),
  );
  if (!kind) return;
  const program = (
    await page.server.request<{ program: string | number } | null>('cred/profile', { ...where, parts: [] }).catch(refused(page))
  )?.program;
  const gaps = (
    (await page.server.request<readonly Gap[] | null>('cred/whatIf', { uri: where.uri, program, kind }).catch(refused(page))) ?? []
  ).filter(({ isNew }) => isNew);
  const title = `If "${standing.program.label}" were ${OTHER[kind]}: ${gaps.length} new findings`;
  if (gaps.length === 0) return page.say(`${title}.`);
  const picked = await pick(
    title,
    gaps.map(({ message, severity, range }) => ({ label: message, detail: severity, value: range })),
  );
  if (picked) page.go(where.uri, picked);
}

/** Shows the text of a built-in standard. */
export async function showStandard(page: AsksPage, uri: string): Promise<void> {
  const text = await page.server.request<string>('cred/standardText', { uri }).catch(refused(page));
  if (text) void show(fileName(uri), text);
}
