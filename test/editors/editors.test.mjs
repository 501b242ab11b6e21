// npm run test:editors: Neovim and Emacs, without a window, on `cred lsp --stdio`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
/** Each with the tests that its script reports, as `  ok  WHAT` or `  FAILED  WHAT: WHY`. */
const TESTS = [
  'the page has a set-up',
  'the language of the file is known',
  'a finding',
  'a hover',
  'a completion',
  'a code action, applied',
  'its finding is gone',
];
const EDITORS = [
  { name: 'Neovim', command: 'nvim', args: ['--headless', '-u', 'NONE', '-S', 'test/editors/nvim.lua'], install: 'neovim' },
  { name: 'Emacs', command: 'emacs', args: ['--batch', '-l', 'test/editors/emacs.el'], install: 'emacs-nox elpa-eglot' },
];

for (const { name, command, args, install } of EDITORS) {
  const isHere = spawnSync(command, ['--version']).status === 0;
  if (!isHere) console.warn(`SKIPPED: ${name} is not here: apt-get install ${install}`);
  // Where CI is set, an editor that is missing is a failure.
  describe.skipIf(!isHere && !process.env.CI)(name, () => {
    let output;
    test.each(TESTS)('%s', what => {
      output ??= runEditor(command, args);
      expect(output).toContain(`  ok  ${what}\n`);
    });
    test('has no other tests, and ends well', () => {
      expect(output.match(/^ {2}(ok|FAILED) /gm)).toHaveLength(TESTS.length);
      expect(output).toContain(`${TESTS.length} passed, 0 failed`);
    });
  });
}

/** What an editor prints that runs a script on a copy of the fixture; `cred` is on its path, as where it is installed. */
function runEditor(command, args) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cred-editor-')); // the tests change their files
  cpSync(path.join(root, 'test/vscode/fixture'), folder, { recursive: true });
  const bin = path.join(folder, '.bin');
  mkdirSync(bin);
  symlinkSync(path.join(root, 'dist/cred.cjs'), path.join(bin, 'cred'));
  const { stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    timeout: 90_000,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, CRED_ROOT: root, CRED_FOLDER: folder },
  });
  rmSync(folder, { recursive: true, force: true });
  return `${stdout}\n${stderr}\n`.replaceAll('\r', '');
}
