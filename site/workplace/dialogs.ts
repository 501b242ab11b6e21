/** Dialogs: a list to pick from, and a form to fill in. Both are modal, close with Escape, and give the focus back. */
import { button, element } from './elements.ts';

let numbers = 0;

/** Opens a dialog. `fill` makes its content; it resolves with what `settle` is called with, `undefined` if the dialog was closed. */
export function dialog<T>(title: string, fill: (settle: (value?: T) => void) => readonly (Node | string)[]): Promise<T | undefined> {
  return new Promise(resolve => {
    let result: T | undefined;
    const id = `dialog-${++numbers}`;
    const settle = (value?: T): void => {
      result = value;
      made.close();
    };
    const close = button('×', () => settle(), 'close');
    close.setAttribute('aria-label', 'Close');
    const made = element('dialog', {}, [element('header', {}, [element('h2', { id, textContent: title }), close]), ...fill(settle)]);
    made.setAttribute('aria-labelledby', id);
    made.addEventListener('close', () => {
      made.remove();
      resolve(result);
    });
    document.body.append(made);
    made.showModal();
    // Without this the focus would be on the button that closes.
    made.querySelector<HTMLElement>('input, select, button.main, ul button, pre')?.focus();
  });
}

/** An entry of a list. */
export interface ListEntry<T> {
  readonly label: string;
  readonly detail?: string;
  readonly value: T;
}

/** Lets the user pick one of several entries, of which what is typed leaves those that contain it. */
export function pick<T>(title: string, choices: readonly ListEntry<T>[], hint = 'Type to filter'): Promise<T | undefined> {
  return dialog<T>(title, settle => {
    const list = element('ul', { className: 'choices', role: 'listbox', id: `choices-${numbers}` });
    list.setAttribute('aria-label', title);
    let shown: readonly ListEntry<T>[] = [];
    let at = 0;
    const input = element('input', { type: 'text', placeholder: hint, autocomplete: 'off', role: 'combobox' });
    input.setAttribute('aria-label', hint);
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'true');
    const draw = (): void => {
      const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      const has = ({ label, detail = '' }: ListEntry<T>): boolean =>
        wanted.every(word => `${label} ${detail}`.toLowerCase().includes(word));
      shown = choices.filter(has).slice(0, 200);
      at = Math.min(at, Math.max(0, shown.length - 1));
      list.replaceChildren(
        ...shown.map(({ label, detail, value }, i) => {
          const item = element('li', { role: 'option', id: `${list.id}-${i}`, onclick: () => settle(value) }, [
            element('span', { textContent: label }),
            ...(detail ? [element('span', { className: 'detail', textContent: detail })] : []),
          ]);
          item.setAttribute('aria-selected', String(i === at));
          return item;
        }),
      );
      input.setAttribute('aria-activedescendant', shown.length > 0 ? `${list.id}-${at}` : '');
      list.children[at]?.scrollIntoView({ block: 'nearest' });
    };
    input.oninput = () => {
      at = 0;
      draw();
    };
    input.onkeydown = event => {
      const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
      if (step !== undefined) at = Math.max(0, Math.min(shown.length - 1, at + step));
      else if (event.key === 'Enter' && shown[at]) settle(shown[at]!.value);
      else return;
      event.preventDefault();
      if (step !== undefined) draw();
    };
    draw();
    return [input, list];
  });
}

/** Asks for a line of text. `wrong` returns what is wrong with it. */
export function ask(title: string, label: string, { value = '', does = 'OK', wrong = (_: string): string | undefined => undefined } = {}) {
  return dialog<string>(title, settle => {
    const input = element('input', { type: 'text', value, autocomplete: 'off' });
    const told = element('p', { className: 'wrong', role: 'alert' });
    const form = element('form', {}, [
      element('label', {}, [label, input]),
      told,
      element('p', { className: 'ways' }, [
        element('button', { type: 'submit', textContent: does, className: 'main' }),
        button('Cancel', () => settle()),
      ]),
    ]);
    form.onsubmit = event => {
      event.preventDefault();
      const why = wrong(input.value);
      if (why === undefined) settle(input.value);
      else told.textContent = why;
    };
    setTimeout(() => input.select());
    return [form];
  });
}

/** Shows a text that can be copied. */
export const show = (title: string, text: string, more: readonly (Node | string)[] = []): Promise<undefined> =>
  dialog<undefined>(title, () => {
    const shown = element('pre', { className: 'shown-text', textContent: text, tabIndex: 0 });
    shown.setAttribute('role', 'region');
    shown.setAttribute('aria-label', title);
    return [...more, shown];
  });
