/** The tabs beside the editor. One of them is shown; it follows the text, the others are drawn when they are chosen. */
import { byId, element } from './elements.ts';

/** A tab. */
export interface Tab {
  readonly id: string;
  readonly title: string;
  /** Draws the tab into the panel; called when it is chosen, and when another file is shown. */
  show(panel: HTMLElement): void;
  /** Draws again what may have changed. */
  refresh?(): void;
}

/** The row of tabs with their panel. */
export class Tabs {
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private readonly panel = byId('panel');
  private current: Tab;

  /** `chosen` is called with the id of a tab that was chosen. */
  constructor(
    private readonly all: readonly Tab[],
    private readonly chosen: (id: string) => void,
  ) {
    this.current = all[0]!;
    const row = byId('tabs');
    for (const tab of all) {
      const made = element('button', {
        type: 'button',
        role: 'tab',
        id: `tab-${tab.id}`,
        textContent: tab.title,
        onclick: () => this.choose(tab.id),
      });
      made.setAttribute('aria-controls', 'panel');
      this.buttons.set(tab.id, made);
      row.append(made);
    }
    row.onkeydown = ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step === undefined) return;
      const next = all[(all.indexOf(this.current) + step + all.length) % all.length]!;
      this.choose(next.id);
      this.buttons.get(next.id)!.focus();
    };
  }

  get shown(): string {
    return this.current.id;
  }

  choose(id: string): void {
    this.current = this.all.find(tab => tab.id === id) ?? this.all[0]!;
    for (const [name, one] of this.buttons) {
      const isCurrent = name === this.current.id;
      one.setAttribute('aria-selected', String(isCurrent));
      one.tabIndex = isCurrent ? 0 : -1;
      if (isCurrent) one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    this.panel.setAttribute('aria-labelledby', `tab-${this.current.id}`);
    this.panel.dataset.tab = this.current.id;
    this.redraw();
    this.chosen(this.current.id);
  }

  redraw(): void {
    this.panel.scrollTop = 0;
    this.panel.replaceChildren();
    this.current.show(this.panel);
  }

  refresh(): void {
    this.current.refresh?.();
  }
}
