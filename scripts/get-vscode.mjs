// Puts a real VS Code in .vscode-test/: the one inside the npm package code-server, from the npm registry alone.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const VSCODE = '1.100';
const CODE_SERVER = '4.100.3'; // holds VS Code 1.100.3, the newest that runs on Node 20

/** The folder of VS Code's server, installed first if need be (about 45 s). */
export function getVSCode(root = path.resolve(import.meta.dirname, '..')) {
  const dir = path.join(root, '.vscode-test', `vscode-${VSCODE}`);
  const vscodeDir = path.join(dir, 'node_modules/code-server/lib/vscode');
  const stamp = path.join(dir, '.done');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === CODE_SERVER) return vscodeDir;

  console.error(`Installing VS Code ${VSCODE} into ${path.relative(process.cwd(), dir)} …`);
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'package.json'), '{"private":true}');
  // The package, then VS Code's own dependencies. No install script may run: they download from elsewhere.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--loglevel=error'];
  npm(dir, 'install', ...quiet, `code-server@${CODE_SERVER}`);
  npm(vscodeDir, 'install', ...quiet, '--omit=dev');
  try {
    npm(vscodeDir, 'rebuild', '--loglevel=error', '@vscode/spdlog');
  } catch {
    console.error('@vscode/spdlog could not be built: expect stack traces of VS Code’s file logger, nothing worse');
  }
  writeFileSync(stamp, CODE_SERVER);
  return vscodeDir;
}

function npm(cwd, ...args) {
  execFileSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}

if (process.argv[1] === import.meta.filename) console.log(getVSCode());
