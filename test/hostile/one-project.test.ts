/** A file is one file by whatever way it is reached, and its project is the same from everywhere. */
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { gather } from '../../cli/files/gather.ts';
import { folderWith } from './folders.ts';

const TEXT = 'person P "P"\n';
const read = (from: string, ...paths: string[]) =>
  gather(paths, from).projects.map(({ root, files }) => ({
    root: path.relative(from, root) || '.',
    files: files.map(({ shown, reported }) => (reported ? shown : `(${shown})`)),
  }));

test('a file that is reached by a link counts once, and is shown as it was spelled', () => {
  const folder = folderWith({ 'real/a.cred': TEXT });
  symlinkSync(path.join(folder, 'real'), path.join(folder, 'link'), 'junction');
  expect(read(folder, 'link')).toEqual([{ root: '.', files: ['link/a.cred'] }]);
  expect(read(folder, 'link', 'real')).toEqual([{ root: '.', files: ['link/a.cred'] }]);
  expect(read(folder, 'real/a.cred', 'link/../link/a.cred')).toEqual([{ root: '.', files: ['real/a.cred'] }]);
});

test('the nearest cred.json above counts, from wherever the file is asked for', () => {
  const folder = folderWith({
    'p/cred.json': '{}',
    'p/a.cred': TEXT,
    'p/sub/b.cred': TEXT,
    'p/sub/own/cred.json': '{}',
    'p/sub/own/c.cred': TEXT,
  });
  expect(read(path.join(folder, 'p/sub'), '.')).toEqual([
    { root: '..', files: ['(../a.cred)', 'b.cred'] },
    { root: 'own', files: ['own/c.cred'] },
  ]);
});

test('a folder above the current one is one project with it', () => {
  const folder = folderWith({ 'a.cred': TEXT, 'sub/b.cred': TEXT });
  expect(read(path.join(folder, 'sub'), '..')).toEqual([{ root: '..', files: ['../a.cred', 'b.cred'] }]);
});

test('A.CRED is a file of programs', () => {
  expect(read(folderWith({ 'A.CRED': TEXT, 'b.cred': TEXT, 'c.credo': TEXT }), '.')).toEqual([{ root: '.', files: ['A.CRED', 'b.cred'] }]);
});
