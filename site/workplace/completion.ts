/** Offers the server's completions in the editor. */
import { type Completion, type CompletionSource, snippet, startCompletion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { CompletionItem, MarkupContent } from 'vscode-languageserver-protocol';
import { markup } from '../safe-markdown.ts';
import { type Asking, placeOf } from './editor.ts';
import { offset } from './places.ts';
import { SUGGEST } from './server.ts';

/** CodeMirror's names for the kinds of items, by the protocol's numbers. */
const TYPES: Readonly<Record<number, string>> = { 7: 'class', 10: 'property', 20: 'enum', 18: 'variable', 11: 'constant', 12: 'constant' };
const SNIPPET = 2;

/** Returns the source of completions. It asks after letters, after the signs that introduce a value, and when the user asks. */
export const completions =
  (ask: () => Asking): CompletionSource =>
  async context => {
    const asking = ask();
    const { state, pos, explicit } = context;
    if (!asking.work.active?.uri.endsWith('.cred')) return null;
    if (!explicit && !context.matchBefore(/(?:[\p{L}_-]|[.:,] ?)$/u)) return null;
    const items = (await asking.server.request<CompletionItem[] | null>('textDocument/completion', placeOf(asking, state, pos))) ?? [];
    const [first] = items;
    const range = first?.textEdit && 'range' in first.textEdit ? first.textEdit.range : undefined;
    if (!range || context.aborted) return null;
    return { from: offset(state.doc, range.start), options: items.map(option), validFor: /^[\p{L}\p{M}\p{N}_-]*$/u };
  };

function option(item: CompletionItem): Completion {
  const text = item.textEdit!.newText;
  const again = item.command?.command === SUGGEST;
  const apply = (view: EditorView, one: Completion, from: number, to: number): void => {
    if (item.insertTextFormat === SNIPPET) snippet(template(text))(view, one, from, to);
    else view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, userEvent: 'input.complete' });
    if (again) startCompletion(view);
  };
  const { documentation } = item;
  return {
    label: item.filterText ?? item.label,
    displayLabel: item.label,
    apply,
    ...(item.sortText && { sortText: item.sortText }),
    ...(item.detail && { detail: item.detail }),
    ...(TYPES[item.kind ?? 0] && { type: TYPES[item.kind ?? 0]! }),
    ...(documentation && { info: () => explain(documentation as MarkupContent) }),
  };
}

function explain({ value }: MarkupContent): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'hover';
  dom.innerHTML = markup(value);
  return dom;
}

/** Converts a snippet of the protocol to one of the editor, where the last place has no number. */
const template = (text: string): string =>
  text
    .replace(/\$\{?0\}?/g, '$${}')
    .replace(/\$(\d+)/g, '$${$1}')
    .replace(/\\([$\\])/g, '$1');
