// Makes one executable file of the npm package (dist/npm) and this Node, for people who have no Node. It needs `postject`, whose command is
// given: node scripts/executable.mjs OUT npx --yes postject@1.0.0-alpha.6
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const from = path.join(root, 'dist/npm');
const work = path.join(root, 'dist/executable');
const [out, ...postject] = process.argv.slice(2);
if (!out || postject.length === 0) throw new Error('Say where the executable goes, and the command of postject.');

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const files = [...list(from), ...caches()];
const hash = createHash('sha256');
for (const [name, file] of files) hash.update(name).update(readFileSync(file));
const { version } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8'));
const meta = { id: `${version}-${hash.digest('hex').slice(0, 16)}`, names: files.map(([name]) => name) };
writeFileSync(path.join(work, 'meta.json'), JSON.stringify(meta));
copyFileSync(path.join(root, 'scripts/unpack-and-run.cjs'), path.join(work, 'main.cjs'));
const config = {
  main: path.join(work, 'main.cjs'),
  output: path.join(work, 'blob'),
  disableExperimentalSEAWarning: true,
  assets: Object.fromEntries([...files, ['meta.json', path.join(work, 'meta.json')]]),
};
writeFileSync(path.join(work, 'config.json'), JSON.stringify(config));
execFileSync(process.execPath, ['--experimental-sea-config', path.join(work, 'config.json')], { stdio: ['ignore', 'ignore', 'inherit'] });
copyFileSync(process.execPath, out);
if (process.platform === 'darwin') execFileSync('codesign', ['--remove-signature', out]);
const [command, ...args] = postject;
const sentinel = ['NODE_SEA_BLOB', path.join(work, 'blob'), '--sentinel-fuse', 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'];
const segment = process.platform === 'darwin' ? ['--macho-segment-name', 'NODE_SEA'] : [];
execFileSync(command, [...args, out, ...sentinel, ...segment], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
if (process.platform === 'darwin') execFileSync('codesign', ['--sign', '-', out]);

function list(folder) {
  return readdirSync(folder, { recursive: true })
    .map(name => [name.replaceAll('\\', '/'), path.join(folder, name)])
    .filter(([name, file]) => statSync(file).isFile() && !/\.(d\.m?ts|mjs)$/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The code caches belong to this very Node, so only the executable can bring them along. */
function caches() {
  return readdirSync(path.join(root, 'dist'))
    .filter(name => name.endsWith('.cache'))
    .map(name => [`dist/${name}`, path.join(root, 'dist', name)]);
}
