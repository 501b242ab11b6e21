import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { nodeFiles } from './node-files.ts';

const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'cred-node-files-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, content: string | Uint8Array = ''): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};
const uri = (name = ''): string => pathToFileURL(path.join(folder, name)).href;
const files = nodeFiles(() => false);

test('what a folder lists holds for files that come later, too', async () => {
  put('.gitignore', 'build/\n');
  put('a.cred');
  put('B.CRED');
  put('build/c.cred');
  expect(await files.list(uri())).toEqual([uri('B.CRED'), uri('a.cred')]);
  put('sub/new.cred');
  put('build/new.cred');
  expect(['a.cred', 'sub/new.cred', 'build/new.cred', 'build/c.cred', 'notes.txt'].map(name => files.lists(uri(), uri(name)))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a file is read, or it is said why not; reading never rejects', async () => {
  put('good.cred', '\ufeffperson P "P"');
  put('latin.cred', Buffer.from([0xfc]));
  mkdirSync(path.join(folder, 'folder.cred'));
  expect(await files.read(uri('good.cred'))).toEqual({ text: 'person P "P"' });
  expect(await files.read(uri('latin.cred'))).toMatchObject({ unreadable: { why: 'is not UTF-8 text' } });
  expect(await files.read(uri('folder.cred'))).toMatchObject({ unreadable: { why: 'is a folder' } });
  expect(await files.read(uri('none.cred'))).toBeUndefined();
  expect(await files.read('untitled:Untitled-1')).toBeUndefined();
});

test('a file has one identity by whatever link it is reached', () => {
  symlinkSync(path.join(folder, 'sub'), path.join(folder, 'link'), 'junction');
  expect(files.identity(uri('link/new.cred'))).toBe(uri('sub/new.cred'));
  expect(files.identity(uri('link/none.cred'))).toBe(uri('sub/none.cred'));
});
