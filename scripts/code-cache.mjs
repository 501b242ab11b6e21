// Saves the code that V8 compiles while the command line and the language check the examples, so that `cred check` need not compile it at
// each start.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const examples = path.join(root, 'examples');

await keep('engine', ({ FileChecker }) => {
  const files = readdirSync(examples)
    .filter(name => name.endsWith('.cred'))
    .map(name => ({ file: path.join(examples, name), shown: name, bytes: readFileSync(path.join(examples, name)), reported: true }));
  const task = { projects: [{ root: examples, files, unreadable: [] }], today: '2026-01-01', pretty: { colours: false } };
  const told = [...new FileChecker(task).check()];
  if (told.length !== files.length) throw new Error('The examples were not checked: the code that a check runs would not be kept.');
});

const folder = mkdtempSync(path.join(os.tmpdir(), 'cred-built-'));
await keep('main', ({ run }) => run(['check', examples, '--format', `pretty=${path.join(folder, 'said')}`], process));
rmSync(folder, { recursive: true });

/** Loads a bundle as Node would, runs it with `use`, and saves its compiled code. */
async function keep(name, use) {
  const file = path.join(dist, `${name}.cjs`);
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dist);
  await use(module.exports);
  writeFileSync(path.join(dist, `${name}.cache`), script.createCachedData());
}
