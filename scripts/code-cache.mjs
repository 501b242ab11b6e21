// Keeps what V8 makes of dist/engine.cjs while it checks the examples, so that `cred check` need not compile it at each start.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

const root = path.resolve(import.meta.dirname, '..');
const engine = path.join(root, 'dist/engine.cjs');
const script = new Script(Module.wrap(readFileSync(engine, 'utf8')), { filename: engine });
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(engine), module, engine, path.dirname(engine));

const examples = path.join(root, 'examples');
const files = readdirSync(examples)
  .filter(name => name.endsWith('.cred'))
  .map(name => ({ file: path.join(examples, name), shown: name, text: readFileSync(path.join(examples, name), 'utf8'), reported: true }));
new module.exports.Part({ projects: [{ root: examples, files }], today: '2026-01-01', part: 0, parts: 1 }).check();
writeFileSync(path.join(root, 'dist/engine.cache'), script.createCachedData());
