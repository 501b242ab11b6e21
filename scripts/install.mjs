// What `npm start` and `npm test` share on a fresh clone. It imports nothing that would have to be installed first.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');

/** Runs a program of Node's with what it prints shown, and gives its exit code. */
export function node(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  return status ?? 1;
}

/** Installs the packages of the lockfile where they are missing or others. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Cred needs Node.js 20.19 or newer; this is ${process.version}. Get it from https://nodejs.org.`);
  if (isInstalled()) return;
  console.log('Installing the packages that Cred is built with (npm ci) …');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // A registry that leaves out packages of other platforms makes the lockfile look incomplete to "npm ci"; versions are pinned either way.
  if (npm(['ci', ...quiet]) !== 0 && npm(['install', '--no-save', ...quiet]) !== 0)
    stop('The packages could not be installed; what npm said stands above.');
}

function npm(args) {
  const own = process.env.npm_execpath; // set where npm runs this script
  const { status } = own
    ? spawnSync(process.execPath, [own, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return status;
}

export function build() {
  console.log('Building …');
  for (const script of [['scripts/generate/generate.mjs'], ['esbuild.mjs', '--production']])
    if (node(...script) !== 0) stop('The build has failed; what went wrong stands above.');
}

/** npm keeps a list of what it installed: every package of ours must be in it, but for those of other systems. */
function isInstalled() {
  const list = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const packages = file => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packages(list);
  return Object.entries(packages(path.join(root, 'package-lock.json'))).every(
    ([folder, { version, optional }]) => folder === '' || installed[folder]?.version === version || (optional && !installed[folder]),
  );
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
