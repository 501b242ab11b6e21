/** Converts prices between cost profiles in CTDL and amounts of money in Cred. */
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
/** What a cost is for. */
export const FOR = concept('costType', TYPES);
/** The cost type for the price of everything, which needs no word in Cred. */
const ALL = concept('costType', { all: 'AggregateCost' });
/** The cost types by what they are for; `all` is the price of everything. */
export const COST_NAMES = { ...TYPES, all: 'AggregateCost' };
/** The cost types that Cred can express. */
export const COST_TYPES: readonly string[] = [...Object.values(TYPES), 'AggregateCost'];
/** Whether Cred can express what a cost is for. */
export const isWorded = (type: Json): boolean =>
  [FOR, ALL].some(form => form.read([JsonSource.of(type)], 'charge', 'for', kindOf('charge')!.properties.for!).length > 0);

/** Returns the price of a cost profile; `undefined` if it has none that is understood, or is for something that Cred has no word for. */
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
/** Makes a cost profile from an amount. */
export const costOf = (value: ModelValue, more: Readonly<Record<string, Json>> = {}): Json => ({
  '@type': 'ceterms:CostProfile',
  ...more,
  'ceterms:currency': (value as Money).currency,
  'ceterms:price': Number(digits((value as Money).amount)),
});
/** An amount of money. */
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
