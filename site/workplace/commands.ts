/** The commands of the workplace, each once: the buttons above, the list of commands, the keys and their help are made of this table. */
import { redo, undo } from '@codemirror/commands';
import { openSearchPanel } from '@codemirror/search';
import type { EditorView } from '@codemirror/view';
import { dialog, pick } from './dialogs.ts';
import { element } from './elements.ts';

/** A command. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** The key as CodeMirror spells it, such as `Mod-s`. */
  readonly key?: string;
  run(): unknown;
}

/** Keys of the editor itself, for the help. */
const EDITOR_KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl-Space', 'Suggestions for this place'],
  ['Mod-k Mod-i', 'What does this word mean?'],
  ['F8', 'Next finding'],
  ['Shift-F8', 'Previous finding'],
  ['Mod-/', 'Turn lines into comments, or back'],
  ['Mod-z', 'Undo'],
  ['Mod-y', 'Redo'],
  ['Mod-f', 'Find and replace'],
  ['Alt-ArrowUp', 'Move the line up'],
  ['Alt-ArrowDown', 'Move the line down'],
  ['Tab', 'Leave the editor'],
];

const isMac = /Mac|iP(?:hone|ad)/.test(navigator.platform);
/** Returns a key as people know it. */
export const keyInWords = (key: string): string =>
  key
    .split(' ')
    .map(one =>
      one
        .replace('Mod', isMac ? '⌘' : 'Ctrl')
        .replace('Arrow', '')
        .replaceAll('-', '+')
        .replace(/\+(\w)$/, (_, letter: string) => `+${letter.toUpperCase()}`),
    )
    .join(' ');

/** Lets the user pick a command. */
export async function palette(all: readonly Command[]): Promise<void> {
  const choices = all.map(one => ({ label: one.title, ...(one.key && { detail: keyInWords(one.key) }), value: one }));
  (await pick('Commands', choices, 'Type a part of its name'))?.run();
}

/** Shows the keys. */
export const keyboardHelp = (all: readonly Command[]): Promise<undefined> =>
  dialog<undefined>('By the keyboard', () => {
    const rows = [...all.flatMap(({ key, title }) => (key ? [[key, title] as const] : [])), ...EDITOR_KEYS];
    const table = element('table', {}, [
      element('thead', {}, [element('tr', {}, [element('th', { textContent: 'Key' }), element('th', { textContent: 'Does' })])]),
      element(
        'tbody',
        {},
        rows.map(([key, title]) =>
          element('tr', {}, [element('td', {}, [element('kbd', { textContent: keyInWords(key) })]), element('td', { textContent: title })]),
        ),
      ),
    ]);
    return [element('div', { className: 'scroll', tabIndex: 0 }, [table])];
  });

/** The commands that the editor's own package implements. */
export const editorCommands = (view: EditorView): readonly Command[] => [
  { id: 'undo', title: 'Undo', run: () => undo(view) },
  { id: 'redo', title: 'Redo', run: () => redo(view) },
  { id: 'find', title: 'Find and replace', run: () => openSearchPanel(view) },
];
