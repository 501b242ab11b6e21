/** What git ignores is what git says; and nothing that a repository names is run to find out. */
import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { gather } from '../../cli/files/gather.ts';
import { changesSince } from '../../host/changed.ts';
import { isIgnored } from '../../host/left-out.ts';
import { cred } from '../command.ts';
import { commitAll, folderWith, git, putInto, repositoryWith } from './folders.ts';

const TEXT = 'person P "P"\n';
const found = (folder: string, ...paths: string[]) => {
  const { projects, notes } = gather(paths.length > 0 ? paths : ['.'], folder);
  return { files: projects.flatMap(({ files }) => files.map(({ shown }) => shown)), notes };
};
const changed = (folder: string, revision = 'HEAD'): string[] =>
  [...changesSince(revision, folder, { ofPath: one => one }).files].map(file => path.relative(folder, file)).sort();

describe('what is left out', () => {
  test('case as the file system has it, and tracked files in', () => {
    const folder = repositoryWith({ 'Forced/b.cred': TEXT, '.gitignore': 'Build/\nForced/\n' });
    putInto(folder, { 'build/a.cred': TEXT, 'Forced/c.cred': TEXT });
    const { files, notes } = found(folder);
    expect(files).toContain('Forced/b.cred');
    expect(files).not.toContain('Forced/c.cred');
    expect(files.includes('build/a.cred')).toBe(process.platform === 'linux');
    expect(notes.at(-1)).toMatch(/left out: git ignores/);
    putInto(folder, { 'Forced/b.cred': `${TEXT}// edited\n` });
    expect(changed(folder)).toEqual(files.sort());
  });

  test('info/exclude and the excludes of the user', () => {
    const folder = repositoryWith({ 'kept.cred': TEXT });
    putInto(folder, { 'one.cred': TEXT, 'two.cred': TEXT, '.git/info/exclude': 'one.cred\n', '.git/mine': 'two.cred\n' });
    git(folder, 'config', 'core.excludesFile', path.join(folder, '.git/mine'));
    expect(found(folder)).toEqual({ files: ['kept.cred'], notes: ['2 .cred files are left out: git ignores them.'] });
    expect(changed(folder)).toEqual([]);
    expect(['one.cred', 'kept.cred', 'new.cred', 'none/x.cred'].map(name => isIgnored(folder, path.join(folder, name)))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('a folder within an ignored one is ignored too; what is named itself is not', () => {
    const folder = repositoryWith({ '.gitignore': '/build/\n' });
    putInto(folder, { 'build/deep/a.cred': TEXT });
    expect(found(folder, 'build/deep').files).toEqual([]);
    expect(found(folder, 'build/deep/a.cred').files).toEqual(['build/deep/a.cred']);
  });

  test('a repository within, and a submodule, go by their own rules, in a check and in --changed alike', () => {
    const other = repositoryWith({ 's.cred': TEXT, '.gitignore': 'x.cred\n' });
    const folder = repositoryWith({ 'a.cred': TEXT });
    git(folder, 'submodule', '--quiet', 'add', other, 'sub');
    git(folder, 'commit', '--quiet', '--message', 'sub');
    putInto(folder, { 'nested/n.cred': TEXT, 'nested/i.cred': TEXT, 'nested/.gitignore': 'i.cred\n' });
    git(path.join(folder, 'nested'), 'init', '--quiet');
    expect(found(folder).files).toEqual(['a.cred', 'nested/n.cred', 'sub/s.cred']);
    expect(changed(folder)).toEqual(['nested/n.cred']);
    putInto(folder, { 'sub/s.cred': `${TEXT}// edited\n`, 'sub/new.cred': TEXT, 'sub/x.cred': TEXT });
    expect(changed(folder)).toEqual(['nested/n.cred', 'sub/new.cred', 'sub/s.cred']);
    commitAll(path.join(folder, 'sub'));
    // The outer repository still has the submodule as it was.
    expect(changed(folder)).toContain('sub/s.cred');
  });

  test('elsewhere, and where there is no git, .gitignore decides; the latter is said once', () => {
    const files = { 'a.cred': TEXT, 'build/b.cred': TEXT, '.gitignore': 'build/\n', 'sub/.gitignore': 'c.cred\n', 'sub/c.cred': TEXT };
    expect(found(folderWith(files)).files).toEqual(['a.cred']);
    const folder = repositoryWith(files);
    vi.stubEnv('PATH', folder);
    try {
      expect(found(folder, '.', 'a.cred')).toEqual({
        files: ['a.cred'],
        notes: [
          'git is not found here, so .gitignore files alone decide what is left out.',
          '2 .cred files are left out: git ignores them.',
        ],
      });
      expect(() => changed(folder)).toThrow('git is not found here, so what has changed is not known.');
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test('where git refuses, its own words are shown', () => {
    const folder = repositoryWith({ 'a.cred': TEXT });
    writeFileSync(path.join(folder, '.git/config'), '[core\n');
    expect(found(folder)).toMatchObject({ files: ['a.cred'], notes: [expect.stringMatching(/git says: fatal: bad config line 1/)] });
    expect(() => changed(folder)).toThrow(/fatal: bad config line 1/);
  });
});

describe('what has changed', () => {
  test('edited, new, gone and renamed files, with their texts before', () => {
    const folder = repositoryWith({
      'a.cred': TEXT,
      'old.cred': `${TEXT}// one\n// two\n`,
      'gone.cred': 'person G "G"\n',
      'crlf.cred': TEXT,
      'n.txt': '',
    });
    putInto(folder, {
      'a.cred': 'person Q "Q"\n',
      'new.cred': `${TEXT}// one\n// three\n`,
      'crlf.cred': TEXT.replace('\n', '\r\n'),
      'n.txt': 'x',
    });
    for (const name of ['old.cred', 'gone.cred']) rmSync(path.join(folder, name));
    const changes = changesSince('HEAD', folder, { ofPath: one => one });
    // Line ends alone are no change.
    expect(changed(folder)).toEqual(['a.cred', 'gone.cred', 'new.cred', 'old.cred']);
    expect(changes.before(path.join(folder, 'a.cred'))).toBe(TEXT);
    expect(changes.before(path.join(folder, 'new.cred'))).toBeUndefined();
    expect([...changes.renamed()]).toEqual([[path.join(folder, 'new.cred'), path.join(folder, 'old.cred')]]);
  });

  test.skipIf(process.platform === 'win32')('no filter, watcher, hook or other program that the repository names is run', () => {
    const folder = repositoryWith({ 'a.cred': TEXT, 'old.cred': `${TEXT}// one\n`, '.gitattributes': '* filter=evil diff=evil\n' });
    const [script, ran] = ['evil.sh', 'ran'].map(name => path.join(folder, '.git', name)) as [string, string];
    writeFileSync(script, `#!/bin/sh\necho "$@" >> ${ran}\ncat\n`);
    chmodSync(script, 0o755);
    for (const key of [
      'filter.evil.clean',
      'filter.evil.smudge',
      'filter.evil.process',
      'diff.evil.textconv',
      'diff.evil.command',
      'diff.external',
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'core.editor',
    ])
      git(folder, 'config', key, script);
    writeFileSync(path.join(folder, '.git/hooks/post-index-change'), `#!/bin/sh\necho hook >> ${ran}\n`, { mode: 0o755 });
    rmSync(ran, { force: true });
    putInto(folder, { 'a.cred': 'person Q "Q"\n', 'new.cred': `${TEXT}// one\n` });
    rmSync(path.join(folder, 'old.cred'));

    const changes = changesSince('HEAD', folder, { ofPath: one => one, own: true });
    expect(changes.files.size).toBe(3);
    expect(changes.renamed().size).toBe(1);
    expect(changes.before(path.join(folder, 'a.cred'))).toBe(TEXT);
    found(folder);
    isIgnored(folder, path.join(folder, 'new.cred'));
    expect(existsSync(ran)).toBe(false);
    // It would have been: git itself runs it.
    try {
      git(folder, 'status', '--porcelain');
    } catch {
      // the script is no good filter
    }
    expect(existsSync(ran)).toBe(true);
  });
});

test('formats for build servers name files from the top of the repository, wherever the check runs', async () => {
  const folder = repositoryWith({ 'packages/foo/a.cred': 'certification C "C" { goal: acquire-competence }\n' });
  const said = async (format: string): Promise<string> =>
    (await cred(path.join(folder, 'packages/foo'), ['check', '--format', format])).out;
  expect(await said('github')).toMatch(/^::\w+ file=packages\/foo\/a\.cred,/);
  expect(await said('gitlab')).toContain('"path": "packages/foo/a.cred"');
  expect(await said('sarif')).toContain('"uri": "packages/foo/a.cred"');
  expect(await said('compact')).toMatch(/^a\.cred:/);
});

test('what a sparse checkout leaves out has not changed', async () => {
  const folder = repositoryWith({
    'in/a.cred': 'certification A "A" { goal: validate-competence }\n',
    'out/b.cred': 'certification B "B" { goal: validate-competence }\n',
  });
  git(folder, 'sparse-checkout', 'set', 'in');
  expect(readdirSync(folder)).not.toContain('out');
  expect((await cred(folder, ['diff', '--since', 'HEAD'])).out).toBe('Nothing that Cred reads has changed.\n');
  expect([...changesSince('HEAD', folder, { ofPath: () => '' }).files]).toEqual([]);
});
