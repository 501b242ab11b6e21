import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { decoded } from './decoded.ts';
import { readSource } from './read.ts';

const TEXT = 'person P "Jürgen"\n';

test.each<[string, Uint8Array, unknown]>([
  ['UTF-8', Buffer.from(TEXT), { text: TEXT }],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), { text: TEXT }],
  ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), { unreadable: expect.objectContaining({ why: 'is not UTF-8 text' }) }],
  ['Latin-1', Buffer.from(TEXT, 'latin1'), { unreadable: expect.objectContaining({ why: 'is not UTF-8 text' }) }],
  ['nothing', Buffer.of(), { text: '' }],
])('%s is read alike from a disk and from the file system of an editor in a browser', (_, bytes, wanted) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cred-decoded-'));
  try {
    writeFileSync(path.join(folder, 'a.cred'), bytes);
    expect(decoded(bytes)).toEqual(wanted);
    expect(readSource(path.join(folder, 'a.cred'))).toEqual(wanted);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
