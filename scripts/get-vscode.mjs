// Installs a real VS Code in .vscode-test/: the one inside the npm package code-server, from the npm registry alone.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const BUILDS = {
  '1.100': { codeServer: '4.100.3' }, // VS Code 1.100.3, the newest that runs on Node 20.
  1.139: { codeServer: '4.139.1', node: '24.21.0' }, // VS Code 1.139.1, whose Node is installed from the registry as well.
};

/** Returns the folder of VS Code's server and its Node, and installs them first if necessary (about a minute). */
export function getVSCode(build = process.env.VSCODE_BUILD ?? '1.100', root = path.resolve(import.meta.dirname, '..')) {
  const wanted = BUILDS[build];
  if (!wanted) throw new Error(`There is no VS Code build "${build}" here. Known are: ${Object.keys(BUILDS).join(', ')}.`);
  const dir = path.join(root, '.vscode-test', `vscode-${build}`);
  const vscodeDir = path.join(dir, 'node_modules/code-server/lib/vscode');
  const ownNode = `node-${process.platform}-${process.arch}`;
  const node = wanted.node ? path.join(dir, `node_modules/${ownNode}/bin/node`) : process.execPath;
  const stamp = path.join(dir, '.done');
  const want = JSON.stringify(wanted);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return { vscodeDir, node };

  console.error(`Installing VS Code ${build} into ${path.relative(process.cwd(), dir)}, which takes about a minute …`);
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'package.json'), '{"private":true}');
  // Installs the package, then VS Code's own dependencies. Install scripts do not run, because they download from elsewhere.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--loglevel=error'];
  npm(dir, 'install', ...quiet, `code-server@${wanted.codeServer}`, ...(wanted.node ? [`${ownNode}@${wanted.node}`] : []));
  npm(vscodeDir, 'install', ...quiet, '--omit=dev');
  try {
    npm(vscodeDir, 'rebuild', '--loglevel=error', '@vscode/spdlog');
  } catch {
    console.error('@vscode/spdlog could not be built: expect stack traces of VS Code’s file logger, nothing worse');
  }
  writeFileSync(stamp, want);
  return { vscodeDir, node };
}

function npm(cwd, ...args) {
  execFileSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}

if (process.argv[1] === import.meta.filename) console.log(getVSCode());
