// Makes the npm package in dist/npm: what people install as `cred-lang`, and nothing that only the repository needs. `npm run package` and
// the release run it after the build. The repository is set in package.json by the release; until then the package names none.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withRepository } from './placeholders.mjs';

export const NAME = 'cred-lang';
const root = path.resolve(import.meta.dirname, '..');
const to = path.join(root, 'dist/npm');
const json = file => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const own = json('package.json');

const FILES = [
  ...['cred', 'main', 'engine', 'thread', 'exchange', 'mcp', 'server'].map(name => `dist/${name}.cjs`),
  'dist/index.mjs',
  'dist/index.d.ts',
  'dist/model.d.ts',
  'dist/THIRD-PARTY-NOTICES.txt',
  'docs/rules',
  'docs/standards',
  'cred.schema.json',
  'cred-model.schema.json',
  'syntaxes/cred.tmLanguage.json',
  'syntaxes/cred.mjs',
  'syntaxes/cred.d.mts',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
];

const manifest = {
  name: NAME,
  version: own.version,
  description: json('package.nls.json').description,
  keywords: own.keywords,
  license: own.license,
  ...Object.fromEntries(['homepage', 'bugs', 'repository'].filter(key => own[key]).map(key => [key, own[key]])),
  type: own.type,
  engines: { node: own.engines.node },
  bin: own.bin,
  man: ['./man/cred.1'],
  types: own.types,
  exports: own.exports,
  sideEffects: false,
};

rmSync(to, { recursive: true, force: true });
for (const file of FILES) cpSync(path.join(root, file), path.join(to, file), { recursive: true });
chmodSync(path.join(to, 'dist/cred.cjs'), 0o755);
const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'dist/cred.cjs'), 'man'], { encoding: 'utf8' });
if (status !== 0) throw new Error(stderr);
mkdirSync(path.join(to, 'man'));
writeFileSync(path.join(to, 'man/cred.1'), stdout);
writeFileSync(path.join(to, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
for (const file of readdirSync(to, { recursive: true })) {
  const full = path.join(to, file);
  if (!/\.(md|json)$/.test(file) || !statSync(full).isFile()) continue;
  writeFileSync(full, withRepository(readFileSync(full, 'utf8'), own.repository?.url));
}
