/** Shows the findings: as marks in the text, and as a list of all files beside it. */
import { forEachDiagnostic, type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { type Asking, applyAction } from './editor.ts';
import { button, element } from './elements.ts';
import { counted, countsOf, type FindingCounts, severityOf, wordsOf } from './finding-words.ts';
import { FindingsList, type Listed } from './findings-list.ts';
import { offset, whole } from './places.ts';

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
  private readonly counts = new Map<string, FindingCounts>();
  /** The fixes of the findings in the file that is shown. */
  private fixes: ReadonlyMap<Diagnostic, readonly CodeAction[]> = new Map();
  /** The version of the text for which the fixes were worked out. */
  private fixedAt: number | undefined;
  private all = false;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private drawing = 0;
  private readonly rows: FindingsList;

  constructor(readonly page: FindingsPage) {
    this.rows = new FindingsList(page.list, {
      go: ({ file, one }) => page.go(file.uri, one.range),
      apply: ({ one }, title) => void this.apply(one, title),
    });
  }

  /** Takes the findings of a file; they replace those before. Those of an earlier text are passed over: others are on their way. */
  take(uri: string, diagnostics: readonly Diagnostic[], version: number | undefined): void {
    const { work } = this.page;
    if (version !== undefined && version < (work.find(uri)?.version ?? 0)) return;
    const before = this.found.get(uri) ?? [];
    this.found.set(uri, diagnostics);
    this.counts.set(uri, countsOf(diagnostics));
    if (uri !== work.active?.uri) return this.drawSoon();
    this.fixes = passedOn(this.fixes, before, diagnostics);
    this.show();
  }

  /** Shows the findings of the file that the editor shows now. */
  shown(): void {
    this.fixes = new Map();
    this.show();
  }

  private show(): void {
    this.fixedAt = undefined;
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
        severity: severityOf(one),
        source: String(one.code),
        message: wordsOf(one),
        actions: this.fixesOf(one)
          .slice(0, 3)
          .map(({ title }) => ({ name: title, apply: (_, at) => void this.applyAt(at, one, title) })),
      };
    });
    // Marks move with the text; those that are where they belong are not drawn anew.
    if (!areMarked(view.state, marks)) view.dispatch(setDiagnostics(view.state, marks));
    performance.clearMarks(SHOWN);
    performance.mark(SHOWN);
  }

  /** Asks for the fixes of the text as it is now. */
  private async askFixes(): Promise<void> {
    const { server, work, view } = this.page;
    const file = work.active;
    if (!file || this.here.length === 0) return;
    const { version } = file;
    const params = { textDocument: { uri: file.uri }, range: whole(view.state.doc), context: { diagnostics: [], only: ['quickfix'] } };
    const actions = (await server.request<CodeAction[] | null>('textDocument/codeAction', params).catch(() => null)) ?? [];
    if (file !== work.active || version !== file.version) return;
    const fixes = new Map<string, CodeAction[]>();
    for (const action of actions)
      for (const one of action.diagnostics ?? []) fixes.set(placed(one), [...(fixes.get(placed(one)) ?? []), action]);
    this.fixes = new Map(this.here.map(one => [one, (fixes.get(placed(one)) ?? []).sort((a, b) => rank(a) - rank(b))]));
    this.fixedAt = version;
    this.mark();
    this.draw();
  }

  /** Returns the fixes of a finding, the most useful first: what settles it, then what sets it aside. */
  private fixesOf(one: Diagnostic): readonly CodeAction[] {
    return this.fixes.get(one) ?? [];
  }

  /** Applies a fix of the finding that is marked at an offset and says the same as `one`. */
  private applyAt(at: number, one: Diagnostic, title: string): Promise<void> {
    const { doc } = this.page.view.state;
    return this.apply(this.here.find(other => saysSame(one, other) && offset(doc, other.range.start) === at) ?? one, title);
  }

  private async apply(one: Diagnostic, title: string): Promise<void> {
    const { view, say, work } = this.page;
    // The text may have changed since the button was drawn; then the fix is worked out for the text as it is.
    if (this.fixedAt !== work.active?.version) await this.askFixes();
    const now = this.here.find(other => placed(one) === placed(other)) ?? one;
    const action = this.fixesOf(now).find(other => other.title === title);
    const why = action
      ? await applyAction(this.page, view, action).catch((error: Error) => error.message)
      : 'The text has changed meanwhile. Try it again.';
    say(why ?? `Done: ${title}.`);
    if (why === undefined) view.focus();
  }

  private drawSoon(): void {
    cancelAnimationFrame(this.drawing);
    this.drawing = requestAnimationFrame(() => this.draw());
  }

  /** Draws the list: the file that is shown first, then the others. */
  draw(): void {
    cancelAnimationFrame(this.drawing);
    const { work, count } = this.page;
    const { active } = work;
    const files = [...(active ? [active] : []), ...work.files.filter(file => file !== active)];
    const words = counted(files.flatMap(file => this.counts.get(file.uri) ?? []));
    if (count.textContent !== words) count.textContent = words;
    const shown: Listed[] = [];
    let every = 0;
    for (const file of files) {
      const found = this.found.get(file.uri) ?? [];
      every += found.length;
      for (const one of this.all ? found : found.slice(0, Math.max(0, MOST - shown.length))) {
        const fixes = file === active ? this.fixesOf(one).map(({ title }) => title) : [];
        shown.push({ file, one, fixes, isNamed: files.length > 1 });
      }
    }
    this.rows.draw(shown, shown.length < every ? this.more(every) : undefined);
    document.body.dataset.ready = 'yes';
  }

  private more(count: number): HTMLElement {
    const all = button(`Show all ${count}`, () => {
      this.all = true;
      this.draw();
    });
    return element('li', { className: 'more' }, [all]);
  }
}

const saysSame = (a: Diagnostic, b: Diagnostic): boolean => a.code === b.code && wordsOf(a) === wordsOf(b);

/** Returns a key for a finding at its place. */
const placed = (one: Diagnostic): string => JSON.stringify([one.code, wordsOf(one), one.range]);

const rank = ({ title, isPreferred }: CodeAction): number =>
  /^Ignore |for the project$/.test(title) ? 3 : MANY.test(title) ? 2 : isPreferred ? 0 : 1;

/** Gives the fixes of earlier findings to those that say the same now, in their order, until the fixes are asked for again. */
function passedOn(
  fixes: ReadonlyMap<Diagnostic, readonly CodeAction[]>,
  before: readonly Diagnostic[],
  now: readonly Diagnostic[],
): ReadonlyMap<Diagnostic, readonly CodeAction[]> {
  const key = (one: Diagnostic): string => JSON.stringify([one.code, wordsOf(one)]);
  const waiting = new Map<string, Diagnostic[]>();
  for (const one of before) waiting.set(key(one), [...(waiting.get(key(one)) ?? []), one]);
  return new Map(now.map(one => [one, fixes.get(waiting.get(key(one))?.shift() ?? one) ?? []]));
}

/** Returns whether the text has exactly these marks. */
function areMarked(state: EditorState, marks: readonly Mark[]): boolean {
  const key = ({ severity, source, message, actions = [] }: Mark, from: number, to: number): string =>
    JSON.stringify([from, to, severity, source, message, actions.map(({ name }) => name)]);
  const wanted = marks.map(one => key(one, one.from, one.to)).sort();
  const there: string[] = [];
  forEachDiagnostic(state, (one, from, to) => void there.push(key(one, from, to)));
  there.sort();
  return wanted.length === there.length && wanted.every((one, at) => one === there[at]);
}
