/** Shows the findings: as marks in the text, and as a list of all files beside it. */
import { type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { type Asking, applyAction } from './editor.ts';
import { button, element } from './elements.ts';
import { offset, whole } from './places.ts';
import type { WorkFile } from './work.ts';

const SEVERITY = ['error', 'error', 'warning', 'info', 'hint'] as const;
const CALLED = { error: 'Error', warning: 'Warning', info: 'Information', hint: 'Hint' } as const;
/** The most findings that are drawn at once. */
const MOST = 60;
/** The mark of the time at which the text has shown its findings. */
const SHOWN = 'findings shown';
/** The titles of fixes that settle more than one finding. */
const MANY = /^Add all |^Add what .* still asks for|^Fix all /;
/** Milliseconds without new findings after which fixes are asked for. */
const REST = 250;

/** What the findings need of the page. */
export interface FindingsPage extends Asking {
  readonly view: EditorView;
  readonly list: HTMLElement;
  readonly count: HTMLElement;
  /** Leads to a place. */
  go(uri: string, range: Diagnostic['range']): void;
  say(words: string): void;
}

/** The findings of all files. */
export class Findings {
  private readonly found = new Map<string, readonly Diagnostic[]>();
  private actions: readonly CodeAction[] = [];
  private all = false;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private drawing = 0;

  constructor(readonly page: FindingsPage) {}

  /** Takes the findings of a file; they replace those before. */
  take(uri: string, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length > 0) this.found.set(uri, diagnostics);
    else this.found.delete(uri);
    if (uri === this.page.work.active?.uri) this.shown();
    else this.drawSoon();
  }

  /** Shows the findings of the file that the editor shows now. */
  shown(): void {
    this.actions = [];
    this.mark();
    this.drawSoon();
    clearTimeout(this.resting);
    this.resting = setTimeout(() => void this.askFixes(), REST);
  }

  private get here(): readonly Diagnostic[] {
    return this.found.get(this.page.work.active?.uri ?? '') ?? [];
  }

  private mark(): void {
    const { view, work } = this.page;
    if (!work.active) return;
    const { doc } = view.state;
    const marks = this.here.map((one): Mark => {
      const from = offset(doc, one.range.start);
      return {
        from,
        to: Math.max(from, offset(doc, one.range.end)),
        severity: SEVERITY[one.severity ?? 3]!,
        source: String(one.code),
        message: wordsOf(one),
        actions: this.fixesOf(one)
          .slice(0, 3)
          .map(action => ({ name: action.title, apply: () => this.apply(action) })),
      };
    });
    view.dispatch(setDiagnostics(view.state, marks));
    performance.clearMarks(SHOWN);
    performance.mark(SHOWN);
  }

  private async askFixes(): Promise<void> {
    const { server, work, view } = this.page;
    const file = work.active;
    if (!file || this.here.length === 0) return;
    const { version } = file;
    const params = { textDocument: { uri: file.uri }, range: whole(view.state.doc), context: { diagnostics: [], only: ['quickfix'] } };
    const actions = (await server.request<CodeAction[] | null>('textDocument/codeAction', params).catch(() => null)) ?? [];
    if (file !== work.active || version !== file.version) return;
    this.actions = actions;
    this.mark();
    this.draw();
  }

  /** Returns the fixes of a finding, the most useful first: what settles it, then what sets it aside. */
  private fixesOf(one: Diagnostic): readonly CodeAction[] {
    const own = this.actions.filter(({ diagnostics }) => diagnostics?.some(other => same(one, other)));
    const rank = ({ title, isPreferred }: CodeAction): number =>
      /^Ignore |for the project$/.test(title) ? 3 : MANY.test(title) ? 2 : isPreferred ? 0 : 1;
    return [...own].sort((a, b) => rank(a) - rank(b));
  }

  private async apply(action: CodeAction): Promise<void> {
    const { view, say } = this.page;
    const why = await applyAction(this.page, view, action).catch((error: Error) => error.message);
    say(why ?? `Done: ${action.title}.`);
    if (why === undefined) view.focus();
  }

  private drawSoon(): void {
    cancelAnimationFrame(this.drawing);
    this.drawing = requestAnimationFrame(() => this.draw());
  }

  /** Draws the list: the file that is shown first, then the others. */
  draw(): void {
    cancelAnimationFrame(this.drawing);
    const { work, list, count } = this.page;
    const { active } = work;
    const files = [...(active ? [active] : []), ...work.files.filter(file => file !== active)];
    const every = files.flatMap(file => (this.found.get(file.uri) ?? []).map(one => ({ file, one })));
    count.textContent = counted(every.map(({ one }) => SEVERITY[one.severity ?? 3]!));
    const shown = this.all ? every : every.slice(0, MOST);
    // A list that is drawn anew must not take the focus away from who is in it.
    const focused = list.contains(document.activeElement) ? document.activeElement!.getAttribute('data-key') : null;
    const rows = shown.map(({ file, one }) => this.row(file, one, files.length > 1));
    if (shown.length < every.length) rows.push(element('li', { className: 'more' }, [this.more(every.length)]));
    list.replaceChildren(...rows);
    if (focused !== null) list.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    document.body.dataset.ready = 'yes';
  }

  private more(count: number): HTMLElement {
    return button(`Show all ${count}`, () => {
      this.all = true;
      this.draw();
    });
  }

  private row(file: WorkFile, one: Diagnostic, named: boolean): HTMLElement {
    const severity = SEVERITY[one.severity ?? 3]!;
    const where = `${named ? `${file.name}, ` : ''}line ${one.range.start.line + 1}`;
    const key = `${file.name} ${one.code} ${one.range.start.line}`;
    const jump = button(`${CALLED[severity]}, ${where}`, () => this.page.go(file.uri, one.range), 'jump');
    jump.dataset.key = key;
    const fixes = file === this.page.work.active ? this.fixesOf(one) : [];
    const ways = fixes.map((action, at) => {
      const made = button(action.title, () => void this.apply(action), 'fix');
      made.dataset.key = `${key} ${at}`;
      return made;
    });
    const [first, second, ...rest] = ways;
    const help = one.codeDescription
      ? [element('a', { href: one.codeDescription.href, target: '_blank', textContent: `Why? ${one.code}` })]
      : [];
    const more = rest.length > 0 ? [element('details', {}, [element('summary', { textContent: `${rest.length} more` }), ...rest])] : [];
    return element('li', { className: severity }, [
      jump,
      element('p', { textContent: wordsOf(one) }),
      element('p', { className: 'ways' }, [...[first, second].filter(way => way !== undefined), ...more, ...help]),
    ]);
  }
}

/** The server's messages are plain texts; the protocol allows others. */
const wordsOf = ({ message }: Diagnostic): string => (typeof message === 'string' ? message : message.value);

const same = (a: Diagnostic, b: Diagnostic): boolean =>
  a.code === b.code && a.message === b.message && JSON.stringify(a.range) === JSON.stringify(b.range);

/** Returns a text such as "2 errors, 1 warning, 3 for information". */
function counted(severities: readonly string[]): string {
  const of = (...wanted: string[]): number => severities.filter(one => wanted.includes(one)).length;
  const [errors, warnings, rest] = [of('error'), of('warning'), of('info', 'hint')];
  const parts = [
    errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    rest > 0 && `${rest} for information`,
  ];
  return parts.filter(Boolean).join(', ') || 'Nothing is found.';
}
