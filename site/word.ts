/** Shows what a word means at the pointer or, by the keyboard, at the cursor. */
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { type Command, type EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from '@codemirror/view';

/** `explain` returns what to show at a place, or `null`. */
export function explained(explain: (view: EditorView, at: number) => Promise<Tooltip | null>): Extension {
  const show = StateEffect.define<Tooltip | null>();
  const shown = StateField.define<Tooltip | null>({
    create: () => null,
    update(tooltip, transaction) {
      for (const effect of transaction.effects) if (effect.is(show)) return effect.value;
      return transaction.docChanged || transaction.selection ? null : tooltip;
    },
    provide: field => showTooltip.from(field),
  });
  const atCursor: Command = view => {
    const { head } = view.state.selection.main;
    const { state } = view;
    void explain(view, head).then(tooltip => {
      if (view.state.doc === state.doc && view.state.selection.eq(state.selection)) view.dispatch({ effects: show.of(tooltip) });
    });
    return true;
  };
  const close: Command = view => {
    if (!view.state.field(shown)) return false;
    view.dispatch({ effects: show.of(null) });
    return true;
  };
  return [
    shown,
    hoverTooltip(explain),
    keymap.of([
      { key: 'Mod-k Mod-i', run: atCursor },
      { key: 'Escape', run: close },
    ]),
  ];
}
