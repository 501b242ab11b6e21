// npm run bench: builds, measures, and with --write puts the figures into docs/performance.md.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { figures } from './figures.mjs';

const root = path.resolve(import.meta.dirname, '..');
if (!process.argv.includes('--no-build')) {
  const built = spawnSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
const out = path.join(root, 'node_modules/.cache/cred/bench.mjs');
await build({
  entryPoints: [path.join(root, 'test/bench/bench.ts')],
  outfile: out,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  loader: { '.md': 'text', '.cred': 'text' },
  logLevel: 'warning',
  define: { 'import.meta.dirname': JSON.stringify(path.join(root, 'test')) },
});
const { bench } = await import(pathToFileURL(out).href);
process.exit(await bench({ root, write: process.argv.includes('--write'), shipped: figures() }));
