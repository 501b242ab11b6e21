/** Runs the playground: an editor for one program with the findings, hovers, completions and fixes of the language server. */
import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { lintGutter, lintKeymap, type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, type Tooltip } from '@codemirror/view';
import type { CodeAction, Diagnostic, Position, Range } from 'vscode-languageserver-protocol';
import { language } from './language.ts';
import { markup } from './safe-markdown.ts';
import { PlaygroundServer } from './server.ts';
import { fromFragment, toFragment } from './share.ts';
import { explained } from './word.ts';

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

const worker = new Worker('server.js');
worker.onerror = () => void (byId('count').textContent = 'The findings cannot be worked out in this browser.');
const server = new PlaygroundServer(worker, diagnostics => void show(diagnostics));
const samples = byId('samples') as HTMLSelectElement;
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
      explained(hover),
      EditorView.updateListener.of(update => {
        if (!update.docChanged) return;
        samples.value = '';
        unshare();
        server.edit(update.state.doc.toString());
      }),
    ],
  }),
});
await server.start(view.state.doc.toString(), new URL('../', location.href).href);

// If another link is opened in the same tab, only the fragment changes.
addEventListener('hashchange', async () => {
  const text = await shared();
  if (text !== undefined) replace(text);
});
samples.onchange = () => {
  const { value } = samples;
  replace(sample(value));
  samples.value = value;
  window.history.replaceState(null, '', location.pathname); // The address no longer matches the program.
  say('');
};

/** Returns the program in the address, else the first sample. */
async function beginning(): Promise<string> {
  const text = await shared();
  if (text !== undefined) return text;
  samples.selectedIndex = 1; // The first entry is "your own program".
  return sample(samples.value);
}

function sample(name: string): string {
  return byId(name).textContent!;
}

async function shared(): Promise<string | undefined> {
  try {
    return await fromFragment(location.hash);
  } catch {
    say('The program in this address cannot be read: part of the address may be missing.');
    return undefined;
  }
}

/** Replaces the text by an edit, so that undo brings back the text before. */
function replace(text: string): void {
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    selection: { anchor: 0 },
    annotations: isolateHistory.of('full'),
  });
}

/** Shows marks in the text and the list below it. Fixes are requested at once, because they belong to the current text. */
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
  byId('count').textContent = counted(marks);
  byId('findings').replaceChildren(...marks.map(row));
  document.body.dataset.ready = 'yes';
}

/** Returns a text such as "2 errors, 1 warning, 3 for information". */
function counted(marks: readonly Mark[]): string {
  const of = (...severities: string[]): number => marks.filter(({ severity }) => severities.includes(severity)).length;
  const [errors, warnings, rest] = [of('error'), of('warning'), of('info', 'hint')];
  const parts = [
    errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    rest > 0 && `${rest} for information`,
  ];
  return parts.filter(Boolean).join(', ') || 'Nothing is found.';
}

const same = (a: Diagnostic, b: Diagnostic): boolean =>
  a.code === b.code && a.message === b.message && JSON.stringify(a.range) === JSON.stringify(b.range);

function row(mark: Mark & { readonly help?: string | undefined }): HTMLElement {
  const item = document.createElement('li');
  item.className = mark.severity;
  const jump = button('jump', `${CALLED[mark.severity]}, line ${view.state.doc.lineAt(mark.from).number}`, () => {
    view.dispatch({ selection: { anchor: mark.from, head: mark.to }, effects: EditorView.scrollIntoView(mark.from, { y: 'center' }) });
    view.focus();
  });
  const says = document.createElement('p');
  says.textContent = mark.message;
  const ways = document.createElement('p');
  ways.append(...(mark.actions ?? []).map(({ name, apply: run }) => button('fix', name, () => run(view, mark.from, mark.to))));
  if (mark.help) {
    const link = document.createElement('a');
    link.href = mark.help;
    link.textContent = mark.source!;
    ways.append(link);
  }
  item.append(jump, says, ways);
  return item;
}

function button(className: string, words: string, run: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = words;
  made.onclick = run;
  return made;
}

function apply(action: CodeAction): void {
  const { doc } = view.state;
  const changes = PlaygroundServer.editsOf(action).map(({ range, newText }) => ({
    from: offset(doc, range.start),
    to: offset(doc, range.end),
    insert: newText,
  }));
  view.dispatch({ changes, annotations: isolateHistory.of('full') });
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

/** Removes the program from the address, which holds what was shared and not what is written since. */
function unshare(): void {
  if (location.hash === '' || byId('said').textContent === '') return;
  window.history.replaceState(null, '', location.pathname + location.search);
  say('');
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
