// Installs and builds, for `npm start` and `npm test` on a fresh clone. It imports nothing that would have to be installed first.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');

/** Runs a program with Node, shows its output, and returns its exit code. */
export function node(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  return status ?? 1;
}

/** Runs a program with Node and returns what it writes to standard output. */
export function output(...args) {
  const { stdout, status, error } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error) throw error;
  if (status > 1) process.exit(status);
  return stdout;
}

/** Installs the packages of the lockfile if they are missing or have other versions. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Cred needs Node.js 20.19 or newer; this is ${process.version}. Get it from https://nodejs.org.`);
  if (isInstalled()) return;
  console.log('Installing the packages that Cred is built with (npm ci) …');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // If a registry leaves out packages for other platforms, "npm ci" takes the lockfile for incomplete; "npm install" works, with the same
  // pinned versions.
  if (npm(['ci', ...quiet]) !== 0 && npm(['install', '--no-save', ...quiet]) !== 0)
    stop('The packages could not be installed; what npm said stands above.');
}

function npm(args) {
  const own = process.env.npm_execpath; // This is set if npm runs the script.
  const { status } = own
    ? spawnSync(process.execPath, [own, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return status;
}

export function build() {
  for (const script of [['scripts/generate/generate.mjs'], ['esbuild.mjs', '--production']])
    if (node(...script) !== 0) stop('The build has failed; what went wrong stands above.');
}

/** Whether every package of the lockfile is in npm's list of installed packages, except those for other systems. */
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
