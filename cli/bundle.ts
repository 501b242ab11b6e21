/**
 * Loads a bundle that lies beside this one, with the code cache that V8 made at build time (scripts/code-cache.mjs). The cache saves half
 * of the loading time.
 */
import { readFileSync, statSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/** Loads a bundle by name and returns its exports. Another version of Node rejects the cache and compiles the bundle as usual. */
export function bundle(name: string): unknown {
  const file = path.join(__dirname, `${name}.cjs`);
  const cachedData = freshCache(file, path.join(__dirname, `${name}.cache`));
  if (!cachedData) return require(file);
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, __dirname);
  return module.exports;
}

/** A cache that is older than the bundle belongs to an earlier build. */
function freshCache(file: string, cache: string): Buffer | undefined {
  try {
    return statSync(cache).mtimeMs >= statSync(file).mtimeMs ? readFileSync(cache) : undefined;
  } catch {
    return undefined;
  }
}
