/** The language's own bundle: large, so loaded only when there is something to check. */
import path from 'node:path';
import { bundle } from '../bundle.ts';

type Engine = typeof import('./engine.ts');

export const ENGINE = path.join(__dirname, 'engine.cjs');

let loaded: Engine | undefined;

export function engine(): Engine {
  loaded ??= bundle('engine') as Engine;
  return loaded;
}
