/** Tabs that the report's components draw: profile, picture, readiness, roadmap. They update in place, so that what is unfolded stays so. */
import morphdom from 'morphdom';
import components from '../../report/styles/components.css';
import { type Act, type ActPage, act } from './act.ts';
import { placeOf } from './editor.ts';
import { element } from './elements.ts';
import type { Tab } from './tabs.ts';

/** What a drawn tab needs of the page. */
export interface DrawnPage extends ActPage {
  state(): import('@codemirror/state').EditorState;
  go(uri: string, range: import('vscode-languageserver-protocol').Range): void;
}

interface DrawnTab {
  readonly id: string;
  readonly title: string;
  /** The parts of a program that are drawn. */
  readonly parts: readonly string[];
  /** What is said when there is nothing to draw. */
  readonly empty: string;
}

const TABS: readonly DrawnTab[] = [
  {
    id: 'profile',
    title: 'Profile',
    parts: ['header', 'kinds', 'next', 'holes', 'alignment', 'specifications', 'timeline', 'both', 'ignored', 'further'],
    empty: 'There is no program in this file yet.',
  },
  { id: 'picture', title: 'Picture', parts: ['map'], empty: 'There is nothing to draw yet: name an owner, an examination or a module.' },
  {
    id: 'readiness',
    title: 'Readiness',
    parts: ['readiness'],
    empty: 'No standard applies to this program yet. Write which one it seeks, as in: seeks: NCCA-2021',
  },
  { id: 'roadmap', title: 'Roadmap', parts: ['roadmap'], empty: 'There is no program in this file yet.' },
];

/** The rules of the report's components. They hold within what they draw, and the page's rules hold outside. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(components);

/** Makes a place for what the report's components draw, with their rules. Returns the element for the page and the one to draw into. */
export function drawnPlace(): { readonly outer: HTMLElement; readonly inner: HTMLElement } {
  const outer = element('div', { className: 'drawn' });
  const inner = element('div');
  const root = outer.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(inner);
  return { outer, inner };
}

/** Returns the tabs. */
export const drawnTabs = (page: DrawnPage): readonly Tab[] => TABS.map(tab => drawn(tab, page));

/** For each foldable part, by id, whether the reader has unfolded it. */
const folds = new Map<string, boolean>();

function drawn({ id, title, parts, empty }: DrawnTab, page: DrawnPage): Tab {
  let place: HTMLElement | undefined;
  let asked = 0;
  /** The program that is drawn, by its name or its index in the file. */
  let program: string | number | undefined;
  const refresh = async (): Promise<void> => {
    const into = place;
    const mine = ++asked;
    if (!into?.isConnected) return;
    const uri = page.work.active?.uri;
    const found = uri?.endsWith('.cred')
      ? await page.server
          .request<{ html: string; program: string | number } | null>('cred/profile', {
            uri,
            position: placeOf(page, page.state()).position,
            parts,
          })
          .catch(() => null)
      : null;
    program = found?.program;
    if (mine === asked && into.isConnected) put(into, found?.html || `<p class="empty">${empty}</p>`);
  };
  return {
    id,
    title,
    show(panel) {
      const { outer, inner } = drawnPlace();
      place = inner;
      place.onclick = event => clicked(event, page, program);
      panel.append(outer);
      void refresh();
    },
    refresh: () => void refresh(),
  };
}

function put(into: HTMLElement, html: string): void {
  const to = into.cloneNode(false) as HTMLElement;
  to.innerHTML = html;
  for (const fold of to.querySelectorAll('details')) fold.open = folds.get(fold.id) ?? fold.open;
  morphdom(into, to, { onBeforeElUpdated: (from, next) => !from.isEqualNode(next) });
}

function clicked(event: MouseEvent, page: DrawnPage, program: string | number | undefined): void {
  const target = event.target as Element;
  const button = target.closest<HTMLElement>('[data-act]');
  const uri = page.work.active?.uri;
  if (button && uri !== undefined && program !== undefined) {
    const { act: does, lack, atLine, atCharacter } = button.dataset;
    const at = atLine === undefined ? undefined : { line: Number(atLine), character: Number(atCharacter) };
    return void act(page, does as Act, { uri, program, id: lack!, ...(at && { at }) });
  }
  const fold = target.closest('summary')?.parentElement;
  if (fold instanceof HTMLDetailsElement && fold.id) folds.set(fold.id, !fold.open);
  const place = target.closest<HTMLElement>('[data-uri][data-line]');
  if (!place) return;
  event.preventDefault();
  const { line, character } = place.dataset;
  const start = { line: Number(line), character: Number(character) };
  page.go(place.dataset.uri!, { start, end: start });
}
