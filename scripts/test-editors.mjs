// npm run test:editors: Neovim and Emacs, without a window, on `cred lsp --stdio`. Which of them is missing is said, and skipped.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const EDITORS = [
  { name: 'Neovim', command: 'nvim', args: ['--headless', '-u', 'NONE', '-S', 'test/editors/nvim.lua'], install: 'neovim' },
  { name: 'Emacs', command: 'emacs', args: ['--batch', '-l', 'test/editors/emacs.el'], install: 'emacs-nox elpa-eglot' },
];
const total = { passed: 0, failed: 0 };
let missing = 0;
for (const { name, command, args, install } of EDITORS) {
  if (spawnSync(command, ['--version']).status !== 0) {
    console.error(`SKIPPED: ${name} is not here: apt-get install ${install}`);
    missing++;
    continue;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cred-editor-')); // the tests change their files
  cpSync(path.join(root, 'test/vscode/fixture'), folder, { recursive: true });
  // `cred` is on the path, as where it is installed.
  const bin = path.join(folder, '.bin');
  mkdirSync(bin);
  symlinkSync(path.join(root, 'dist/cred.cjs'), path.join(bin, 'cred'));
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    timeout: 90_000,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, CRED_ROOT: root, CRED_FOLDER: folder },
  });
  rmSync(folder, { recursive: true, force: true });
  const output = `${stdout}\n${stderr}`;
  console.log(
    `${name}\n${output
      .split('\n')
      .filter(line => /^ {2}(ok|FAILED)/.test(line))
      .join('\n')}`,
  );
  const [, passed = 0, failed = 0] = /(\d+) passed, (\d+) failed/.exec(output) ?? [];
  total.passed += Number(passed);
  // What said nothing of its tests has failed.
  total.failed += Number(failed) + (status !== 0 && Number(failed) === 0 ? 1 : 0) + (Number(passed) === 0 && status === 0 ? 1 : 0);
  if (status !== 0) console.error(output);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : missing > 0 ? (total.passed === 0 || process.env.CI ? 77 : 0) : 0);
