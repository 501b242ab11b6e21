/** The tab that compares a file with an earlier version, in the words of the field, and brings a version back. */
import { markup } from '../safe-markdown.ts';
import { ask } from './dialogs.ts';
import { button, element } from './elements.ts';
import type { WorkServer } from './server.ts';
import type { KeptVersion, Store } from './store.ts';
import type { Tab } from './tabs.ts';
import type { Work, WorkFile } from './work.ts';

/** What the tab needs of the page. */
export interface ComparePage {
  readonly work: Work;
  side(): Promise<WorkServer>;
  /** Returns the store; `undefined` while a program is only looked at. */
  store(): Store | undefined;
  /** Lets the user choose a file of theirs, and returns it with its text. */
  choose(): Promise<{ readonly name: string; readonly text: string } | undefined>;
  say(words: string): void;
}

/** Returns the tab. */
export function compareTab(page: ComparePage): Tab {
  let place: HTMLElement | undefined;
  let chosen: KeptVersion | undefined;
  let file: WorkFile | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const result = element('div', { className: 'changes' });
  result.setAttribute('role', 'status');

  const compare = async (version = chosen): Promise<void> => {
    chosen = version;
    if (!chosen || !file || !result.isConnected) return;
    const server = await page.side();
    const title = `What changed since ${chosen.why}`;
    const found = await server.request<{ markdown: string }>('cred/compare', { uri: file.uri, title, before: chosen.text });
    result.innerHTML = markup(found.markdown);
  };
  const draw = async (): Promise<void> => {
    const into = place;
    if (!into?.isConnected) return;
    file = page.work.active;
    if (!file?.uri.endsWith('.cred'))
      return into.replaceChildren(element('p', { className: 'empty', textContent: 'Open or begin a program first.' }));
    const versions = (await page.store()?.versions(file.name)) ?? [];
    if (chosen?.name !== file.name) chosen = versions.find(({ text }) => text !== file!.text) ?? versions[0];
    const every = chosen && !versions.includes(chosen) ? [chosen, ...versions] : versions;
    const select = element(
      'select',
      { onchange: () => void compare(every[Number(select.value)]) },
      every.map((one, i) =>
        element('option', { value: String(i), textContent: `${new Date(one.at).toLocaleString()} – ${one.why}`, selected: one === chosen }),
      ),
    );
    const ways = element('p', { className: 'ways' }, [
      ...(every.length > 0 ? [element('label', {}, ['Compare with ', select])] : []),
      ...(every.length > 0 ? [button('Bring this version back', bringBack)] : []),
      ...(page.store() ? [button('Keep the text as it is now…', () => void keep())] : []),
      button('Compare with a file…', () => void other()),
    ]);
    into.replaceChildren(
      ways,
      ...(every.length === 0
        ? [
            element('p', {
              className: 'empty',
              textContent: 'No earlier version is kept yet. One is kept each time you begin to work, and before a large change.',
            }),
          ]
        : []),
      result,
    );
    result.replaceChildren();
    void compare();
  };
  const bringBack = (): void => {
    if (!chosen || !file) return;
    page.work.edit(file, { from: 0, to: file.state.doc.length, insert: chosen.text });
    page.say('The earlier version is back; undo takes it away again.');
  };
  const keep = async (): Promise<void> => {
    const why = await ask('Keep this version', 'What you call it', { value: 'As sent to the board', does: 'Keep it' });
    if (!why || !file) return;
    await page.store()?.keepVersion({ name: file.name, text: file.text, at: Date.now(), why });
    page.say('The version is kept.');
    void draw();
  };
  const other = async (): Promise<void> => {
    const given = await page.choose();
    if (!given || !file) return;
    chosen = { name: file.name, text: given.text, at: Date.now(), why: given.name };
    void draw();
  };
  return {
    id: 'compare',
    title: 'Compare',
    show(panel) {
      place = element('div', { className: 'compare' });
      panel.append(place);
      void draw();
    },
    refresh() {
      clearTimeout(resting);
      resting = setTimeout(() => (file === page.work.active ? void compare() : void draw()), 300);
    },
  };
}
