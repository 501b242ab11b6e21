/** The editor: its extensions, the marks of findings, and the requests that belong to a place in the text. */

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  foldService,
  getIndentUnit,
  type IndentContext,
  indentService,
  indentUnit,
} from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, type EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers, type Tooltip } from '@codemirror/view';
import type { CodeAction, Hover, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { fileName } from '../../language/model/address.ts';
import { language } from '../language.ts';
import { markup } from '../safe-markdown.ts';
import { explained } from '../word.ts';
import { completions } from './completion.ts';
import { offset, position } from './places.ts';
import type { WorkServer } from './server.ts';
import type { Work } from './work.ts';

/** Whether long lines are wrapped; it can be changed while the editor is shown. */
const wrapping = new Compartment();

/** Returns the extensions of every file's state. `pasted` may take over a paste; it returns whether it does. */
export function extensions(server: WorkServer, work: () => Work, pasted: (view: EditorView, data: DataTransfer) => boolean): Extension {
  const asking = (): Asking => ({ server, work: work() });
  return [
    lineNumbers(),
    foldGutter(),
    foldService.of(foldable),
    history({ minDepth: 1000 }),
    highlightActiveLine(),
    bracketMatching(),
    closeBrackets(),
    indentUnit.of('  '),
    indentService.of(indentation),
    highlightSelectionMatches(),
    search({ top: true }),
    lintGutter(),
    language,
    wrapping.of(EditorView.lineWrapping),
    EditorView.contentAttributes.of({ 'aria-label': 'A program in Cred', spellcheck: 'true', tabindex: '0' }),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...lintKeymap,
      ...defaultKeymap,
    ]),
    autocompletion({ override: [completions(asking)], maxRenderedOptions: 60 }),
    explained((view, at) => hover(asking(), view, at)),
    EditorView.domEventHandlers({
      paste(event, view) {
        if (!event.clipboardData || !pasted(view, event.clipboardData)) return false;
        event.preventDefault();
        return true;
      },
    }),
  ];
}

/** Turns the wrapping of long lines on or off. */
export function wrap(view: EditorView, on: boolean): void {
  view.dispatch({ effects: wrapping.reconfigure(on ? EditorView.lineWrapping : []) });
}

/** A line is indented as the one before it: deeper after an opening brace, less for a closing one. */
function indentation(context: IndentContext, at: number): number {
  const unit = getIndentUnit(context.state);
  const line = context.lineAt(at);
  const closes = /^\s*\}/.test(line.text) ? unit : 0;
  for (let { from } = line; from > 0; ) {
    const { text, from: begin } = context.lineAt(from === context.simulatedBreak ? from : from - 1, -1);
    if (text.trim())
      return Math.max(0, context.countColumn(text, text.search(/\S/)) + (/\{\s*(?:\/\/.*)?$/.test(text) ? unit : 0) - closes);
    from = begin;
  }
  return 0;
}

/** A block folds from its opening brace to the closing one, which begins a line with the same indentation. */
function foldable(state: EditorState, from: number): { from: number; to: number } | null {
  const line = state.doc.lineAt(from);
  if (!/\{\s*(?:\/\/.*)?$/.test(line.text)) return null;
  const indent = /^\s*/.exec(line.text)![0];
  for (let number = line.number + 1; number <= Math.min(state.doc.lines, line.number + 5000); number++) {
    const other = state.doc.line(number);
    if (other.text.startsWith(`${indent}}`)) return { from: line.to, to: other.from + indent.length };
  }
  return null;
}

/** What questions about a place need. */
export interface Asking {
  readonly server: WorkServer;
  readonly work: Work;
}

/** Returns the parameters for a place of the file that is shown. */
export const placeOf = ({ work }: Asking, state: EditorState, at = state.selection.main.head) => ({
  textDocument: { uri: work.active!.uri },
  position: position(state.doc, at),
});

async function hover(asking: Asking, view: EditorView, at: number): Promise<Tooltip | null> {
  const { doc } = view.state;
  if (!asking.work.active?.uri.endsWith('.cred')) return null;
  const found = await asking.server.request<Hover | null>('textDocument/hover', placeOf(asking, view.state, at));
  if (!found || view.state.doc !== doc) return null;
  const { value } = found.contents as { value: string };
  return {
    pos: found.range ? offset(doc, found.range.start) : at,
    ...(found.range && { end: offset(doc, found.range.end) }),
    create() {
      const dom = document.createElement('div');
      dom.className = 'hover';
      dom.tabIndex = 0;
      dom.innerHTML = markup(value);
      return { dom };
    },
  };
}

/**
 * Makes an edit of the server's in the files. Returns the reason if it cannot be made: a text has changed since it was asked for, or a
 * file is gone. The cursor goes to where the edit wants it.
 */
export function applyEdit(work: Work, view: EditorView, edit: WorkspaceEdit): string | undefined {
  const parts: { uri: string; version?: number | null; edits: readonly unknown[] }[] = Object.entries(edit.changes ?? {}).map(
    ([uri, edits]) => ({ uri, edits }),
  );
  const create: string[] = [];
  for (const change of edit.documentChanges ?? []) {
    if ('textDocument' in change) parts.push({ ...change.textDocument, edits: change.edits });
    else if (change.kind === 'create') create.push(change.uri);
  }
  for (const { uri, version } of parts) {
    const file = work.find(uri);
    if (!file && !create.includes(uri)) return 'The file to be changed is no longer there.';
    if (file && typeof version === 'number' && version !== file.version) return 'The text has changed meanwhile. Try it again.';
  }
  const { active } = work;
  for (const uri of create) if (!work.find(uri)) work.add(fileName(uri), '');
  if (active && work.active !== active) work.show(active);
  for (const { uri, edits } of parts) {
    const file = work.find(uri)!;
    const { doc } = file.state;
    let cursor: number | undefined;
    let moved = 0;
    const all = (edits as readonly (CodeEdit & { newText?: string })[])
      .map(one => ({
        from: offset(doc, one.range.start),
        to: offset(doc, one.range.end),
        insert: one.newText ?? one.snippet?.value ?? '',
        isSnippet: one.snippet !== undefined,
      }))
      .sort((a, b) => a.from - b.from);
    for (const one of all) {
      const at = one.isSnippet ? one.insert.indexOf('$0') : -1;
      if (at >= 0) {
        one.insert = one.insert.replace('$0', '');
        cursor = one.from + moved + at;
      }
      moved += one.insert.length - (one.to - one.from);
    }
    work.edit(file, all, cursor === undefined ? {} : { selection: { anchor: cursor }, scrollIntoView: true });
    if (cursor !== undefined) view.focus();
  }
  return undefined;
}

interface CodeEdit {
  readonly range: import('vscode-languageserver-protocol').Range;
  readonly snippet?: { readonly value: string };
}

/** Makes what an action says, after asking for its edits if they are worked out late. */
export async function applyAction(asking: Asking, view: EditorView, action: CodeAction): Promise<string | undefined> {
  const { edit } = action.edit ? action : await asking.server.request<CodeAction>('codeAction/resolve', action);
  return edit ? applyEdit(asking.work, view, edit) : undefined;
}
