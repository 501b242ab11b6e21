/** Bundles beside this one, loaded with what V8 made of them at build time (scripts/code-cache.mjs), which saves half of the time. */
import { readFileSync, statSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/** Another version of Node ignores what V8 made, and compiles the bundle as usual. */
export function bundle(name: string): unknown {
  const file = path.join(__dirname, `${name}.cjs`);
  const cachedData = freshCache(file, path.join(__dirname, `${name}.cache`));
  if (!cachedData) return require(file);
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, __dirname);
  return module.exports;
}

/** A cache that is older than the bundle is another bundle's. */
function freshCache(file: string, cache: string): Buffer | undefined {
  try {
    return statSync(cache).mtimeMs >= statSync(file).mtimeMs ? readFileSync(cache) : undefined;
  } catch {
    return undefined;
  }
}
