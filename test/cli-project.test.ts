/** `cred check`: which files are checked, as which project, and how cred.json sets it. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLEAN, check, cred, folderOf, GOAL, json, rulesByFile } from './command.ts';

describe('which files', () => {
  test('the current folder without hidden folders, node_modules and what git ignores', async () => {
    const folder = folderOf({
      'a.cred': CLEAN,
      'sub/b.cred': '',
      '.hidden/c.cred': '',
      'node_modules/x/d.cred': '',
      'drafts/e.cred': '',
      'sub/old-f.cred': '',
      'sub/old-keep.cred': '',
      'notes.txt': '',
      '.gitignore': 'drafts/\n',
      'sub/.gitignore': 'old-*.cred\n!old-keep.cred\n',
    });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    expect(Object.keys(rulesByFile(await cred(folder, ['check', '--format', 'json'])))).toEqual([
      'a.cred',
      'sub/b.cred',
      'sub/old-keep.cred',
    ]);
    // A file that is named is checked, even if git ignores it.
    expect(Object.keys(rulesByFile(await cred(folder, ['check', '--format', 'json', 'drafts/e.cred', '.hidden/c.cred'])))).toEqual([
      '.hidden/c.cred',
      'drafts/e.cred',
    ]);
  });

  test('several paths, each file once, with paths from the current folder', async () => {
    const folder = folderOf({ 'here/a.cred': CLEAN, 'there/b.cred': '', 'there/deep/c.cred': '' });
    const ran = await cred(path.join(folder, 'here'), ['check', '--format', 'json', 'a.cred', '../there', './a.cred', '../there/b.cred']);
    expect(
      json(ran)
        .files.map((file: { path: string }) => file.path)
        .sort(),
    ).toEqual(['../there/b.cred', '../there/deep/c.cred', 'a.cred']);
    expect(json(ran).summary.files).toBe(3);
  });

  test('a pattern names files where the shell has not said so, as those of Windows do not', async () => {
    const folder = folderOf({ 'a.cred': CLEAN, 'b.txt': '', 'sub/b.cred': '', 'sub/deep/c.cred': '' });
    const named = async (...paths: string[]) => Object.keys(rulesByFile(await cred(folder, ['check', '--format', 'json', ...paths])));
    expect(await named('*.cred')).toEqual(['a.cred']);
    expect(await named('sub/*.cred')).toEqual(['sub/b.cred']);
    expect(await named('**/*.cred')).toEqual(['a.cred', 'sub/b.cred', 'sub/deep/c.cred']);
    expect(await named(`${folder}/s?b/*.cred`)).toEqual(['sub/b.cred']);
    expect(await cred(folder, ['check', 'sub/*.txt'])).toEqual({
      code: 2,
      out: '',
      err: 'There is no .cred file that "sub/*.txt" fits.\n',
    });
    expect(await cred(folder, ['check', ''])).toEqual({ code: 2, out: '', err: 'There is no file or folder "".\n' });
  });

  test('a file that is named and left out is mentioned', async () => {
    const ran = await check({ 'drafts/a.cred': GOAL, 'cred.json': '{"exclude": ["drafts/"]}' }, 'drafts/a.cred');
    expect(ran).toMatchObject({ code: 0, err: '"drafts/a.cred" is left out, as "cred.json" says.\n' });
    expect(await check({ 'drafts/a.cred': GOAL, 'cred.json': '{"exclude": ["drafts/"]}' }, 'drafts')).toMatchObject({
      code: 0,
      err: '1 .cred file is left out: cred.json excludes it.\n',
    });
  });

  test('a folder without programs is said, not refused', async () => {
    expect(await check({ 'notes.txt': '' }, '.')).toEqual({
      code: 0,
      out: '0 files, 0 programs: nothing to report.\n',
      err: 'There are no .cred files in ".".\n',
    });
  });
});

describe('which project', () => {
  const owner = 'certificate A "A" {\n  status: retired\n  owner: ABWP\n}\n';
  const UNRESOLVED = 'language/unresolved-reference';

  test('a file is checked with the names of its project, and only it is reported', async () => {
    const folder = folderOf({ 'programs/a.cred': owner, 'org.cred': CLEAN, 'broken.cred': 'certification {' });
    const found = rulesByFile(await cred(folder, ['check', '--format', 'json', 'programs/a.cred']));
    expect(Object.keys(found)).toEqual(['programs/a.cred']);
    expect(found['programs/a.cred']).not.toContain(UNRESOLVED);
  });

  test('outside of the current folder it is the folder of the file, unless a cred.json stands above', async () => {
    const files = { 'elsewhere/.keep': '', 'p/org.cred': CLEAN, 'p/sub/a.cred': owner };
    const alone = folderOf(files);
    expect(
      rulesByFile(await cred(path.join(alone, 'elsewhere'), ['check', '--format', 'json', '../p/sub/a.cred']))['../p/sub/a.cred'],
    ).toContain(UNRESOLVED);
    const together = folderOf({ ...files, 'p/cred.json': '{}' });
    expect(
      rulesByFile(await cred(path.join(together, 'elsewhere'), ['check', '--format', 'json', '../p/sub/a.cred']))['../p/sub/a.cred'],
    ).not.toContain(UNRESOLVED);
  });

  test('a folder with its own cred.json is a project of its own', async () => {
    const folder = folderOf({
      'org.cred': CLEAN,
      'own/a.cred': owner,
      'own/cred.json': '{}',
      'other/b.cred': owner.replace('A "A"', 'B "B"'),
    });
    const found = rulesByFile(await cred(folder, ['check', '--format', 'json']));
    expect(found['own/a.cred']).toContain(UNRESOLVED);
    expect(found['other/b.cred']).not.toContain(UNRESOLVED);
  });

  test('names of files that are not reported on are found in any shape', async () => {
    const unclear = `/* unclosed { */ organization Caf\u0065\u0301 "Café" { body council "Council" }\ncertificate X "“quoted" {`;
    const folder = folderOf({ 'a.cred': 'certificate A "A" { status: retired; owner: Caf\u00e9 }\n', 'b.cred': unclear });
    expect(rulesByFile(await cred(folder, ['check', '--format', 'json', 'a.cred']))['a.cred']).not.toContain(UNRESOLVED);
  });

  test('cred.json sets severities', async () => {
    const goal = async (rules: object): Promise<unknown> => {
      const ran = await check({ 'a.cred': GOAL, 'cred.json': JSON.stringify({ rules }) }, '--format', 'json');
      return [ran.code, json(ran).files[0].findings.find((one: { rule: string }) => one.rule === 'certification/goal')?.severity];
    };
    expect(await goal({})).toEqual([1, 'error']);
    expect(await goal({ 'certification/goal': 'warning' })).toEqual([0, 'warning']);
    expect(await goal({ 'certification/*': 'off' })).toEqual([0, undefined]);
    expect(await goal({ 'certification/*': 'off', 'certification/goal': 'hint' })).toEqual([0, 'hint']);
  });

  test('cred.json sets severities for some files and programs, leaves files out and names the day', async () => {
    const set = async (config: object): Promise<Record<string, string[]>> =>
      rulesByFile(await check({ 'a.cred': GOAL, 'drafts/b.cred': GOAL, 'cred.json': JSON.stringify(config) }, '--format', 'json'));
    const off = { rules: { 'certification/goal': 'off' } };
    expect((await set({}))['drafts/b.cred']).toContain('certification/goal');
    expect((await set({ overrides: [{ files: ['drafts/'], ...off }] }))['drafts/b.cred']).not.toContain('certification/goal');
    expect((await set({ overrides: [{ files: ['drafts/'], ...off }] }))['a.cred']).toContain('certification/goal');
    const name = /certification (\S+)/.exec(GOAL)![1];
    expect((await set({ overrides: [{ programs: [name], ...off }] }))['a.cred']).not.toContain('certification/goal');
    const other = await set({ overrides: [{ programs: ['OTHER'], ...off }] });
    expect(other['a.cred']).toContain('certification/goal');
    expect(other['cred.json']).toEqual(['language/config']);
    expect(Object.keys(await set({ exclude: ['drafts/'] }))).toEqual(['a.cred']);
    expect(json(await check({ 'a.cred': GOAL, 'cred.json': '{"asOf": "2031-05-06"}' }, '--format', 'json')).asOf).toBe('2031-05-06');
    expect(
      json(await check({ 'a.cred': GOAL, 'cred.json': '{"asOf": "2031-05-06"}' }, '--format', 'json', '--as-of', '2030-01-01')).asOf,
    ).toBe('2030-01-01');
  });

  test('a pattern of cred.json that no file fits is told, whichever file is asked for', async () => {
    const config = `{
  "exclude": ["old/", "gone/"],
  "overrides": [
    { "files": ["drafts/", "draft/"], "rules": { "*": "information" } },
    { "files": ["old/*.cred", "!drafts/b.cred"], "rules": {} },
    { "files": [], "programs": [], "rules": {} }
  ]
}`;
    const folder = folderOf({
      'a.cred': GOAL,
      'drafts/b.cred': GOAL,
      'old/c.cred': GOAL,
      'sub/cred.json': '{}',
      'sub/draft/d.cred': '',
      'cred.json': config,
    });
    const told = async (...args: string[]) =>
      (await cred(folder, ['check', '--format', 'compact', ...args])).out.split('\n').filter(line => line.startsWith('cred.json'));
    expect(await told()).toEqual([
      'cred.json:2:23: information language/config: No .cred file of this project fits "gone/", so nothing is left out by it. Correct the pattern, or take it out.',
      'cred.json:4:28: warning language/config: No .cred file of this project fits "draft/", so nothing is set by it. Correct the pattern, or take it out.',
      'cred.json:5:17: warning language/config: Only files that "exclude" leaves out fit "old/*.cred", so nothing is set by it. Take the pattern out here or there.',
      'cred.json:6:16: warning language/config: This list of files is empty, so these severities are for none. Name the files that they are for, or take "files" out for all.',
      'cred.json:6:32: warning language/config: This list of programs is empty, so these severities are for none. Name the programs that they are for, or take "programs" out for all.',
    ]);
    expect(await told('a.cred')).toEqual(await told());
    expect(await told('--jobs', '2')).toEqual(await told());
    // Only begun.
    expect(await check({ 'cred.json': '{"exclude": ["old/"]}' })).toMatchObject({
      code: 0,
      out: '0 files, 0 programs: nothing to report.\n',
    });
  });

  test('a mistake in cred.json cannot hide itself, nor behind a folder without programs', async () => {
    const mistaken = async (rules: object) =>
      rulesByFile(await check({ 'a.cred': GOAL, 'cred.json': JSON.stringify({ rulez: {}, rules }) }, '--format', 'json'));
    expect(await mistaken({ '*': 'off' })).toEqual({ 'cred.json': ['language/config'], 'a.cred': [] });
    expect((await mistaken({ 'language/*': 'off' }))['cred.json']).toEqual(['language/config']);
    expect((await mistaken({ 'language/config': 'off' }))['cred.json']).toBeUndefined();
    expect(await check({ 'cred.json': '{"rulez": {}}' })).toMatchObject({ code: 1, err: 'There are no .cred files in ".".\n' });
  });

  test('a mistake in cred.json is a finding with its place; the rest counts', async () => {
    const rules = '{"rules": {"certification/gaol": "off", "certification/goal": "hint"}}';
    const ran = await check({ 'a.cred': GOAL, 'cred.json': rules }, '--format', 'json');
    const { files, summary } = json(ran);
    const [finding] = files.find(({ path: of }: { path: string }) => of === 'cred.json').findings;
    expect(finding).toMatchObject({
      rule: 'language/config',
      severity: 'warning',
      range: { start: { line: 0, character: 11 }, end: { line: 0, character: 31 } },
    });
    expect(finding.message).toBe('There is no rule "certification/gaol", so its severity is not used. Did you mean "certification/goal"?');
    expect(summary.files).toBe(1);
    expect(files.find(({ path: of }: { path: string }) => of === 'a.cred').findings[0].severity).not.toBe('error');
  });
});
