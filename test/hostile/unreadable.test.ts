/** What cannot be read stops nothing: it is a finding or a note, and all else is checked. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { gather } from '../../cli/files/gather.ts';
import { readConfig } from '../../language/project/config.ts';
import { CRED } from '../command.ts';
import { folderWith } from './folders.ts';

const GOOD = 'person P "P"\n';
const onDisk = process.platform === 'linux';

const read = (folder: string, ...paths: string[]) => {
  const { projects, notes, problems } = gather(paths.length > 0 ? paths : ['.'], folder);
  return {
    files: projects.flatMap(({ files }) => files.map(({ shown }) => shown)),
    unreadable: projects.flatMap(({ unreadable }) => unreadable.map(one => `${one.shown} ${one.unreadable.why}`)),
    notes,
    problems,
  };
};

test('a folder called .gitignore, a name that begins with a backslash, another encoding', () => {
  const folder = folderWith({
    'good.cred': GOOD,
    'latin.cred': Buffer.from('person P "J\xfcrgen"', 'latin1'),
    'utf16.cred': Buffer.from(`\ufeff${GOOD}`, 'utf16le'),
  });
  mkdirSync(path.join(folder, '.gitignore'));
  if (onDisk) writeFileSync(path.join(folder, '\\back.cred'), GOOD);
  expect(read(folder)).toEqual({
    files: [...(onDisk ? ['\\back.cred'] : []), 'good.cred'],
    unreadable: ['latin.cred is not UTF-8 text', 'utf16.cred is not UTF-8 text'],
    notes: ['".gitignore" is not followed: it is a folder.'],
    problems: [],
  });
});

test.runIf(onDisk)('a pipe and a name that is not UTF-8 are neither waited for nor missed in silence', () => {
  const folder = folderWith({ 'good.cred': GOOD });
  execFileSync('mkfifo', [path.join(folder, 'pipe.cred')]);
  closeSync(openSync(Buffer.concat([Buffer.from(`${folder}/n`), Buffer.from([0xff]), Buffer.from('.cred')]), 'w'));
  const { files, notes } = read(folder);
  expect(files).toEqual(['good.cred']);
  expect(notes).toEqual([
    '"n\ufffd.cred" is left out: its name is not UTF-8. Rename it.',
    '"pipe.cred" is left out: it is a pipe or a device, not a file.',
  ]);
  expect(read(folder, 'pipe.cred', 'good.cred').problems).toEqual([expect.stringContaining('"pipe.cred" is a pipe or a device')]);
});

test.runIf(onDisk)('a folder and a file that may not be read', () => {
  const folder = folderWith({ 'good.cred': GOOD, 'shut/in.cred': GOOD, 'shut.cred': GOOD });
  chmodSync(folder, 0o755);
  for (const name of ['shut', 'shut.cred']) chmodSync(path.join(folder, name), 0);
  // Whoever is root may read everything, so somebody else has to look.
  const as = process.getuid!() === 0 ? { uid: 65534, gid: 65534 } : {};
  const ran = spawnSync(process.execPath, [CRED, 'check', '--format', 'compact'], { cwd: folder, encoding: 'utf8', ...as });
  expect(ran.stderr).toBe('"shut" is left out: it may not be read by you. Change its permissions.\n');
  expect(ran.stdout).toMatch(
    /^shut\.cred:1:1: error language\/unreadable: This file may not be read by you, .* Change its permissions\.\n$/,
  );
  expect(ran.status).toBe(1);
});

describe('cred.json', () => {
  test('nested 5,000 levels deep is one finding, and sets nothing', () => {
    for (const [open, close] of ['[]', '{}'].map(pair => [...pair] as [string, string])) {
      const config = readConfig(`{"rules": ${(open === '{' ? '{"a":' : open).repeat(5000)}1${close.repeat(5000)}}`);
      expect(config.unreadable?.why).toBe('is nested more than 100 levels deep');
      expect(config.slips).toEqual([]);
      expect(config.excludes('a.cred')).toBe(false);
    }
  });

  test('brackets in its texts are not counted', () => {
    expect(readConfig(`{"exclude": ["${'['.repeat(5000)}"]}`).unreadable).toBeUndefined();
  });
});
