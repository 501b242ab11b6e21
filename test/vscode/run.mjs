// npm run test:vscode: runs the extension in a real VS Code. With VSCODE_DESKTOP=download (or the path of a `code`) that is the desktop's;
// otherwise VS Code's server and Chromium replace it.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { hasChromium } from '../../scripts/headless.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const desktop = process.env.VSCODE_DESKTOP;
if (!desktop && !hasChromium) {
  console.error('SKIPPED: the tests in VS Code need Chromium: apt-get install chromium (or set CHROMIUM to its path)');
  process.exit(77);
}

execFileSync(process.execPath, ['esbuild.mjs', '--tests'], { cwd: root, stdio: 'inherit' });
// First one folder, as most people open it, then folders of two projects together.
for (const [fixture, opened] of [
  ['fixture', ''],
  ['projects', 'projects.code-workspace'],
]) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cred-fixture-')); // The tests change their files, so they work on a copy.
  cpSync(path.join(root, 'test/vscode', fixture), folder, { recursive: true });
  try {
    await runTests({
      version: '1.100.3',
      vscodeExecutablePath: desktop === 'download' ? undefined : (desktop ?? path.join(root, 'scripts/code-headless.mjs')),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'dist/test/vscode/index.cjs'),
      launchArgs: [path.join(folder, opened)],
    });
  } catch (error) {
    console.error(String(error.message ?? error));
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
