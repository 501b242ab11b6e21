/** The language's own bundle: large, so loaded only when there is something to check, and with what V8 made of it at build time. */
import { readFileSync, statSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

type Engine = typeof import('./engine.ts');

export const ENGINE = path.join(__dirname, 'engine.cjs');
/** Written by scripts/code-cache.mjs; saves a third of the time to the first finding. Another version of Node ignores it. */
const CACHE = path.join(__dirname, 'engine.cache');

let loaded: Engine | undefined;

export function engine(): Engine {
  loaded ??= compiled() ?? (require(ENGINE) as Engine);
  return loaded;
}

function compiled(): Engine | undefined {
  const cachedData = freshCache();
  if (!cachedData) return undefined;
  const script = new Script(Module.wrap(readFileSync(ENGINE, 'utf8')), { filename: ENGINE, cachedData });
  const module = { exports: {} as Engine };
  script.runInThisContext()(module.exports, createRequire(ENGINE), module, ENGINE, __dirname);
  return module.exports;
}

/** A cache that is older than the bundle is another bundle's. */
function freshCache(): Buffer | undefined {
  try {
    return statSync(CACHE).mtimeMs >= statSync(ENGINE).mtimeMs ? readFileSync(CACHE) : undefined;
  } catch {
    return undefined;
  }
}
