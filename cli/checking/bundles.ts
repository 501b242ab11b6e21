/** The large bundles of the command line, each loaded only by the commands that need it, and once. */
import path from 'node:path';
import { bundle } from '../bundle.ts';

type Engine = typeof import('./engine.ts');
type Exchange = typeof import('./exchanging.ts');

/** The file of the language's bundle. */
export const ENGINE = path.join(__dirname, 'engine.cjs');

let loadedEngine: Engine | undefined;
let loadedExchange: Exchange | undefined;

/** The language: checks, fixes, judges. */
export function engine(): Engine {
  loadedEngine ??= bundle('engine') as Engine;
  return loadedEngine;
}

/** The exchange with other systems: export and import. */
export function exchange(): Exchange {
  loadedExchange ??= bundle('exchange') as Exchange;
  return loadedExchange;
}
