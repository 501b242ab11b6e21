/** Prices: a profile of costs in CTDL, an amount of money in Cred. */
import { kindOf } from '../../language/vocabulary/kinds.ts';
import { CURRENCIES } from '../../language/vocabulary/units.ts';
import { entry, type Json } from '../json.ts';
import type { ModelValue, Money } from '../model.ts';
import { digits } from '../values.ts';
import { concept, type Form } from './forms.ts';
import { JsonSource } from './source.ts';

const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  'us dollar': 'USD',
  'united states dollar': 'USD',
  'canadian dollar': 'CAD',
  'australian dollar': 'AUD',
  'pound sterling': 'GBP',
  euro: 'EUR',
};
const TYPES = {
  application: 'Application',
  examination: 'StandaloneAssessment',
  retake: 'ReexaminationFee',
  course: 'Tuition',
  renewal: 'RenewalFee',
  materials: 'LearningResource',
};
export const FOR = concept('costType', TYPES);
/** What a price of all that is asked for is of; it needs no word. */
const ALL = concept('costType', { all: 'AggregateCost' });
/** The costs that Cred can say. */
export const COST_TYPES: readonly string[] = [...Object.values(TYPES), 'AggregateCost'];
/** Whether Cred can say what a cost is for. */
export const isWorded = (type: Json): boolean =>
  [FOR, ALL].some(form => form.read([JsonSource.of(type)], 'charge', 'for', kindOf('charge')!.properties.for!).length > 0);

/** The price of a cost profile; undefined where it has none that is understood, or is for something that Cred has no word for. */
export function priceOf(cost: JsonSource): Money | undefined {
  if (!cost.all('ceterms:directCostType').every(({ json }) => isWorded(json))) return undefined;
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
