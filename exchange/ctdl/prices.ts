/** Prices: a profile of costs in CTDL, an amount of money in Cred. */
import { CURRENCIES } from '../../language/vocabulary/units.ts';
import { entry, type Json } from '../json.ts';
import type { ModelValue, Money } from '../model.ts';
import { digits } from '../values.ts';
import type { Form } from './forms.ts';
import type { Source } from './source.ts';

const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  'us dollar': 'USD',
  'united states dollar': 'USD',
  'canadian dollar': 'CAD',
  'australian dollar': 'AUD',
  'pound sterling': 'GBP',
  euro: 'EUR',
};
/** The price of a cost profile; undefined where it has none that is understood. */
export function priceOf(cost: Source): Money | undefined {
  const price = cost.all('ceterms:price')[0];
  const currency = cost.all('ceterms:currency')[0];
  const written = String(price?.json).replace(/^(\d{1,3})((?:,\d{3})+)(?=\.\d+$|$)/, whole => whole.replaceAll(',', ''));
  const amount = /^\d+(\.\d+)?$/.test(written) ? Number(written) : undefined;
  const named = String(currency?.json).trim();
  const code = entry(CURRENCY_NAMES, named.toLowerCase().replace(/s$/, '')) ?? named.toUpperCase();
  const isMoney = CURRENCIES.has(code);
  if (amount === undefined || !isMoney) {
    if (amount === undefined) price?.wrong();
    if (!isMoney) currency?.wrong();
    return undefined;
  }
  price!.took(0);
  return currency!.took({ amount, currency: code });
}
export const costOf = (value: ModelValue, more: Readonly<Record<string, Json>> = {}): Json => ({
  '@type': 'ceterms:CostProfile',
  ...more,
  'ceterms:currency': (value as Money).currency,
  'ceterms:price': Number(digits((value as Money).amount)),
});
export const money: Form = {
  read: sources => {
    for (const one of sources) {
      const price = priceOf(one);
      if (price) return [price];
    }
    return [];
  },
  write: ([value]) => [costOf(value!)],
};
