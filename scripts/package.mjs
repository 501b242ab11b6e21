// npm run package: builds everything and makes cred-VERSION.vsix, which must stay under 1 MB.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const LIMIT = 1_000_000;
const root = path.resolve(import.meta.dirname, '..');
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const vsix = `${name}-${version}.vsix`;
const node = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });

node('scripts/generate.mjs');
node('esbuild.mjs', '--production');
// --no-dependencies: what is needed is in the bundles.
node(
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  vsix,
);

const { size } = statSync(path.join(root, vsix));
console.log(`${vsix}: ${(size / 1000).toFixed(0)} kB`);
if (size > LIMIT) {
  console.error(`That is over ${LIMIT / 1000} kB.`);
  process.exit(1);
}
