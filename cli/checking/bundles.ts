/** Loads the large bundles of the command line once, and only for the commands that need them. */
import path from 'node:path';
import { bundle } from '../bundle.ts';

type Engine = typeof import('./engine.ts');
type Exchange = typeof import('./exchanging.ts');

/** The path of the bundle with the language. */
export const ENGINE = path.join(__dirname, 'engine.cjs');

let loadedEngine: Engine | undefined;
let loadedExchange: Exchange | undefined;

/** Loads the language: checks, fixes and judgements. */
export function engine(): Engine {
  loadedEngine ??= bundle('engine') as Engine;
  return loadedEngine;
}

/** Loads the exchange with other systems: export and import. */
export function exchange(): Exchange {
  loadedExchange ??= bundle('exchange') as Exchange;
  return loadedExchange;
}
