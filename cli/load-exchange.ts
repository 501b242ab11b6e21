/** The bundle of exchange with other systems, loaded only by the commands that need it. */
import path from 'node:path';

type Exchange = typeof import('./exchanging.ts');
let loaded: Exchange | undefined;

export function exchange(): Exchange {
  loaded ??= require(path.join(__dirname, 'exchange.cjs')) as Exchange;
  return loaded;
}
