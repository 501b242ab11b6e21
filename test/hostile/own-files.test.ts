/** Cred's own files and ends: damage is noticed, a fault of its own looks like one, a full disk is said. */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { TextsFile, TextsWriter } from '../../cli/files/texts-file.ts';
import { OWN_FAULT } from '../../cli/terminal/exit.ts';
import { CRED } from '../command.ts';
import { folderWith } from './folders.ts';

test('every single byte of what --cache keeps counts', () => {
  const file = path.join(folderWith({}), 'kept');
  const writing = new TextsWriter({ file, shown: 'kept' });
  expect(['one', '', 'three'].map(text => writing.add(text))).toEqual([0, 1, 2]);
  expect(existsSync(file), 'before it is whole').toBe(false);
  writing.finish({ a: 1 });
  const good = readFileSync(file);
  const read = TextsFile.read(file)!;
  expect([read.text(0), read.text(1), read.text(2), read.text(3), read.value]).toEqual(['one', '', 'three', undefined, { a: 1 }]);
  for (let at = 0; at < good.length; at++) {
    const bad = Buffer.from(good);
    bad[at]! ^= 1;
    writeFileSync(file, bad);
    expect(TextsFile.read(file), `byte ${at}`).toBeUndefined();
  }
});

test.each(['check', 'fmt', 'report', 'path', 'readiness', 'fix'])(
  'a fault of its own in "%s" keeps its stack and has a status of its own',
  command => {
    const folder = folderWith({
      'a.cred': 'person P "P"\n',
      'broken.cjs': 'process.cwd = () => { throw new TypeError("broken on purpose"); };\n',
    });
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', path.join(folder, 'broken.cjs'), CRED, command], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status).toBe(OWN_FAULT);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^Cred has stopped on an error of its own; please report it.*\nTypeError: broken on purpose\n +at /);
  },
);

test.runIf(existsSync('/dev/full'))('a full disk is a sentence and status 2', () => {
  const folder = folderWith({ 'a.cred': 'person P "P"\n' });
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [CRED, 'check'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  expect([status, stderr]).toEqual([2, 'What Cred has to say cannot be written: the disk is full.\n']);
});

test.runIf(existsSync('/dev/zero'))('what has no end is refused where a file is named', () => {
  const folder = folderWith({ 'a.cred': 'person P "P"\n' });
  const run = (...args: string[]) => spawnSync(process.execPath, [CRED, ...args], { cwd: folder, encoding: 'utf8', timeout: 60_000 });
  for (const args of [
    ['check', '--baseline', '/dev/zero'],
    ['init', '--answers', '/dev/zero', '--print'],
  ]) {
    const { status, stderr } = run(...args);
    expect(stderr, args.join(' ')).toContain('"/dev/zero" is no file, and goes on beyond 32 MB. Name a file.');
    expect(status, args.join(' ')).toBe(2);
  }
  expect(run('check', '--cache-file', '/dev/full').status).not.toBeNull();
  expect(run('init', '--answers', '.').stderr).toContain('"." cannot be read: it is a folder.');
});

test('a pattern that is longer than any path is a finding, and stops nothing', () => {
  const folder = folderWith({ 'a.cred': 'person P "P"\n', 'cred.json': JSON.stringify({ exclude: ['x'.repeat(100_000)] }) });
  const { status, stdout } = spawnSync(process.execPath, [CRED, 'check', '--format', 'compact'], { cwd: folder, encoding: 'utf8' });
  expect(stdout).toMatch(/language\/config: .*It is longer than 4096 characters/);
  expect(status).toBe(1);
});
