/**
 * The script of the panel's page. It shows each profile that arrives by updating the page in place, so that scroll position, focus and
 * unfolded parts stay. It tells the editor which place in the text was clicked.
 */
import morphdom from 'morphdom';

interface ProfileMessage {
  readonly type: 'profile';
  /** The HTML that `profileHtml` made. */
  readonly html: string;
}
/** The state that stays when the panel is hidden and shown again. */
interface PanelState {
  readonly html?: string;
  readonly scroll?: number;
  /** For each foldable part, by id, whether the reader has unfolded it. */
  readonly folds?: Readonly<Record<string, boolean>>;
}
declare function acquireVsCodeApi(): {
  getState(): PanelState | undefined;
  setState(state: PanelState): void;
  postMessage(message: unknown): void;
};

const vscode = acquireVsCodeApi();
const profile = document.getElementById('profile')!;
/** Screen readers announce this element when it changes. It names the program, not each of its numbers. */
const told = document.getElementById('told')!;
let state: PanelState = vscode.getState() ?? {};
const keep = (more: PanelState): void => vscode.setState((state = { ...state, ...more }));

function show(html: string): void {
  const before = profile.querySelector('main');
  const to = profile.cloneNode(false) as HTMLElement;
  to.innerHTML = html;
  for (const fold of to.querySelectorAll('details')) fold.open = state.folds?.[fold.id] ?? fold.open;
  const other = before !== null && !sameProgram(before, to.querySelector('main')!);
  morphdom(profile, to, { onBeforeElUpdated: (from, next) => !from.isEqualNode(next) });
  if (other) scrollTo(0, 0);
  if (other || !before) told.textContent = profile.querySelector('h1')?.textContent ?? '';
  keep({ html });
}

/**
 * Whether two profiles are of the same program. A program may be renamed or move down while it is shown; only if both happen at once does
 * it count as another.
 */
const sameProgram = ({ dataset: a }: HTMLElement, { dataset: b }: HTMLElement): boolean =>
  a.file === b.file && (a.program === b.program || a.from === b.from);

addEventListener('message', ({ data }: MessageEvent<ProfileMessage>) => {
  if (data?.type === 'profile') show(data.html);
});

document.addEventListener('click', event => {
  const button = (event.target as Element).closest<HTMLElement>('[data-act]');
  if (!button) return;
  const { act, lack, atLine, atCharacter } = button.dataset;
  const at = atLine === undefined ? undefined : { line: Number(atLine), character: Number(atCharacter) };
  vscode.postMessage({ type: 'act', does: act, id: lack, ...(at && { at }) });
});

document.addEventListener('click', event => {
  const place = (event.target as Element).closest<HTMLElement>('[data-uri][data-line]');
  if (!place) return;
  event.preventDefault();
  const { uri, line, character } = place.dataset;
  vscode.postMessage({ type: 'jump', uri, line: Number(line), character: Number(character) });
});

// Events of folding do not bubble. Only folding by the reader is recorded, not that of a new profile.
document.addEventListener('click', event => {
  const fold = (event.target as Element).closest('summary')?.parentElement;
  if (fold instanceof HTMLDetailsElement && fold.id) keep({ folds: { ...state.folds, [fold.id]: !fold.open } });
});

let resting: ReturnType<typeof setTimeout> | undefined;
addEventListener('scroll', () => {
  clearTimeout(resting);
  resting = setTimeout(() => keep({ scroll: scrollY }), 100);
});

if (state.html) {
  show(state.html);
  scrollTo(0, state.scroll ?? 0);
}
vscode.postMessage({ type: 'ready' });
