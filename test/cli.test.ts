/** `cred`: its output, the streams that it writes to, and its exit codes. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { CRED, cred, folderOf, type Ran } from './command.ts';

const root = path.resolve(import.meta.dirname, '..');
const CLEAN = 'organization ABWP "American Board of Widget Professionals" {\n  legal-form: nonprofit\n}\n';
const GOAL = 'certification CWT "Widget Technician" {\n  status: developing\n  goal: acquire-competence\n}\n';

const json = (ran: Ran) => JSON.parse(ran.out);
const rulesByFile = (ran: Ran): Record<string, string[]> =>
  Object.fromEntries(
    json(ran).files.map((file: { path: string; findings: { rule: string }[] }) => [file.path, file.findings.map(one => one.rule)]),
  );
const check = (files: Parameters<typeof folderOf>[0], ...args: string[]): Promise<Ran> => cred(folderOf(files), ['check', ...args]);

/** Wrong usage and unreadable input: a clear word on stderr, nothing on stdout, status 2. */
function expectRefused(ran: Ran, message: string | RegExp): void {
  expect(ran.err).toMatch(message);
  expect(ran.out).toBe('');
  expect(ran.code).toBe(2);
}

describe('cred check, for people', () => {
  test('a file in order is one line and status 0', async () => {
    expect(await check({ 'a.cred': CLEAN }, 'a.cred')).toEqual({ code: 0, out: '1 file, 0 programs: nothing to report.\n', err: '' });
  });

  test('an error is shown in its line with its fix, and status 1', async () => {
    const { code, out, err } = await check({ 'a.cred': GOAL }, 'a.cred');
    expect(out).toContain('a.cred:3:9  error  certification/goal\n');
    expect(out).toContain(
      '    |\n  3 |   goal: acquire-competence\n    |         ^^^^^^^^^^^^^^^^^^\n  fix   Write "validate-competence"\n',
    );
    expect(out).toContain('\n  more  cred explain certification/goal\n');
    expect(out).toMatch(/\n1 file, 1 program: 1 error, .*\n$/);
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  test('marks stand under the words after tabs and wide letters, and control characters do not reach the terminal', async () => {
    const { out } = await check(
      { 'a.cred': 'certification A "技能\u001b[31m検定" {\n\tstatus: developing; summary: "技能"; goal: acquire-competence\n}\n' },
      'a.cred',
    );
    // A tab takes two columns, and so does each of these letters.
    const before = 2 + 'status: developing; summary: "'.length + 4 + '"; goal: '.length;
    expect(out).toContain(
      `  2 |   status: developing; summary: "技能"; goal: acquire-competence\n    | ${' '.repeat(before)}^^^^^^^^^^^^^^^^^^\n`,
    );
    expect(out).not.toContain('\u001b');
  });

  test('a long line is cut around the words', async () => {
    const { out } = await check(
      { 'a.cred': `certification A "A" { status: developing; summary: "${'long '.repeat(60)}"; goal: acquire-competence }\n` },
      'a.cred',
    );
    const [line, marks] = /\n {2}1 \| (…[^\n]*goal: acquire-competence[^\n]*)\n {4}\| ([^\n]*)\n/.exec(out)!.slice(1) as [string, string];
    expect(line.slice(marks.indexOf('^'), marks.length)).toBe('acquire-competence');
    expect(line.length).toBeLessThan(150);
  });

  test('colours on a terminal only, and not where NO_COLOR is set', async () => {
    const folder = folderOf({ 'a.cred': GOAL });
    const plain = await cred(folder, ['check', 'a.cred']);
    expect(plain.out).not.toContain('\u001b');
    const coloured = await cred(folder, ['check', 'a.cred'], { terminal: true });
    expect(coloured.out).toContain('\u001b[31merror\u001b[39m');
    expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
    expect((await cred(folder, ['check', 'a.cred'], { terminal: true, env: { NO_COLOR: '1' } })).out).toBe(plain.out);
    expect((await cred(folder, ['check', 'a.cred'], { terminal: true, env: { FORCE_COLOR: '0' } })).out).toBe(plain.out);
    expect((await cred(folder, ['check', 'a.cred'], { env: { FORCE_COLOR: '1' } })).out).toBe(coloured.out);
  });
});

describe('cred check --format json', () => {
  test('is the contract, to the letter', async () => {
    const { code, out, err } = await check(
      { 'a.cred': GOAL.replace('status: developing', 'status: retired') },
      '--format',
      'json',
      '--as-of',
      '2026-11-23',
      'a.cred',
    );
    expect(JSON.parse(out)).toEqual({
      version: 1,
      asOf: '2026-11-23',
      files: [
        {
          path: 'a.cred',
          findings: [
            {
              rule: 'certification/goal',
              severity: 'error',
              message: expect.stringContaining('"Widget Technician" is a certification, but its goal'),
              range: { start: { line: 2, character: 8 }, end: { line: 2, character: 26 } },
              help: 'docs/rules/certification/goal.md',
              fixes: [{ title: 'Write "validate-competence"', safe: false }],
            },
          ],
        },
      ],
      summary: { files: 1, programs: 1, errors: 1, warnings: 0, information: 0, holes: 0 },
    });
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  test('every page it links to is there', async () => {
    const helps = new Set<string>(
      json(await cred(root, ['check', '--format', 'json', '--as-of', '2026-11-24', 'examples'])).files.flatMap(
        (file: { findings: { help: string }[] }) => file.findings.map(one => one.help),
      ),
    );
    expect(helps.size).toBeGreaterThan(5);
    for (const help of helps) expect(readFileSync(path.join(root, help.replace(/#.*/, '')), 'utf8')).toContain('# ');
  });

  test('holes are counted, hints are not errors', async () => {
    const { summary } = json(await check({ 'a.cred': 'certificate A ? {\n  goal: ?\n  status: retired\n}\n' }, '--format', 'json'));
    expect(summary).toMatchObject({ programs: 1, holes: 2, errors: 0 });
  });

  test('positions count UTF-16 units, and a byte-order mark is none', async () => {
    const source = '\ufeffcertification A "😀" { status: retired; goal: acquire-competence }';
    const [finding] = json(await check({ 'a.cred': source }, '--format', 'json')).files[0].findings;
    const start = source.slice(1).indexOf('acquire');
    expect(finding.range).toEqual({
      start: { line: 0, character: start },
      end: { line: 0, character: start + 'acquire-competence'.length },
    });
  });

  test('the day is the one given; without one, today', async () => {
    expect(json(await check({ 'a.cred': CLEAN }, '--format', 'json', '--as-of', '2024-02-29')).asOf).toBe('2024-02-29');
    const today = new Date();
    const { asOf } = json(await check({ 'a.cred': CLEAN }, '--format', 'json'));
    expect(Math.abs(new Date(`${asOf}T12:00`).getTime() - today.getTime())).toBeLessThan(36 * 3600 * 1000);
  });
});

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

describe('what it ends with', () => {
  const warning = 'certificate A "A" {\n  surprise: 1\n}\n// cred-ignore certificate/goal: nothing follows\n';
  test('--max-warnings', async () => {
    const folder = folderOf({ 'a.cred': warning, 'cred.json': '{"rules": {"language/unknown-property": "warning"}}' });
    const { warnings, errors } = json(await cred(folder, ['check', '--format', 'json'])).summary;
    expect(warnings).toBeGreaterThan(1);
    expect(errors).toBe(0);
    expect(await cred(folder, ['check', '--max-warnings', String(warnings)])).toMatchObject({ code: 0, err: '' });
    const over = await cred(folder, ['check', '--max-warnings', String(warnings - 1)]);
    expect(over).toMatchObject({ code: 1, err: `There are ${warnings} warnings; --max-warnings allows ${warnings - 1}.\n` });
    expect(over.out).toContain(`${warnings} warnings`);
    const one = folderOf({ 'a.cred': 'person P "P" { surprise: 1 }\n', 'cred.json': '{"rules": {"*": "warning"}}' });
    expect((await cred(one, ['check', '--max-warnings', '0'])).err).toBe('There is 1 warning; --max-warnings allows 0.\n');
    expect((await cred(one, ['check', '--baseline', 'b.json', '--update-baseline'])).err).toBe(
      '"b.json" accepts 1 finding now: 1 added, 0 taken out.\n',
    );
  });

  test.each([
    [['check', 'nope.cred'], /There is no file or folder "nope\.cred"\./],
    [['check', 'a.cred/b.cred'], /There is no file or folder "a\.cred\/b\.cred"\./],
    [['check', 'notes.txt'], /"notes\.txt" is not a \.cred file\./],
    [['check', '--frmat', 'json'], /^There is no option "--frmat"\. Did you mean --format\?\n\(cred help check shows what there is\.\)\n$/],
    [['check', '--format', 'xml'], /Allowed choices are pretty, compact, json/],
    [['check', '--as-of', '2026-02-30'], /A day is written YYYY-MM-DD/],
    [['check', '--as-of', 'yesterday'], /A day is written YYYY-MM-DD/],
    [['check', '--as-of'], /^--as-of needs a value: --as-of <date>\.\n/],
    [['check', '--max-warnings', '-1'], /a whole number, 0 or more/],
    [['check', '--max-warnings', 'many'], /a whole number, 0 or more/],
    [['check', '--jobs', '0'], /^"0" does not fit --jobs <number>\. It is a whole number, 1 or more\.\n/],
    [['chekc'], /^There is no command "chekc"\. Did you mean check\?\n\(cred --help shows what there is\.\)\n$/],
    [['explain'], /^<topic> is missing\.\n/],
    [['export'], /^--to <form> is missing\.\n/],
    [['rules', 'x'], /^"rules" takes no arguments, not 1\.\n/],
    [['completion', 'cmd'], /^"cmd" does not fit <shell>\. Allowed choices are bash, zsh, fish\.\n/],
    [[], /Usage: cred/],
  ])('%j is wrong usage', async (args, message) => {
    expectRefused(await cred(folderOf({ 'a.cred': GOAL, 'notes.txt': '' }), args), message);
  });

  test('what cannot be read is a finding, and all else is checked; what is named itself and cannot be read is refused', async () => {
    const files = {
      'a.cred': GOAL,
      'latin.cred': Buffer.from('person P "J\xfcrgen"', 'latin1'),
      'utf16.cred': Buffer.from('\ufeffperson P', 'utf16le'),
    };
    const ran = await check(files, '.', '--format', 'compact');
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toMatch(/^a\.cred:.* certification\/goal/m);
    expect(ran.out).toMatch(
      /^latin\.cred:1:1: error language\/unreadable: This file is not UTF-8 text, .* Save it with the encoding UTF-8\.$/m,
    );
    expect(ran.out).toMatch(/^utf16\.cred:1:1: error language\/unreadable/m);
    expectRefused(await check(files, 'a.cred', 'latin.cred'), /^"latin\.cred" is not UTF-8 text\. Save it with the encoding UTF-8\.\n/);
  });

  test('a file of the project that is not asked for and cannot be read is only mentioned', async () => {
    expect(await check({ 'a.cred': CLEAN, 'latin.cred': Buffer.from('\xfc', 'latin1') }, 'a.cred')).toMatchObject({
      code: 0,
      err: '"latin.cred" is not UTF-8 text. Save it with the encoding UTF-8.\n',
    });
  });

  test.each([
    ['{"rules": ', /cred\.json:1:\d+ {2}error {2}language\/config\n {2}This is not valid JSON: a value is expected here\./],
    ['{"rules": []}', /"rules" is to be an object, in \{ and \}\./],
    ['{"rules": {"certification/goal": "loud"}}', /"certification\/goal" cannot be "loud"\. It may be error, warning/],
  ])('a broken cred.json is an error: %s', async (content, message) => {
    const ran = await check({ 'a.cred': CLEAN, 'cred.json': content });
    expect(ran).toMatchObject({ code: 1, err: '' });
    expect(ran.out).toMatch(message);
  });

  test('the help of every command shows an example and what the exit codes mean', async () => {
    const commands = [...(await cred(root, ['--help'])).out.matchAll(/^ {2}([a-z]+)(?= )/gm)]
      .map(([, name]) => name!)
      .filter(name => name !== 'help');
    expect(commands.length).toBeGreaterThan(12);
    for (const command of commands) {
      const ran = await cred(root, ['help', command]);
      expect(ran.code, command).toBe(0);
      expect(ran.out, command).toMatch(/^Examples?[:,]/m);
      expect(ran.out, command).toMatch(/^Exit code: 0/m);
    }
  });

  test('help and version are no errors', async () => {
    expect(await cred(root, ['--help'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('check [options]') });
    expect(await cred(root, ['check', '--help'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('--as-of <date>') });
    expect(await cred(root, ['--version'])).toEqual({
      code: 0,
      err: '',
      out: `${JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version}\n`,
    });
  });

  test.skipIf(process.platform === 'win32')('a reader that goes away is no failure', () => {
    const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${CRED}" check examples examples/both | head -n 1`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
  });
});

test('the number of threads changes nothing but the time', async () => {
  const files: Record<string, string> = { 'org.cred': CLEAN };
  for (let i = 0; i < 24; i++)
    files[`p${i}.cred`] =
      `certification P${i} "Program ${i}" {\n  owner: ${i % 3 ? 'ABWP' : 'ABPW'}\n  prepares-for: P${i + 1}\n  goal: ${i % 2 ? '?' : 'acquire-competence'}\n}\ncertificate TWICE "Twice" { }\n`;
  const folder = folderOf(files);
  const one = await cred(folder, ['check', '--format', 'json', '--jobs', '1']);
  expect(json(one).summary.errors).toBeGreaterThan(24);
  expect(rulesByFile(one)['p3.cred']).toEqual(expect.arrayContaining(['language/duplicate-name', 'language/unresolved-reference']));
  for (const jobs of ['2', '5', '99']) expect(await cred(folder, ['check', '--format', 'json', '--jobs', jobs])).toEqual(one);
});

test('cred lsp --stdio answers an editor', async () => {
  const server = spawn(process.execPath, [CRED, 'lsp', '--stdio']);
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  const answer = await new Promise<string>((resolve, reject) => {
    server.once('exit', code => reject(new Error(`it ended with ${code}`)));
    let said = '';
    server.stdout.on('data', data => {
      said += data;
      if (said.includes('"hoverProvider":true')) resolve(said);
    });
  });
  server.removeAllListeners('exit');
  server.kill();
  expect(answer).toMatch(/^Content-Length: \d+\r\n/);
});
