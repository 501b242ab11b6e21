/** `cred fix`, `cred fmt` and `cred check --watch`. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { CRED, cred, credProcess, folderOf, GOAL } from './command.ts';

const SLIPS = '\uFEFForganization A "A" {\r\n  Legal-form: nonprofit\r\n  website https://a.example\r\n}\r\n';
const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('cred fix', () => {
  test('applies what is certain; byte-order mark, line endings and permissions stay', async () => {
    const folder = folderOf({ 'a.cred': SLIPS });
    chmodSync(path.join(folder, 'a.cred'), 0o640);
    const ran = await cred(folder, ['fix']);
    expect(ran).toMatchObject({ code: 0, out: 'Fixed a.cred\n', err: '1 file fixed.\n' });
    expect(read(folder, 'a.cred')).toBe('\uFEFForganization A "A" {\r\n  legal-form: nonprofit\r\n  website: "https://a.example"\r\n}\r\n');
    expect(statSync(path.join(folder, 'a.cred')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.cred']);
    expect(await cred(folder, ['fix'])).toMatchObject({ out: '', err: '0 files fixed.\n' });
  });

  test('--dry-run prints a diff that git can apply, and changes nothing', async () => {
    const folder = folderOf({ 'a.cred': SLIPS });
    const before = read(folder, 'a.cred');
    const { code, out, err } = await cred(folder, ['fix', '--dry-run']);
    expect({ code, err }).toEqual({ code: 1, err: '1 file would change.\n' });
    expect(read(folder, 'a.cred')).toBe(before);
    const applied = spawnSync('git', ['apply', '-p1', '-'], { cwd: folder, input: out, encoding: 'utf8' });
    expect(applied.stderr).toBe('');
    expect(await cred(folder, ['fix'])).toMatchObject({ out: '' });
    expect(read(folder, 'a.cred')).toContain('\uFEFForganization A "A" {\r\n  legal-form: nonprofit');
  });

  test('what a file says does not steer the terminal that a diff is shown on', async () => {
    const folder = folderOf({ 'a.cred': 'organization A "A" { legal-frm: nonprofit } // \u001b[31m\u202e\n' });
    expect((await cred(folder, ['fix', '--dry-run'])).out).toContain('\u001b[31m');
    const { out } = await cred(folder, ['fix', '--dry-run', '--color', 'never'], { terminal: true });
    expect(out).toContain('+organization A "A" { legal-form: nonprofit }');
    for (const sign of ['\u001b', '\u202e']) expect(out).not.toContain(sign);
  });

  test('a protected file stays as it is and is named; the others are fixed', async () => {
    const folder = folderOf({ 'a.cred': SLIPS, 'b.cred': SLIPS.replace(' A ', ' B ') });
    chmodSync(path.join(folder, 'a.cred'), 0o444);
    const ran = await cred(folder, ['fix']);
    expect(ran).toEqual({ code: 2, out: 'Fixed b.cred\n', err: '"a.cred" cannot be written: it is protected.\n' });
    expect(read(folder, 'a.cred')).toBe(SLIPS);
    expect(readdirSync(folder).sort()).toEqual(['a.cred', 'b.cred']);
  });

  test('--unsafe adds what is missing as holes; errors that are left are status 1 without it', async () => {
    const folder = folderOf({ 'a.cred': GOAL });
    expect(await cred(folder, ['fix'])).toMatchObject({ code: 1, out: '', err: '0 files fixed. 1 error is left for you.\n' });
    expect(read(folder, 'a.cred')).toBe(GOAL);
    expect(await cred(folder, ['fix', '--unsafe'])).toMatchObject({ code: 0, out: 'Fixed a.cred\n' });
    expect(read(folder, 'a.cred')).toMatch(/goal: validate-competence[\s\S]*job-analysis \{/);
    expect(JSON.parse((await cred(folder, ['check', '--format', 'json'])).out).summary).toMatchObject({ errors: 0 });
  });

  test('--unsafe adds to the file of the owner what a standard asks of it, if that file is to be fixed', async () => {
    const program = 'certification X "Thing" {\n  owner: O\n  accreditation { standard: NCCA-2021; status: seeking }\n}\n';
    const owner = 'organization O "Owner" {\n  legal-form: nonprofit\n}\n';
    const folder = folderOf({ 'x.cred': program, 'o.cred': owner, 'cred.json': '{}' });
    const told = JSON.parse((await cred(folder, ['check', 'x.cred', '--format', 'json'])).out).files[0].findings;
    const { fixes } = told.find(({ rule }: { rule: string }) => rule === 'ncca-2021/S2');
    expect(fixes[0]).toMatchObject({ title: expect.stringContaining('in o.cred'), uri: expect.stringMatching(/o\.cred$/) });
    await cred(folder, ['fix', '--unsafe', 'x.cred']);
    expect(read(folder, 'o.cred')).toBe(owner);
    await cred(folder, ['fix', '--unsafe']);
    expect(read(folder, 'o.cred')).toMatch(/legal-form: nonprofit\n {2}body \{[\s\S]*autonomous: \?/);
    expect((await cred(folder, ['check', 'x.cred', '--format', 'compact'])).out).not.toContain('ncca-2021/S2');
  });

  test('a link stays a link, and what cannot be written is left whole', async () => {
    const folder = folderOf({ 'real/a.cred': SLIPS, 'cred.json': '{}' });
    symlinkSync('real/a.cred', path.join(folder, 'b.cred'));
    await cred(folder, ['fix', 'b.cred']);
    expect(lstatSync(path.join(folder, 'b.cred')).isSymbolicLink()).toBe(true);
    expect(read(folder, 'real/a.cred')).toContain('legal-form');
    expect(await cred(folder, ['fix', 'none.cred'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('cred fmt', () => {
  test('indents as cred.json says', async () => {
    const text = 'person P "P" {\n    affiliation: O\n}\n';
    const folder = folderOf({ 'cred.json': '{ "indent": 4 }', 'a.cred': text, 'two/cred.json': '{}', 'two/b.cred': text });
    expect(await cred(folder, ['fmt', '--check'])).toMatchObject({ code: 1, out: 'two/b.cred\n' });
    expect(await cred(folder, ['fmt'])).toMatchObject({ code: 0, out: 'Laid out two/b.cred\n' });
    expect(readFileSync(path.join(folder, 'two/b.cred'), 'utf8')).toBe('person P "P" {\n  affiliation: O\n}\n');
  });

  const UNTIDY = 'organization A "A" {\n      legal-form:   nonprofit   \n}\n';
  const TIDY = 'organization A "A" {\n  legal-form: nonprofit\n}\n';

  test('lays out, and says which files', async () => {
    const folder = folderOf({ 'a.cred': UNTIDY, 'b.cred': TIDY, 'c.cred': `\uFEFF${UNTIDY.replaceAll('\n', '\r\n')}` });
    expect(await cred(folder, ['fmt', '--check'])).toEqual({ code: 1, out: 'a.cred\nc.cred\n', err: '2 of 3 files are not laid out.\n' });
    expect(read(folder, 'a.cred')).toBe(UNTIDY);
    expect((await cred(folder, ['fmt', '--check', 'a.cred'])).err).toBe('1 of 1 file is not laid out.\n');
    expect(await cred(folder, ['fmt'])).toEqual({
      code: 0,
      out: 'Laid out a.cred\nLaid out c.cred\n',
      err: '2 of 3 files laid out anew.\n',
    });
    expect(read(folder, 'a.cred')).toBe(TIDY);
    expect(read(folder, 'c.cred')).toBe(`\uFEFF${TIDY.replaceAll('\n', '\r\n')}`);
    expect(await cred(folder, ['fmt', '--check'])).toMatchObject({ code: 0, out: '' });
  });

  test('--stdin prints what comes in, laid out', async () => {
    const piped = (input: string, ...args: string[]) => cred('.', ['fmt', '--stdin', ...args], { input });
    expect((await piped(UNTIDY)).out).toBe(TIDY);
    expect(credProcess('.', ['fmt', '--stdin'], { input: UNTIDY })).toEqual(await piped(UNTIDY));
    expect(await piped(UNTIDY, '--check')).toMatchObject({ code: 1, out: '' });
    expect(await piped(TIDY, '--check')).toMatchObject({ code: 0 });
    expect(await piped(TIDY, 'a.cred')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--stdin takes no paths') });
    expect((await piped(`\uFEFF${UNTIDY.replaceAll('\n', '\r\n')}`)).out).toBe(`\uFEFF${TIDY.replaceAll('\n', '\r\n')}`);
  });

  test('--stdin is laid out as a file of the folder would be', async () => {
    const folder = folderOf({ 'cred.json': '{ "indent": 4 }', 'sub/a.cred': '' });
    const ran = await cred(path.join(folder, 'sub'), ['fmt', '--stdin'], { input: 'person P "P" {\n  affiliation: O\n}\n' });
    expect(ran.out).toBe('person P "P" {\n    affiliation: O\n}\n');
  });

  test('--stdin refuses what is no text, rather than to spoil it', async () => {
    const input = Buffer.from('person P "\xe9"\n', 'latin1');
    expect(await cred('.', ['fmt', '--stdin'], { input })).toMatchObject({ code: 2, out: '' });
  });
});

describe('cred check --watch', () => {
  let running: ChildProcess | undefined;
  afterEach(() => void running?.kill('SIGKILL'));

  /** Starts watching; `until` waits for something that is printed after the last time it was asked. */
  function watching(folder: string, ...args: string[]) {
    const child = spawn(process.execPath, [CRED, 'check', '--watch', ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    let said = '';
    let from = 0;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => void (said += chunk));
    const until = async (pattern: RegExp): Promise<string> => {
      const end = Date.now() + 60_000;
      for (;;) {
        const found = pattern.exec(said.slice(from));
        if (found) {
          from += found.index + found[0].length;
          return found[0];
        }
        if (Date.now() > end) throw new Error(`${pattern} was not said; since the last: ${said.slice(from)}`);
        await new Promise(resolve => setTimeout(resolve, 15));
      }
    };
    const ended = new Promise<number | null>(resolve => child.on('exit', code => resolve(code)));
    return { child, until, ended };
  }

  test('tells what a change, a new, a renamed and a deleted file bring, and stops cleanly', { timeout: 120_000 }, async () => {
    const folder = folderOf({ 'a.cred': GOAL });
    const at = (name: string) => path.join(folder, name);
    const { child, until, ended } = watching(folder);
    await until(/1 file, 1 program: 1 error/);
    await until(/Watching for changes/);
    writeFileSync(at('a.cred'), GOAL.replace('acquire', 'validate'));
    await until(/- a\.cred:3:9 {2}error {2}certification\/goal/);
    await until(/1 file, 1 program/);
    writeFileSync(at('b.cred'), 'organization A "A" { legal-frm: nonprofit }\n');
    await until(/\+ b\.cred:1:22 {2}error {2}language\/unknown-property/);
    renameSync(at('b.cred'), at('c.cred'));
    await until(/- b\.cred:1:22[\s\S]*\+ c\.cred:1:22/);
    rmSync(at('c.cred'));
    await until(/- c\.cred:1:22/);
    writeFileSync(at('cred.json'), '{"rules": {"certification/*": "off"}}');
    await until(/- a\.cred/);
    writeFileSync(at('cred.json'), '{"rulez": {}}');
    await until(/\+ cred\.json:1:2 {2}error {2}language\/config[\s\S]*1 file, 1 program: 1 error/);
    mkdirSync(at('deep/er'), { recursive: true });
    writeFileSync(at('deep/er/d.cred'), 'organization D "D" { legal-frm: nonprofit }\n');
    await until(/\+ deep\/er\/d\.cred:1:22/);
    renameSync(at('deep'), at('moved'));
    await until(/- deep\/er\/d\.cred:1:22[\s\S]*\+ moved\/er\/d\.cred:1:22/);
    rmSync(at('moved'), { recursive: true });
    await until(/- moved\/er\/d\.cred:1:22/);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  test('settings that come, change and go above are noticed, and so is what they add to the project', { timeout: 120_000 }, async () => {
    const folder = folderOf({ 'all/programs/a.cred': `${GOAL.replace('{', '{\n  owner: ORG')}`, 'all/org/o.cred': 'person P "P"\n' });
    const at = (name: string) => path.join(folder, 'all', name);
    const { child, until, ended } = watching(at('programs'));
    await until(/Watching for changes/);
    writeFileSync(at('cred.json'), '{"rules": {"certification/goal": "off"}}');
    await until(/- a\.cred:\d+:\d+ {2}error {2}certification\/goal/);
    writeFileSync(at('org/o.cred'), 'organization ORG "Organization" {}\n');
    await until(/- a\.cred:\d+:\d+ {2}error {2}language\/unresolved-reference/);
    writeFileSync(at('cred.json'), '{"rules": {"certification/goal": "hint"}, "rulez": {}}');
    await until(/\+ a\.cred:\d+:\d+ {2}hint {2}certification\/goal/);
    rmSync(at('cred.json'));
    await until(/\+ a\.cred:\d+:\d+ {2}error {2}certification\/goal/);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  test('a document that is put where a program names it is noticed, and that it is taken away', { timeout: 120_000 }, async () => {
    const folder = folderOf({ 'a.cred': GOAL.replace('goal', 'job-analysis { document: "evidence/study.pdf" }\n  goal') });
    const { child, until, ended } = watching(folder);
    await until(/Watching for changes/);
    mkdirSync(path.join(folder, 'evidence'));
    writeFileSync(path.join(folder, 'evidence/study.pdf'), '');
    await until(/- a\.cred:3:\d+ {2}information {2}language\/missing-file/);
    rmSync(path.join(folder, 'evidence'), { recursive: true });
    await until(/\+ a\.cred:3:\d+ {2}information {2}language\/missing-file/);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  test('what a baseline accepts is left out, and comes no more when it has gone', { timeout: 120_000 }, async () => {
    const folder = folderOf({ 'a.cred': GOAL });
    await cred(folder, ['check', '--baseline', 'known.json', '--update-baseline']);
    const { child, until, ended } = watching(folder, '--baseline', 'known.json');
    await until(/1 file, 1 program: nothing to report/);
    await until(/Watching for changes/);
    writeFileSync(path.join(folder, 'b.cred'), 'organization A "A" { legal-frm: nonprofit }\n');
    await until(/\+ b\.cred:1:22 {2}error[\s\S]*2 files, 1 program: 1 error\./);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test.each([
    [['--format', 'json'], /does not go with --format/],
    [['--no-ignore'], /does not go with --no-ignore or --max-warnings/],
    [['--max-warnings', '3'], /does not go with --no-ignore or --max-warnings/],
    [['--changed'], /does not go with --changed or --update-baseline/],
    [['--baseline', 'none.json'], /There is no baseline "none\.json"/],
  ])('%j is refused, not passed over', async (args, message) => {
    const ran = await cred(folderOf({ 'a.cred': GOAL }), ['check', '--watch', ...args]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(message);
  });
});
