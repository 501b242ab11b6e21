import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { documentPath, whereaboutsOf } from './documents.ts';

const top = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'cred-documents-')));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const root = path.join(top, 'project');
const file = path.join(root, 'programs/a.cred');
for (const folder of ['project/programs', 'project/docs', 'outside']) mkdirSync(path.join(top, folder), { recursive: true });
for (const name of ['project/docs/handbook.pdf', 'outside/secret.pdf']) writeFileSync(path.join(top, name), '');
symlinkSync(path.join(top, 'outside'), path.join(root, 'docs/link'));

test('a document of the project is found by the path from the file, in its own capitals', () => {
  expect(whereaboutsOf(root, file, '../docs/handbook.pdf')).toBe('there');
  expect(whereaboutsOf(root, file, '../docs/none.pdf')).toBe('missing');
  expect(whereaboutsOf(root, file, '../Docs/Handbook.PDF')).toEqual({ spelled: '../docs/handbook.pdf' });
});

test.each([
  '../../outside/secret.pdf',
  '../../outside/none.pdf',
  '../docs/link/secret.pdf',
  '../docs/link/none.pdf',
  '/etc/hostname',
  'C:\\x.pdf',
  '\\\\host\\share\\x.pdf',
  '//host/share/x.pdf',
  'a\0b',
])('%j leads out of the project, whether something is there or not', written => {
  expect(whereaboutsOf(root, file, written)).toBe('outside');
  expect(documentPath(root, file, written)).toBeUndefined();
});
