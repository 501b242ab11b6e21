/** Runs the files that teams put into their CI as they would run them, and the shell completions in a shell. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CRED, cred, folderOf, GOAL } from './command.ts';

const root = path.resolve(import.meta.dirname, '..');
const yaml = (file: string) => parse(readFileSync(path.join(root, file), 'utf8'));
const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

describe('the GitHub Action', () => {
  const action = yaml('action.yml');
  /** Runs its steps in a folder as a runner does: inputs come by the environment. */
  const run = (folder: string, inputs: Record<string, string>, { action: at = root, env = {} }: { action?: string; env?: object } = {}) => {
    const summary = path.join(folder, 'summary.md');
    let last = { status: 0 as number | null, stdout: '' };
    for (const step of action.runs.steps) {
      const given = Object.entries(step.env as Record<string, string>).map(([name, value]) => [
        name,
        value.includes('github.action_path')
          ? at
          : (inputs[/inputs\.([\w-]+)/.exec(value)![1]!] ?? action.inputs[/inputs\.([\w-]+)/.exec(value)![1]!].default),
      ]);
      last = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 26,
        env: { ...process.env, ...Object.fromEntries(given), GITHUB_STEP_SUMMARY: summary, ...env },
      });
      if (last.status !== 0) break;
    }
    return { ...last, summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '' };
  };

  test('annotates, writes SARIF and a summary, and fails on errors', () => {
    const folder = folderOf({ 'a b.cred': GOAL, 'other/c.cred': 'person P "P"\n' });
    const ran = run(folder, { paths: 'a b.cred\nother\n', sarif: 'out.sarif' });
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(/^::error file=a b\.cred,line=3,/m);
    expect(JSON.parse(readFileSync(path.join(folder, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(ran.summary).toContain('# Cred');
  });

  test('the summary is of what was asked for', async () => {
    const folder = folderOf({ 'a.cred': GOAL, 'b.cred': 'organization A "A" { legal-frm: nonprofit }\n' });
    await cred(folder, ['check', 'a.cred', '--baseline', 'known.json', '--update-baseline']);
    const ran = run(folder, { baseline: 'known.json' });
    expect(ran.status).toBe(1);
    expect(ran.summary).toContain('language/unknown-property');
    expect(ran.summary).not.toContain('certification/goal');
  });

  test('the summary is short enough for GitHub', () => {
    const many = Array.from({ length: 900 }, (_, i) => GOAL.replace('CWT', `C${i}`)).join('');
    const { summary } = run(folderOf({ 'a.cred': many }), {});
    expect(Buffer.byteLength(summary)).toBeLessThan(1 << 20);
    expect(summary).toMatch(/\nand \d+ more\.\n$/);
  });

  test('a tree without what is built takes the package of its version from npm, and runs that', () => {
    const folder = folderOf({ 'a.cred': GOAL, 'action/package.json': '{ "version": "9.8.7" }' });
    const bin = folderOf({});
    const log = path.join(bin, 'asked');
    // Stands for npm: it writes down what it was asked for, and puts the package of this build there.
    const made = `mkdir -p "$3/node_modules/cred-lang" && ln -s '${path.join(root, 'dist')}' "$3/node_modules/cred-lang/dist"`;
    writeFileSync(path.join(bin, 'npm'), `#!/bin/bash\necho "$*" >> '${log}'\n${made}\n`, { mode: 0o755 });
    const env = { PATH: `${bin}:${process.env.PATH}`, RUNNER_TEMP: folder };
    const ran = run(folder, {}, { action: path.join(folder, 'action'), env });
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain('::error file=a.cred');
    const asked = `install --prefix ${folder}/cred-lang --ignore-scripts --no-save --no-audit --no-fund cred-lang@9.8.7\n`;
    expect(readFileSync(log, 'utf8')).toBe(asked);
  });

  test('wrong usage is status 2 and leaves no summary', () => {
    const ran = run(folderOf({ 'a.cred': GOAL }), { 'max-warnings': 'few' });
    expect(ran).toMatchObject({ status: 2, summary: '' });
    expect(ran.stdout).toMatch(/^::error title=Cred::"few" does not fit --max-warnings/);
  });

  test('succeeds without errors, and takes a path for a path', () => {
    const folder = folderOf({ 'a.cred': 'person P "P"\n' });
    expect(run(folder, {}).status).toBe(0);
    const ran = run(folder, { paths: '$(touch stolen)\n--help\n' });
    expect(ran.status).toBe(2);
    expect(existsSync(path.join(folder, 'stolen'))).toBe(false);
  });

  test('gives no input to the script itself', () => {
    for (const step of action.runs.steps) expect(step.run).not.toContain('${{');
  });
});

/** The package that pre-commit, npx and npm install, packed from a copy of the repository. */
describe('the package', () => {
  const to = folderOf({});
  const packed = spawnSync('npm', ['pack', '--pack-destination', to], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });

  test('is packed without a word but its name, which pre-commit reads', () => {
    expect(packed.stdout.trim()).toMatch(/^cred-[\d.]+\.tgz$/);
  });

  test('holds all that the commands need', () => {
    expect(spawnSync('tar', ['xzf', packed.stdout.trim()], { cwd: to }).status).toBe(0);
    writeFileSync(path.join(to, 'a.cred'), GOAL);
    const installed = (...args: string[]) =>
      spawnSync(process.execPath, [path.join(to, 'package/dist/cred.cjs'), ...args], { cwd: to, encoding: 'utf8', input: '' });
    expect(installed('check', 'a.cred').stdout).toContain('certification/goal');
    expect(installed('check', 'a.cred', '--jobs', '2').stdout).toContain('certification/goal');
    expect(installed('explain', 'certification/goal').stdout).toContain('Why');
    expect(installed('readiness', '--standard', 'NCCA-2021', 'a.cred').stdout).toContain('Job Analysis');
    expect(installed('export', '--to', 'json', 'a.cred').stdout).toContain('Widget Technician');
    expect(installed('mcp')).toMatchObject({ status: 0, stderr: '' });
    expect(installed('lsp', '--stdio').stderr).toBe('');
    expect(readdirSync(path.join(to, 'package')).sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'cred-model.schema.json', 'cred.schema.json', 'dist', 'docs', 'package.json'].sort(),
    );
  });
});

test('the hooks of pre-commit are commands that there are', async () => {
  const folder = folderOf({ 'a.cred': GOAL });
  for (const hook of yaml('.pre-commit-hooks.yaml')) {
    const [command, ...args] = hook.entry.split(' ');
    expect(command).toBe('cred');
    expect(new RegExp(hook.files).test('programs/a.cred')).toBe(true);
    expect((await cred(folder, [...args, 'a.cred'])).code, hook.entry).toBeLessThan(2);
  }
});

describe('the page about CI', () => {
  const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
  const fences = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => parse(text!));

  test('shows YAML that can be read, with the action’s own inputs', () => {
    expect(fences).toHaveLength(4);
    const { with: given } = fences[0].jobs.cred.steps[1];
    expect(Object.keys(yaml('action.yml').inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
    expect(fences[0].on).toEqual({ pull_request: null, push: { branches: ['main'] } });
    expect(fences[3].repos[0].hooks.map(({ id }: { id: string }) => id)).toEqual(
      yaml('.pre-commit-hooks.yaml').map(({ id }: { id: string }) => id),
    );
  });

  test('names the actions of others by commit, with the version behind it', () => {
    const others = [...page.matchAll(/^ *- uses: (\S+)(.*)$/gm)].filter(([, action]) => !action!.startsWith('OWNER/'));
    expect(others.map(([, action]) => action!.split('@')[0])).toEqual(['actions/checkout', 'github/codeql-action/upload-sarif']);
    for (const [line, action, rest] of others) {
      expect(action, line).toMatch(/@[0-9a-f]{40}$/);
      expect(rest, line).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  test('shows commands that work, for each service', async () => {
    const commands = [...page.matchAll(/npx --yes (cred-lang@\S+) ([^'\n]+)/g)];
    expect(commands).toHaveLength(3);
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    for (const [, name, words] of commands) {
      const folder = folderOf({ 'a.cred': GOAL });
      expect(name).toBe(`cred-lang@${version}`);
      expect((await cred(folder, words!.split(' '))).code).toBe(1);
      for (const [, file] of words!.matchAll(/=(\S+)/g)) expect(existsSync(path.join(folder, file!))).toBe(true);
    }
    for (const file of Object.values(fences[1].cred.artifacts.reports)) expect(commands[0]![2]).toContain(`=${file}`);
  });

  test('never hides why a check could not be made: no upload without a file', () => {
    const upload = fences[0].jobs.cred.steps[2];
    expect(upload.if).toContain("hashFiles('cred.sarif') != ''");
  });
});

describe('completions', async () => {
  const script = async (shell: string): Promise<string> => (await cred(root, ['completion', shell])).out;
  const commands = [...(await cred(root, ['--help'])).out.matchAll(/^ {2}([a-z]+)(?= )/gm)]
    .map(([, name]) => name!)
    .filter(name => name !== 'help');

  test('bash completes commands, options and words', async () => {
    const folder = folderOf({ 'my programs/my course.cred': 'person P "P"\n' });
    const completed = (...words: string[]): Promise<string[]> => completedIn(root, ...words);
    const completedIn = async (cwd: string, ...words: string[]): Promise<string[]> => {
      const line = `${await script('bash')}\nCOMP_WORDS=(cred ${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _cred; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8', cwd });
      expect(stderr).toBe('');
      return stdout.trim().split('\n');
    };
    expect(commands.length).toBeGreaterThan(5);
    expect(await completed('')).toEqual(expect.arrayContaining(commands));
    expect(await completed('che')).toEqual(['check']);
    expect(await completed('check', '--for')).toEqual(['--format']);
    expect(await completed('check', '--format', 's')).toEqual(['sarif']);
    expect(await completed('check', 'examp')).toEqual(['examples']);
    expect(await completedIn(folder, 'check', 'my')).toEqual(['my programs']);
    expect(await completedIn(folder, 'check', '--baseline', 'my programs/')).toEqual(['my programs/my course.cred']);
    expect(await completed('completion', 'f')).toEqual(['fish']);
    expect(await completed('check', '--format', '=', 's')).toEqual(['sarif']);
    expect(await completed('check', '--format', '=')).toContain('sarif');
    expect(await completed('explain', 'certification/goa')).toEqual(['certification/goal']);
    expect(await completed('readiness', '--standard', 'NCCA-2')).toEqual(['NCCA-2014', 'NCCA-2021']);
    expect(await completed('help', 'rea')).toEqual(['readiness']);
  });

  /** What a shell makes of a line when Tab is pressed at its end. */
  const CASES: readonly (readonly [line: string, wanted: string])[] = [
    ['cred che', 'check'],
    ['cred check --max', '--max-warnings'],
    ['cred check --format sar', 'sarif'],
    ['cred check --format=sar', '--format=sarif'],
    ['cred check a.c', 'a.cred'],
    ['cred explain certification/go', 'certification/goal'],
    ['cred readiness --standard NCCA-2021 --standard ISO-17024-201', 'ISO-17024-2012'],
    ['cred completion fi', 'fish'],
    ['cred help rea', 'readiness'],
  ];
  /** .ci/run installs the shells; elsewhere one that is not there is left out. */
  const wanted = (shell: string): boolean => process.env.CI !== undefined || has(shell);

  test.runIf(wanted('fish')).each(CASES)('fish: %s', async (line, expected) => {
    const folder = folderOf({ 'a.cred': '', 'cred.fish': await script('fish') });
    const asked = spawnSync('fish', ['--no-config', '-c', `source cred.fish; complete -C ${JSON.stringify(line)}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(asked.stderr).toBe('');
    expect(asked.stdout.split('\n').map(one => one.split('\t')[0])).toContain(expected);
  });

  test.runIf(wanted('zsh')).each([
    ['in $fpath', 'fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D'],
    ['sourced', 'autoload -Uz compinit; compinit -u -D; source ./_cred'],
  ])('zsh, %s', { timeout: 60_000 }, async (_, begin) => {
    const folder = folderOf({ 'a.cred': '', _cred: await script('zsh') });
    // Each line is followed by what is waited for, ten seconds at most.
    const pressed = `
      zmodload zsh/zpty
      zpty shell zsh -f -i
      read-until() {
        local part; integer ticks=0; said=
        until [[ $said == *"$1"* ]] || (( ticks > 500 )); do
          if zpty -r -t shell part; then said+=$part; else sleep 0.02; (( ticks += 1 )); fi
        done
      }
      zpty -w shell 'PS1=; stty -echo; ${begin}; bindkey "^I" complete-word; print ready'
      read-until ready
      for line wanted in "$@"; do
        zpty -w -n shell "$line"$'\\t'
        read-until "$wanted"
        print -r -- "\${(V)said}"
        zpty -w -n shell $'\\C-u'
        sleep 0.1
      done`;
    const { stdout } = spawnSync('zsh', ['-f', '-c', pressed, 'zsh', ...CASES.flat()], { cwd: folder, encoding: 'utf8' });
    const said = stdout.trimEnd().split('\n');
    expect(said).toHaveLength(CASES.length);
    for (const [i, [line, expected]] of CASES.entries()) expect(said[i], line).toContain(expected);
  });

  test.each(['zsh', 'fish'])('%s names every command and option', async shell => {
    const text = await script(shell);
    for (const command of commands) expect(text).toContain(command);
    expect(text).toContain(shell === 'fish' ? '-l max-warnings' : '--max-warnings=[');
    // All quotes are closed: an unclosed one would swallow the next line.
    for (const line of text.split('\n'))
      expect((line.replaceAll("'\\''", '').replaceAll("\\'", '').match(/'/g) ?? []).length % 2, line).toBe(0);
  });

  test('another shell is refused', async () => {
    expect(await cred(root, ['completion', 'cmd'])).toMatchObject({ code: 2, out: '' });
  });
});

test('the command line is built', () => expect(existsSync(CRED)).toBe(true));
