/** Draws the list of findings. A row whose finding stays is left as it is, so a key in the text costs no drawing beside it. */
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { button, element } from './elements.ts';
import { severityOf, wordsOf } from './finding-words.ts';
import type { WorkFile } from './work.ts';

const CALLED = { error: 'Error', warning: 'Warning', info: 'Information', hint: 'Hint' } as const;

/** What a row shows. */
export interface Listed {
  readonly file: WorkFile;
  readonly one: Diagnostic;
  /** The titles of its fixes, the most useful first. */
  readonly fixes: readonly string[];
  /** Whether the name of the file is shown. */
  readonly isNamed: boolean;
}

/** What the buttons of a row do. */
export interface RowActs {
  go(listed: Listed): void;
  apply(listed: Listed, title: string): void;
}

interface FindingRow {
  readonly dom: HTMLElement;
  readonly jump: HTMLElement;
  /** What it shows now; its place in the text may have moved since it was drawn. */
  listed: Listed;
}

/** The rows that are drawn. */
export class FindingsList {
  private rows = new Map<string, FindingRow[]>();

  constructor(
    private readonly list: HTMLElement,
    private readonly acts: RowActs,
  ) {}

  /** Shows the findings in their order, and `last` behind them. */
  draw(all: readonly Listed[], last: HTMLElement | undefined): void {
    const before = this.rows;
    this.rows = new Map();
    const wanted: Element[] = all.map(listed => {
      const key = keyOf(listed);
      const row = before.get(key)?.shift() ?? this.row(listed);
      this.rows.set(key, [...(this.rows.get(key) ?? []), row]);
      row.listed = listed;
      const place = placeOf(listed);
      if (row.jump.textContent !== place) row.jump.textContent = place;
      return row.dom;
    });
    if (last) wanted.push(last);
    const focused = this.list.contains(document.activeElement) ? focusIn(this.list) : undefined;
    const kept = new Set(wanted);
    for (const one of [...this.list.children]) if (!kept.has(one)) one.remove();
    for (const [at, one] of wanted.entries())
      if (this.list.children[at] !== one) this.list.insertBefore(one, this.list.children[at] ?? null);
    // Whoever was in the list stays there, although the row was drawn anew.
    if (focused && !this.list.contains(document.activeElement)) this.focus(focused);
  }

  private focus({ row, words }: { readonly row: number; readonly words: string }): void {
    const near = this.list.children[Math.min(row, this.list.children.length - 1)];
    const buttons = [...(near?.querySelectorAll<HTMLElement>('button') ?? [])];
    (buttons.find(one => one.textContent === words) ?? buttons[0])?.focus();
  }

  private row(listed: Listed): FindingRow {
    const { one, fixes } = listed;
    const jump = button('', () => this.acts.go(row.listed), 'jump');
    const [first, second, ...rest] = fixes.map(title => button(title, () => this.acts.apply(row.listed, title), 'fix'));
    const help = one.codeDescription
      ? [element('a', { href: one.codeDescription.href, target: '_blank', textContent: `Why? ${one.code}` })]
      : [];
    const more = rest.length > 0 ? [element('details', {}, [element('summary', { textContent: `${rest.length} more` }), ...rest])] : [];
    const dom = element('li', { className: severityOf(one) }, [
      jump,
      element('p', { textContent: wordsOf(one) }),
      element('p', { className: 'ways' }, [...[first, second].filter(way => way !== undefined), ...more, ...help]),
    ]);
    const row: FindingRow = { dom, jump, listed };
    return row;
  }
}

/** All that a row shows, except the line, which moves with the text. */
const keyOf = ({ file, one, fixes, isNamed }: Listed): string =>
  JSON.stringify([file.name, isNamed, one.severity, one.code, wordsOf(one), fixes]);

const placeOf = ({ file, one, isNamed }: Listed): string =>
  `${CALLED[severityOf(one)]}, ${isNamed ? `${file.name}, ` : ''}line ${one.range.start.line + 1}`;

/** Returns in which row the focus is, and the words of the button that has it. */
function focusIn(list: HTMLElement): { readonly row: number; readonly words: string } {
  const { activeElement } = document;
  return { row: [...list.children].findIndex(one => one.contains(activeElement)), words: activeElement?.textContent ?? '' };
}
