import { expect, test } from 'vitest';
import { foldersAbove, parentOfAddress, projectOf } from './project-of.ts';

const places = (opened: readonly string[], configs: readonly string[] = []) => ({
  parentOf: parentOfAddress,
  hasConfig: (folder: string) => configs.includes(folder),
  opened,
});

test('the nearest cred.json above a file marks its project, also outside of what is opened', () => {
  const of = (file: string) => projectOf(file, places(['file:///w/board/programs/'], ['file:///w/board/', 'file:///w/board/old/']));
  expect(of('file:///w/board/programs/a.cred')).toBe('file:///w/board/');
  expect(of('file:///w/board/old/b.cred')).toBe('file:///w/board/old/');
});

test('without one it is the opened folder, the outer of two; else the folder of the file', () => {
  const of = (file: string) => projectOf(file, places(['file:///w/a/', 'file:///w/']));
  expect(of('file:///w/a/b/c.cred')).toBe('file:///w/');
  expect(of('file:///elsewhere/c.cred')).toBe('file:///elsewhere/');
});

test('the folders above an address end at its host, and an untitled text has none', () => {
  expect([...foldersAbove('vscode-vfs://github/o/r/a.cred', parentOfAddress)]).toEqual([
    'vscode-vfs://github/o/r/',
    'vscode-vfs://github/o/',
    'vscode-vfs://github/',
  ]);
  expect(parentOfAddress('untitled:Untitled-1')).toBeUndefined();
  expect(projectOf('untitled:Untitled-1', places(['file:///w/']))).toBe('untitled:Untitled-1');
});
