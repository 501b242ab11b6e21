/** Pastes tables, lists, labels and records as Cred where they can be read, with a way back to plain text. */
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { ImportAnswer } from '../../server/exchange.ts';
import type { PasteAnswer } from '../../server/paste.ts';
import type { Asking } from './editor.ts';
import { changesOf, position } from './places.ts';

/** What pasting needs of the page. */
export interface PastePage extends Asking {
  /** Says something, and offers what can be done about it. */
  say(words: string, offer?: { readonly label: string; run(): void }): void;
}

const isRecord = (text: string): boolean => /^\s*[[{]/.test(text) && /ceterms:|\/ctdl\//.test(text);
/** Whether a paste may be more than words: it has several lines or cells, or a page's table or list. */
const mayBeRead = (text: string, html: string): boolean => /[\t\n]/.test(text.trim()) || /<(?:table|li|dl)\b/i.test(html);

/** Takes over a paste that may be read as Cred. Returns whether it does; the text stands in the editor a moment later. */
export function paste(page: PastePage, view: EditorView, data: DataTransfer): boolean {
  const [text, html] = [data.getData('text/plain'), data.getData('text/html')];
  if (!page.work.active?.uri.endsWith('.cred') || !mayBeRead(text, html)) return false;
  void write(page, view, text, html);
  return true;
}

async function write(page: PastePage, view: EditorView, text: string, html: string): Promise<void> {
  const { state } = view;
  const file = page.work.active!;
  const read = await asCred(page, state, text, html).catch(() => undefined);
  const plain = (): void => view.dispatch({ ...view.state.replaceSelection(text), userEvent: 'input.paste', scrollIntoView: true });
  if (!read || page.work.active !== file || view.state.doc !== state.doc) return plain();
  const { from, to } = state.selection.main;
  const further = changesOf(state.doc, read.further);
  page.work.edit(file, [{ from, to, insert: read.insert }, ...further], { scrollIntoView: true });
  const after = view.state.doc;
  const more = read.problems.length === 0 ? '' : `; ${read.problems.length} to look at, kept as comments`;
  page.say(`Pasted as Cred: ${read.title}${more}.`, {
    label: 'Paste as plain text instead',
    run() {
      if (view.state.doc !== after || page.work.active !== file) return page.say('The text has changed meanwhile. Undo, and paste again.');
      page.work.edit(file, { from: 0, to: after.length, insert: state.doc });
      view.dispatch({ selection: state.selection });
      plain();
      page.say('');
    },
  });
}

async function asCred(
  page: PastePage,
  state: EditorState,
  text: string,
  html: string,
): Promise<Omit<PasteAnswer, 'understood'> | undefined> {
  if (isRecord(text)) {
    const { text: insert, problems } = await page.server.request<ImportAnswer>('cred/import', {
      inputs: [{ file: 'clipboard', text }],
      into: page.work.active?.uri,
    });
    return insert === undefined ? undefined : { title: 'records', insert, further: [], problems };
  }
  const { from, to } = state.selection.main;
  const range = { start: position(state.doc, from), end: position(state.doc, to) };
  const { uri } = page.work.active!;
  return (await page.server.request<PasteAnswer | null>('cred/paste', { uri, range, text, ...(html && { html }) })) ?? undefined;
}
