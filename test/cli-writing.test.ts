/** `cred fix`, `cred fmt` and `cred check --watch` as processes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { CRED, cred, folderOf } from './command.ts';

const SLIPS = '\uFEFForganization A "A" {\r\n  Legal-form: nonprofit\r\n  website https://a.example\r\n}\r\n';
const GOAL = 'certification CWT "Widget Technician" {\n  status: developing\n  goal: acquire-competence\n}\n';
const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('cred fix', () => {
  test('applies what is certain; byte-order mark, line endings and permissions stay', () => {
    const folder = folderOf({ 'a.cred': SLIPS });
    chmodSync(path.join(folder, 'a.cred'), 0o640);
    const ran = cred(folder, ['fix']);
    expect(ran).toMatchObject({ code: 0, out: 'Fixed a.cred\n', err: '1 file fixed.\n' });
    expect(read(folder, 'a.cred')).toBe('\uFEFForganization A "A" {\r\n  legal-form: nonprofit\r\n  website: "https://a.example"\r\n}\r\n');
    expect(statSync(path.join(folder, 'a.cred')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.cred']);
    expect(cred(folder, ['fix'])).toMatchObject({ out: '', err: '0 files fixed.\n' });
  });

  test('--dry-run prints a diff that git can apply, and changes nothing', () => {
    const folder = folderOf({ 'a.cred': SLIPS.replace('\uFEFF', '') });
    const before = read(folder, 'a.cred');
    const { code, out, err } = cred(folder, ['fix', '--dry-run']);
    expect({ code, err }).toEqual({ code: 1, err: '1 file would change.\n' });
    expect(read(folder, 'a.cred')).toBe(before);
    const applied = spawnSync('git', ['apply', '-p1', '-'], { cwd: folder, input: out, encoding: 'utf8' });
    expect(applied.stderr).toBe('');
    cred(folderOf({}), ['fix']);
    expect(cred(folder, ['fix'])).toMatchObject({ out: '' });
    expect(read(folder, 'a.cred')).toContain('legal-form: nonprofit');
  });

  test('--unsafe adds what is missing as holes; errors that are left are status 1 without it', () => {
    const folder = folderOf({ 'a.cred': GOAL });
    expect(cred(folder, ['fix'])).toMatchObject({ code: 1, out: '', err: '0 files fixed. 1 error is left for you.\n' });
    expect(read(folder, 'a.cred')).toBe(GOAL);
    expect(cred(folder, ['fix', '--unsafe'])).toMatchObject({ code: 0, out: 'Fixed a.cred\n' });
    expect(read(folder, 'a.cred')).toMatch(/goal: validate-competence[\s\S]*job-analysis \{/);
    expect(JSON.parse(cred(folder, ['check', '--format', 'json']).out).summary).toMatchObject({ errors: 0 });
  });

  test('a link stays a link, and what cannot be written is left whole', () => {
    const folder = folderOf({ 'real/a.cred': SLIPS, 'cred.json': '{}' });
    symlinkSync('real/a.cred', path.join(folder, 'b.cred'));
    cred(folder, ['fix', 'b.cred']);
    expect(lstatSync(path.join(folder, 'b.cred')).isSymbolicLink()).toBe(true);
    expect(read(folder, 'real/a.cred')).toContain('legal-form');
    expect(cred(folder, ['fix', 'none.cred'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('cred fmt', () => {
  const UNTIDY = 'organization A "A" {\n      legal-form:   nonprofit   \n}\n';
  const TIDY = 'organization A "A" {\n  legal-form: nonprofit\n}\n';

  test('lays out, and says which files', () => {
    const folder = folderOf({ 'a.cred': UNTIDY, 'b.cred': TIDY, 'c.cred': `\uFEFF${UNTIDY.replaceAll('\n', '\r\n')}` });
    expect(cred(folder, ['fmt', '--check'])).toEqual({ code: 1, out: 'a.cred\nc.cred\n', err: '2 of 3 files are not laid out.\n' });
    expect(read(folder, 'a.cred')).toBe(UNTIDY);
    expect(cred(folder, ['fmt'])).toEqual({ code: 0, out: 'Laid out a.cred\nLaid out c.cred\n', err: '2 of 3 files laid out anew.\n' });
    expect(read(folder, 'a.cred')).toBe(TIDY);
    expect(read(folder, 'c.cred')).toBe(`\uFEFF${TIDY.replaceAll('\n', '\r\n')}`);
    expect(cred(folder, ['fmt', '--check'])).toMatchObject({ code: 0, out: '' });
  });

  test('--stdin prints what comes in, laid out', () => {
    const piped = (input: string, ...args: string[]) =>
      spawnSync(process.execPath, [CRED, 'fmt', '--stdin', ...args], { input, encoding: 'utf8' });
    expect(piped(UNTIDY).stdout).toBe(TIDY);
    expect(piped(UNTIDY, '--check')).toMatchObject({ status: 1, stdout: '' });
    expect(piped(TIDY, '--check')).toMatchObject({ status: 0 });
  });
});

describe('cred check --watch', () => {
  let running: ChildProcess | undefined;
  afterEach(() => void running?.kill('SIGKILL'));

  /** Starts watching; `until` waits for something that is printed after the last time it was asked. */
  function watching(folder: string) {
    const child = spawn(process.execPath, [CRED, 'check', '--watch'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    let said = '';
    let from = 0;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => void (said += chunk));
    const until = async (pattern: RegExp): Promise<string> => {
      const end = Date.now() + 8000;
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

  test('tells what a change, a new, a renamed and a deleted file bring, and stops cleanly', { timeout: 30_000 }, async () => {
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
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});
