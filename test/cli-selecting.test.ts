/** Which findings `cred check` reports: with ignores, with a baseline, of files that changed in git, of standard input. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cred, folderOf, GOAL, type Ran } from './command.ts';

const rules = (ran: Ran): Record<string, string[]> =>
  Object.fromEntries(
    JSON.parse(ran.out).files.map((file: { path: string; findings: { rule: string }[] }) => [
      file.path,
      file.findings.map(one => one.rule),
    ]),
  );

test('--no-ignore shows what is silenced, and calls no ignore unused', async () => {
  const folder = folderOf({ 'a.cred': GOAL.replace('  goal', '  // cred-ignore certification/goal: as the board has said\n  goal') });
  expect(rules(await cred(folder, ['check', '--format', 'json']))['a.cred']).not.toContain('certification/goal');
  const all = rules(await cred(folder, ['check', '--format', 'json', '--no-ignore']))['a.cred'];
  expect(all).toContain('certification/goal');
  expect(all).not.toContain('language/unused-ignore');
  expect((await cred(folder, ['check', '--no-ignore'])).code).toBe(1);
});

describe('--baseline', () => {
  test('accepts what is there, tells what is new, prunes what is gone', async () => {
    const folder = folderOf({ 'a.cred': GOAL, 'b.cred': 'organization A "A" { legal-frm: nonprofit }\n' });
    const made = await cred(folder, ['check', '--baseline', 'known.json', '--update-baseline']);
    expect(made.code).toBe(0);
    expect(made.err).toMatch(/"known\.json" accepts \d+ findings now/);
    expect(await cred(folder, ['check', '--baseline', 'known.json'])).toMatchObject({ code: 0, err: '' });

    writeFileSync(path.join(folder, 'a.cred'), `// moved\n\n${GOAL.replace('developing', 'developing\n  gaol: 1')}`);
    const fresh = await cred(folder, ['check', '--baseline', 'known.json', '--format', 'json']);
    expect(rules(fresh)).toEqual({ 'a.cred': ['language/unknown-property'], 'b.cred': [] });
    expect(fresh.code).toBe(1);

    writeFileSync(path.join(folder, 'b.cred'), 'organization A "A" { legal-form: nonprofit }\n');
    expect((await cred(folder, ['check', '--baseline', 'known.json'])).err).toMatch(
      /^One accepted finding is gone; --update-baseline takes it out/,
    );
    await cred(folder, ['check', '--baseline', 'known.json', '--update-baseline']);
    const { findings } = JSON.parse(readFileSync(path.join(folder, 'known.json'), 'utf8'));
    expect(findings.some((one: { path: string }) => one.path === 'b.cred')).toBe(false);
    expect(findings.some((one: { rule: string }) => one.rule === 'language/unknown-property')).toBe(true);
  });

  test('a file that is not looked at keeps what was accepted of it; one that is no more does not', async () => {
    const folder = folderOf({ 'a.cred': GOAL, 'b.cred': GOAL.replaceAll('CWT', 'CWB'), 'c.cred': GOAL.replaceAll('CWT', 'CWC') });
    await cred(folder, ['check', '--baseline', 'known.json', '--update-baseline']);
    rmSync(path.join(folder, 'c.cred'));
    await cred(folder, ['check', 'a.cred', '--baseline', 'known.json', '--update-baseline']);
    const { findings } = JSON.parse(readFileSync(path.join(folder, 'known.json'), 'utf8'));
    expect([...new Set(findings.map((one: { path: string }) => one.path))]).toEqual(['a.cred', 'b.cred']);
  });

  test('a renamed file keeps what was accepted of it, wherever it is run from; a new one like it does not', async () => {
    const folder = folderOf({ 'a.cred': GOAL, 'b.cred': GOAL.replaceAll('CWT', 'CWB') });
    await cred(folder, ['check', '--baseline', 'known.json', '--update-baseline']);
    mkdirSync(path.join(folder, 'sub'));
    renameSync(path.join(folder, 'a.cred'), path.join(folder, 'sub/new name.cred'));
    expect(await cred(folder, ['check', '--baseline', 'known.json'])).toMatchObject({ code: 0, err: '' });
    expect(await cred(path.join(folder, 'sub'), ['check', '--baseline', '../known.json'])).toMatchObject({ code: 0, err: '' });
    expect((await cred(folder, ['check', '--baseline', 'known.json', '--update-baseline'])).err).toMatch(/: 0 added, 0 taken out/);
    expect(readFileSync(path.join(folder, 'known.json'), 'utf8')).toContain('"path": "sub/new name.cred"');
    writeFileSync(path.join(folder, 'c.cred'), GOAL.replaceAll('CWT', 'CWC'));
    expect((await cred(folder, ['check', '--baseline', 'known.json'])).code).toBe(1);
  });

  test('a file that is gone is counted, and what is no baseline is left as it is', async () => {
    const folder = folderOf({ 'a.cred': GOAL, 'b.cred': GOAL.replaceAll('CWT', 'CWB'), 'other.json': '{"version": 1}' });
    await cred(folder, ['check', '--baseline', 'known.json', '--update-baseline']);
    rmSync(path.join(folder, 'b.cred'));
    expect((await cred(folder, ['check', '--baseline', 'known.json'])).err).toMatch(/accepted findings are gone/);
    const ran = await cred(folder, ['check', '--baseline', 'other.json', '--update-baseline']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(
      '"other.json" is not a baseline of this version of Cred. Name another file; with --update-baseline it is made.',
    );
    expect(readFileSync(path.join(folder, 'other.json'), 'utf8')).toBe('{"version": 1}');
  });

  test.each([
    [['--baseline', 'cred.json', '--update-baseline'], /"cred\.json" is for the settings of a project\. Name another file/],
    [['--baseline', 'none.json'], /There is no baseline "none\.json"\. Make it with --update-baseline\./],
    [['--baseline', 'a.cred'], /"a\.cred" is a program\. Name another file for what is written\./],
    [['--update-baseline'], /--update-baseline needs --baseline/],
  ])('%j is refused', async (args, message) => {
    const ran = await cred(folderOf({ 'a.cred': GOAL }), ['check', ...args]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(message);
  });
});

describe('--changed', () => {
  const git = (folder: string, ...args: string[]) => {
    const ran = spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(ran.status, ran.stderr).toBe(0);
  };
  const repository = (): string => {
    const folder = folderOf({
      'owner.cred': 'organization ORG "Org" {\n}\n',
      'a.cred': GOAL.replace('status', 'owner: ORG\n  status'),
      'b.cred': GOAL.replaceAll('CWT', 'CWB'),
    });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'first');
    return folder;
  };
  const changed = async (folder: string, ...args: string[]) =>
    rules(await cred(folder, ['check', '--format', 'json', '--changed', ...args]));

  test('nothing has changed', async () => {
    expect(await changed(repository())).toEqual({});
  });

  test('a changed file, a new one, and those that rest on a name of theirs', async () => {
    const folder = repository();
    writeFileSync(path.join(folder, 'owner.cred'), 'organization ORGX "Org" {\n}\n');
    writeFileSync(path.join(folder, 'new.cred'), 'person P "P"\n');
    const found = await changed(folder);
    expect(Object.keys(found).sort()).toEqual(['a.cred', 'new.cred', 'owner.cred']);
    expect(found['a.cred']).toContain('language/unresolved-reference');
  });

  test('the certifications of an owner that gains or loses a course', async () => {
    const folder = repository();
    const course = path.join(folder, 'course.cred');
    writeFileSync(course, 'certificate EEE "Course" {\n  owner: ORG\n}\n');
    const found = await changed(folder);
    expect(Object.keys(found).sort()).toEqual(['a.cred', 'course.cred']);
    expect(found['a.cred']).toContain('portfolio/separation-missing');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'second');
    writeFileSync(course, 'certificate EEE "Course" {\n  owner: ?\n}\n');
    expect(Object.keys(await changed(folder)).sort()).toEqual(['a.cred', 'course.cred']);
  });

  test('since a revision; a deleted file counts', async () => {
    const folder = repository();
    rmSync(path.join(folder, 'owner.cred'));
    git(folder, 'commit', '-qam', 'second');
    expect(await changed(folder)).toEqual({});
    expect(Object.keys(await changed(folder, 'HEAD~1'))).toEqual(['a.cred']);
  });

  test('since a branch that others went on with, only what was changed here', async () => {
    const folder = repository();
    git(folder, 'branch', 'mine');
    writeFileSync(path.join(folder, 'b.cred'), GOAL.replaceAll('CWT', 'CWB').replace('developing', 'operating'));
    git(folder, 'commit', '-qam', 'of others');
    git(folder, 'branch', 'theirs');
    git(folder, 'switch', '-q', 'mine');
    writeFileSync(path.join(folder, 'new.cred'), 'person P "P"\n');
    expect(Object.keys(await changed(folder, 'theirs'))).toEqual(['new.cred']);
    expect((await cred(folder, ['diff', '--since', 'theirs'])).out).toContain('from operating to developing');
  });

  test('all files that changed settings are for; and before the first commit, all', async () => {
    const folder = repository();
    writeFileSync(path.join(folder, 'cred.json'), '{"rules": {"certification/goal": "warning"}}');
    expect(Object.keys(await changed(folder)).sort()).toEqual(['a.cred', 'b.cred', 'owner.cred']);
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'second');
    rmSync(path.join(folder, 'cred.json'));
    expect(Object.keys(await changed(folder)).sort()).toEqual(['a.cred', 'b.cred', 'owner.cred']);

    const fresh = folderOf({ 'a.cred': GOAL });
    git(fresh, 'init', '-q');
    expect(Object.keys(await changed(fresh))).toEqual(['a.cred']);
    git(fresh, 'add', '.');
    expect(Object.keys(await changed(fresh))).toEqual(['a.cred']);
  });

  test('only what is shown is counted', async () => {
    const folder = repository();
    const { summary } = JSON.parse((await cred(folder, ['check', '--format', 'json', '--changed'])).out);
    expect(summary).toEqual({ files: 0, programs: 0, errors: 0, warnings: 0, information: 0, holes: 0 });
  });

  test('a path where a revision would stand is told apart, with what to write', async () => {
    const folder = repository();
    mkdirSync(path.join(folder, 'my programs'));
    for (const [cwd, one, word] of [
      ['my programs', '..', '..'],
      ['', 'a.cred', 'a.cred'],
      ['', 'my programs', '"my programs"'],
    ] as const) {
      const ran = (...args: string[]) => cred(path.join(folder, cwd), ['check', ...args]);
      expect(await ran('--changed', one)).toMatchObject({
        code: 2,
        out: '',
        err: `"${one}" is a path, not a revision of git. Write --changed=HEAD ${word}, or put the path first: ${word} --changed.\n`,
      });
      expect((await ran('--changed=HEAD', one)).code).toBe(0);
      expect((await ran(one, '--changed')).code).toBe(0);
    }
    expect(await cred(folder, ['diff', '--since', 'a.cred'])).toMatchObject({
      code: 2,
      err: '"a.cred" is a path, not a revision of git. Name the revision first, as in --since HEAD a.cred.\n',
    });
  });

  test('an unknown revision, an option in its place, and no repository are refused', async () => {
    const folder = repository();
    expect(await cred(folder, ['check', '--changed', 'nope'])).toMatchObject({ code: 2, out: '', err: 'git knows no revision "nope".\n' });
    expect(await cred(folder, ['check', '--changed=--upload-pack=x'])).toMatchObject({ code: 2, out: '' });
    expect(await cred(folderOf({ 'a.cred': GOAL }), ['check', '--changed'])).toMatchObject({
      code: 2,
      out: '',
      err: 'This folder is not in a git repository, so what has changed is not known.\n',
    });
  });
});

describe('--stdin', () => {
  const piped = (folder: string, input: string, ...args: string[]) => cred(folder, ['check', '--stdin', ...args], { input });

  test('what is no text is refused', async () => {
    expect(await cred('.', ['check', '--stdin', '--stdin-filename', 'a.cred'], { input: Buffer.from([0xff, 0xfe, 0]) })).toEqual({
      code: 2,
      out: '',
      err: 'What comes in on standard input is not UTF-8 text. Save it with the encoding UTF-8.\n',
    });
  });

  test('the text stands for the file, with the names of its project', async () => {
    const folder = folderOf({ 'owner.cred': 'organization ORG "Org" {\n}\n', 'a.cred': 'person P "P"\n' });
    const text = GOAL.replace('status', 'owner: ORG\n  status');
    for (const name of ['a.cred', 'not/yet/there.cred']) {
      const found = rules(await piped(folder, `\uFEFF${text}`, '--stdin-filename', name, '--format', 'json'));
      expect(Object.keys(found)).toEqual([name]);
      expect(found[name]).toContain('certification/goal');
      expect(found[name]).not.toContain('language/unresolved-reference');
    }
    expect(existsSync(path.join(folder, 'not'))).toBe(false);
  });

  test('without a name, or with paths, it is refused', async () => {
    const folder = folderOf({ 'a.cred': GOAL });
    expect(await piped(folder, GOAL)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--stdin needs --stdin-filename') });
    expect(await piped(folder, GOAL, '--stdin-filename', 'a.cred', 'a.cred')).toMatchObject({ code: 2, out: '' });
    expect(await piped(folder, GOAL, '--stdin-filename', 'a.txt')).toMatchObject({
      code: 2,
      out: '',
      err: '"a.txt" is not a .cred file.\n',
    });
  });
});
