/** Completes the unit after a number. */
import { CURRENCIES, UNITS } from '../vocabulary/units.ts';
import { type CompletionContext, type CompletionItem, items } from './completion-item.ts';

/** Returns the units that the number may have, in the singular after a 1. */
export function completeUnit(asked: CompletionContext): CompletionItem[] {
  const { at, file } = asked;
  const tokens = at.value!.tokens;
  const number = tokens[0];
  const behind = at.token ? at.part === 'unit' && at.token === tokens[1] : tokens.length === 1 && at.offset >= number!.end;
  if (number?.kind !== 'number' || !behind) return [];
  switch (at.property?.table?.type) {
    case 'duration':
    case 'quantity':
    case 'quantity-range':
    case 'amount':
      return items(
        asked,
        0,
        UNITS.map(unit => ({
          label: Number(number.text) === 1 ? unit.name : (unit.plurals[0] ?? unit.name),
          kind: 'unit',
          detail: unit.says,
        })),
      );
    case 'money': {
      const written = file.parsed.tokens
        .filter(token => token.kind === 'word' && token !== at.token && CURRENCIES.has(token.text))
        .map(token => token.text);
      const name = new Intl.DisplayNames(['en'], { type: 'currency' });
      return items(
        asked,
        0,
        [...new Set([...written, ...CURRENCIES])].map(label => ({ label, kind: 'unit', detail: name.of(label) ?? label })),
      );
    }
    default:
      return [];
  }
}
