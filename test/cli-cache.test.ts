/** `cred check --cache`: it gives the same findings as without the cache, whatever has changed since. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CRED, cred, folderOf } from './command.ts';

const program = (name: string, owner: string): string =>
  `certification ${name} "${name} Technician" {\n  owner: ${owner}\n  status: developing\n  goal: validate-competence\n  job-analysis { conducted: 2020; document: "${name}.pdf" }\n}\n`;
const FILES = {
  'org.cred': 'organization ORG "Org" {\n}\n',
  'a.cred': program('AAA', 'ORG'),
  'b.cred': program('BBB', 'ORG'),
  'c.cred': program('CCC', 'ROG'),
  'd.cred': 'person P "P"\n',
};

test('says the same as a check without it, after each kind of change', async () => {
  const folder = folderOf(FILES);
  const put = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  const same = async (what: string, ...args: string[]): Promise<void> => {
    const cached = await cred(folder, ['check', '--format', 'json', '--cache', ...args]);
    const plain = await cred(folder, ['check', '--format', 'json', ...args]);
    expect(cached, what).toEqual(plain);
    expect(JSON.parse(cached.out).files.length, what).toBeGreaterThan(0);
  };
  await same('nothing is kept yet');
  expect(existsSync(path.join(folder, '.cred-cache'))).toBe(true);
  await same('nothing has changed');
  put('d.cred', 'person P "Somebody else" {\n  surprise: 1\n}\n');
  await same('one file has changed');
  put('org.cred', 'organization ROG "Org" {\n}\n');
  await same('a name has changed that others use');
  put('e.cred', program('AAA', 'ROG'));
  await same('a file has come that shares a name');
  put('e.cred', 'certificate EEE "Course" {\n  owner: ORG\n}\n');
  await same('it holds a course of an owner instead');
  put('e.cred', 'certificate EEE "Course" {\n  owner: ROG\n}\n');
  await same('the course has another owner');
  rmSync(path.join(folder, 'e.cred'));
  await same('a file has gone');
  put('BBB.pdf', '');
  await same('a document has come');
  put('cred.json', '{"rules": {"certification/*": "error"}}');
  await same('the settings have come');
  put('cred.json', '{"rules": {"certification/*": "of"}}');
  await same('the settings have changed');
  await same('another day', '--as-of', '2040-01-01');
  await same('another format', '--format', 'sarif=out.sarif');
  put('.cred-cache', readFileSync(path.join(folder, '.cred-cache'), 'utf8').slice(0, 200));
  await same('half of what was kept');
  mkdirSync(path.join(folder, 'deep'));
  put('deep/org.cred', 'organization ORG "Org" {\n}\n');
  await same('a name is there again');
  await same('only one file is asked for', 'a.cred');
});

test('what a file lent that was not asked for is missed when it is gone, and when it says something else', async () => {
  const folder = folderOf({ 'a.cred': program('AAA', 'ORG'), 'org.cred': FILES['org.cred'], 'far.cred': 'person P "P"\n' });
  const org = path.join(folder, 'org.cred');
  const check = (...args: string[]) => cred(folder, ['check', 'a.cred', '--format', 'json', ...args]);
  const resolved = await check('--cache');
  expect(await check('--cache')).toEqual(resolved);
  writeFileSync(org, 'organization ROG "Org" {\n}\n');
  expect(await check('--cache')).toEqual(await check());
  expect((await check()).out).toContain('unresolved-reference');
  writeFileSync(org, FILES['org.cred']);
  expect(await check('--cache')).toEqual(resolved);
  rmSync(org);
  expect(await check('--cache')).toEqual(await check());
});

test('places and fixes in another file move along when lines come before them there', async () => {
  const folder = folderOf({
    'a.cred': 'certification AAA "A" {\n  owner: ORG\n}\n\ncertificate CCC "Course for A" {\n  owner: ORG\n  prepares-for: AAA\n}\n',
    'org.cred': 'organization ORG "Org" {\n  separation { between: CCC; staff: yes }\n}\n',
    'far.cred': 'person P "P"\n',
  });
  for (const args of [['json'], ['sarif'], ['sarif', 'a.cred']]) {
    const check = (...more: string[]) => cred(folder, ['check', '--format', ...args, ...more]);
    const before = await check('--cache');
    expect(before.out).toMatch(/"uri": ?"[^"]*org\.cred"/);
    const org = path.join(folder, 'org.cred');
    writeFileSync(org, `// One more line.\n${readFileSync(org, 'utf8')}`);
    expect(await check('--cache'), args.join()).toEqual(await check());
    expect((await check()).out).not.toBe(before.out);
  }
});

test('says the same on a terminal, in colours and without, whatever was asked for before', async () => {
  const folder = folderOf(FILES);
  const put = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  const asked = [['--color', 'always'], ['--color', 'always'], [], [], ['--format', 'json'], ['--no-ignore'], ['--format', 'compact'], []];
  for (const [i, args] of asked.entries()) {
    expect(await cred(folder, ['check', '--cache', ...args]), `${i} ${args.join(' ')}`).toEqual(await cred(folder, ['check', ...args]));
    if (i % 2 === 1) put('d.cred', `person P "P ${i}" {\n  surprise: ${i}\n}\n`);
  }
  expect((await cred(folder, ['check', '--cache'])).out).toContain('surprise');
});

test('what is kept is used: nothing is understood twice', async () => {
  const folder = folderOf(FILES);
  const first = (await cred(folder, ['check', '--cache', '--cache-file', 'kept', '--format', 'json'])).out;
  const kept = path.join(folder, 'kept');
  // The checksum is made anew, so that only the content tells of the change.
  const altered = readFileSync(kept, 'utf8').replaceAll('Technician', 'Kept words');
  const lastLine = altered.lastIndexOf('cred-texts ');
  const sum = createHash('sha256').update(altered.slice(0, lastLine)).digest('hex');
  writeFileSync(kept, altered.slice(0, lastLine) + altered.slice(lastLine).replace(/[0-9a-f]{64}/, sum));
  expect(first).not.toContain('Kept words');
  expect((await cred(folder, ['check', '--cache', '--cache-file', 'kept', '--format', 'json'])).out).toContain('Kept words');
});

test('is left as it is where nothing has changed, and made anew where it is damaged or has moved', async () => {
  const folder = folderOf(FILES);
  const kept = path.join(folder, '.cred-cache');
  const check = (cwd = folder) => cred(cwd, ['check', '--cache', '--format', 'json']);
  const plain = await cred(folder, ['check', '--format', 'json']);
  expect(await check()).toEqual(plain);
  const { ino } = statSync(kept);
  expect(await check()).toEqual(plain);
  expect(statSync(kept).ino).toBe(ino);
  // Well-formed JSON that no run has written.
  for (const [was, is] of [
    ['"outcome"', '"outcom" '],
    ['"hash"', '"ahsh"'],
    ['{"rule"', '{{"rule"'],
    ['cred-texts ', 'crad-texts '],
  ] as const) {
    writeFileSync(kept, readFileSync(kept, 'utf8').replaceAll(was, is));
    expect(await check(), was).toEqual(plain);
    expect(readFileSync(kept, 'utf8'), was).toContain(was);
  }
  const moved = path.join(folderOf({}), 'moved');
  renameSync(folder, moved);
  // A finding may name a place in another file by its whole address.
  expect(await check(moved)).toEqual(await cred(moved, ['check', '--format', 'json']));
});

test('several checks at once do not harm each other', async () => {
  const folder = folderOf(FILES);
  const plain = (await cred(folder, ['check', '--format', 'json'])).out;
  const check = async (): Promise<string> => {
    const child = spawn(process.execPath, [CRED, 'check', '--cache', '--format', 'json'], { cwd: folder });
    let out = '';
    for await (const part of child.stdout) out += part;
    return out;
  };
  for (const out of await Promise.all(Array.from({ length: 6 }, check))) expect(out).toBe(plain);
  expect(readdirSync(folder).filter(name => name.startsWith('.'))).toEqual(['.cred-cache']);
  expect(await check()).toBe(plain);
});

test('a program is no place for it', async () => {
  const folder = folderOf(FILES);
  expect(await cred(folder, ['check', '--cache', '--cache-file', 'a.cred'])).toMatchObject({
    code: 2,
    out: '',
    err: '"a.cred" is a program. Name another file for what is written.\n',
  });
  expect(readFileSync(path.join(folder, 'a.cred'), 'utf8')).toBe(FILES['a.cred']);
});

test('that it cannot be written is said, and the check is made', async () => {
  const ran = await cred(folderOf(FILES), ['check', '--cache', '--cache-file', 'no/such/folder/kept']);
  expect(ran.err).toBe('"no/such/folder/kept" cannot be written: its folder is not there. The next check starts afresh.\n');
  expect(ran.out).toContain('5 files');
});
