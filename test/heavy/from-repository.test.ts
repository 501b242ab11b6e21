/** The package as who installs it from the repository gets it: built there, from what git holds. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../command.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('the package is built by who installs it from the repository', () => {
  const copy = folderOf({});
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const name of stdout.split('\0').filter(one => one && existsSync(path.join(root, one))))
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
  expect(spawnSync('npm', ['run', 'prepare'], { cwd: copy, shell: process.platform === 'win32' }).status).toBe(0);
  expect(spawnSync(process.execPath, ['dist/cred.cjs', 'check', 'examples/clean-certification.cred'], { cwd: copy }).status).toBe(0);
});
