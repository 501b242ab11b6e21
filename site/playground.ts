/** The playground: an editor for one program, with the findings, hovers, completions and fixes of the language server. */
import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { lintGutter, lintKeymap, type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap, lineNumbers, type Tooltip } from '@codemirror/view';
import type { CodeAction, Diagnostic, Position, Range } from 'vscode-languageserver-protocol';
import { language } from './language.ts';
import { markup } from './safe-markdown.ts';
import { Server } from './server.ts';
import { fromFragment, toFragment } from './share.ts';

const SEVERITY = ['error', 'error', 'warning', 'info', 'hint'] as const;
const CALLED = { error: 'Error', warning: 'Warning', info: 'Information', hint: 'Hint' } as const;
const byId = (id: string): HTMLElement => document.getElementById(id)!;
const say = (words: string): void => void (byId('said').textContent = words);

const offset = (doc: Text, { line, character }: Position): number =>
  line >= doc.lines ? doc.length : Math.min(doc.line(line + 1).from + character, doc.line(line + 1).to);
const position = (doc: Text, at: number): Position => {
  const line = doc.lineAt(at);
  return { line: line.number - 1, character: at - line.from };
};
const whole = (doc: Text): Range => ({ start: { line: 0, character: 0 }, end: position(doc, doc.length) });

const server = new Server(new Worker('server.js'), diagnostics => void show(diagnostics));
let latest = 0;

const view = new EditorView({
  parent: byId('editor'),
  state: EditorState.create({
    doc: await beginning(),
    extensions: [
      lineNumbers(),
      history(),
      lintGutter(),
      language,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': 'A program in Cred' }),
      keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
      autocompletion({ override: [complete] }),
      hoverTooltip(hover),
      EditorView.updateListener.of(update => {
        if (update.docChanged) server.edit(update.state.doc.toString());
      }),
    ],
  }),
});
await server.start(view.state.doc.toString(), new URL('../', location.href).href);

/** The program of the address, else the sample of the page. */
async function beginning(): Promise<string> {
  const sample = byId('sample').textContent!;
  try {
    return (await fromFragment(location.hash)) ?? sample;
  } catch {
    say('The program in this address cannot be read. Here is the sample instead.');
    return sample;
  }
}

/** Marks in the text and the list below it. Fixes are asked for at once: they belong to the text as it is. */
async function show(diagnostics: readonly Diagnostic[]): Promise<void> {
  const mine = ++latest;
  const { doc } = view.state;
  const actions = await server.fixes(whole(doc));
  if (mine !== latest || view.state.doc !== doc) return;
  const fixesOf = (one: Diagnostic): CodeAction[] =>
    actions.filter(({ title, diagnostics: of }) => !title.startsWith('Ignore ') && of?.some(other => same(one, other)));
  const marks = diagnostics.map(one => ({
    from: offset(doc, one.range.start),
    to: offset(doc, one.range.end),
    severity: SEVERITY[one.severity ?? 3]!,
    source: String(one.code),
    message: String(one.message),
    actions: fixesOf(one).map(action => ({ name: action.title, apply: () => apply(action) })),
    help: one.codeDescription?.href,
  }));
  view.dispatch(setDiagnostics(view.state, marks satisfies Mark[]));
  byId('count').textContent = `${marks.length} ${marks.length === 1 ? 'finding' : 'findings'}`;
  byId('findings').replaceChildren(...marks.map(row));
  document.body.dataset.ready = 'yes';
}

const same = (a: Diagnostic, b: Diagnostic): boolean =>
  a.code === b.code && a.message === b.message && JSON.stringify(a.range) === JSON.stringify(b.range);

function row(mark: Mark & { readonly help?: string | undefined }): HTMLElement {
  const item = document.createElement('li');
  item.className = mark.severity;
  const jump = document.createElement('button');
  jump.type = 'button';
  jump.textContent = `${CALLED[mark.severity]}, line ${view.state.doc.lineAt(mark.from).number}: ${mark.message}`;
  jump.onclick = () => {
    view.dispatch({ selection: { anchor: mark.from, head: mark.to }, scrollIntoView: true });
    view.focus();
  };
  item.append(jump);
  for (const { name, apply: run } of mark.actions ?? []) {
    const fix = document.createElement('button');
    fix.type = 'button';
    fix.className = 'fix';
    fix.textContent = name;
    fix.onclick = () => run(view, mark.from, mark.to);
    item.append(' ', fix);
  }
  if (mark.help) {
    const link = document.createElement('a');
    link.href = mark.help;
    link.textContent = mark.source!;
    item.append(' ', link);
  }
  return item;
}

function apply(action: CodeAction): void {
  const { doc } = view.state;
  const changes = Server.editsOf(action).map(({ range, newText }) => ({
    from: offset(doc, range.start),
    to: offset(doc, range.end),
    insert: newText,
  }));
  view.dispatch({ changes });
  view.focus();
}

async function hover(_: EditorView, at: number): Promise<Tooltip | null> {
  const { doc } = view.state;
  const found = await server.hover(position(doc, at));
  if (!found || view.state.doc !== doc) return null;
  const value = (found.contents as { value: string }).value;
  return {
    pos: found.range ? offset(doc, found.range.start) : at,
    ...(found.range && { end: offset(doc, found.range.end) }),
    create() {
      const dom = document.createElement('div');
      dom.className = 'hover';
      dom.innerHTML = markup(value);
      return { dom };
    },
  };
}

async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const { state, pos, explicit } = context;
  if (!explicit && !context.matchBefore(/[\p{L}_-]$/u)) return null;
  const items = await server.completions(position(state.doc, pos));
  const [first] = items;
  const range = first?.textEdit && 'range' in first.textEdit ? first.textEdit.range : undefined;
  if (!range) return null;
  return {
    from: offset(state.doc, range.start),
    options: items.map(item => ({
      label: item.label,
      ...(item.detail && { detail: item.detail }),
      apply: item.textEdit!.newText,
    })),
  };
}

byId('share').onclick = async () => {
  window.history.replaceState(null, '', await toFragment(view.state.doc.toString()));
  try {
    await navigator.clipboard.writeText(location.href);
    say('The address with this program is copied. Nothing was sent anywhere.');
  } catch {
    say('The address of this page holds this program now: copy it from the address bar. Nothing was sent anywhere.');
  }
};
