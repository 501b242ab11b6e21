/** `cred`: its output, the streams that it writes to, and its exit codes. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { CLEAN, CRED, check, cred, folderOf, GOAL, json, type Ran, rulesByFile } from './command.ts';

const root = path.resolve(import.meta.dirname, '..');
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
