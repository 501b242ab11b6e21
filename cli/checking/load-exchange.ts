/** The bundle of exchange with other systems, loaded only by the commands that need it. */
import { bundle } from '../bundle.ts';

type Exchange = typeof import('./exchanging.ts');

let loaded: Exchange | undefined;

export function exchange(): Exchange {
  loaded ??= bundle('exchange') as Exchange;
  return loaded;
}
