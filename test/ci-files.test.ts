/** What teams put into their CI, run here as they would run it; and the shell completions, in a shell. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CRED, cred, folderOf } from './command.ts';

const root = path.resolve(import.meta.dirname, '..');
const yaml = (file: string) => parse(readFileSync(path.join(root, file), 'utf8'));
const GOAL = 'certification CWT "Widget Technician" {\n  status: developing\n  goal: acquire-competence\n}\n';
const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

describe('the GitHub Action', () => {
  const action = yaml('action.yml');
  /** Runs its steps in a folder as a runner does: inputs come by the environment. */
  const run = (folder: string, inputs: Record<string, string>) => {
    const summary = path.join(folder, 'summary.md');
    let last = { status: 0 as number | null, stdout: '' };
    for (const step of action.runs.steps) {
      const given = Object.entries(step.env as Record<string, string>).map(([name, value]) => [
        name,
        value.includes('github.action_path')
          ? root
          : (inputs[/inputs\.([\w-]+)/.exec(value)![1]!] ?? action.inputs[/inputs\.([\w-]+)/.exec(value)![1]!].default),
      ]);
      last = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, ...Object.fromEntries(given), GITHUB_STEP_SUMMARY: summary },
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

test('the hooks of pre-commit are commands that there are', () => {
  const folder = folderOf({ 'a.cred': GOAL });
  for (const hook of yaml('.pre-commit-hooks.yaml')) {
    const [command, ...args] = hook.entry.split(' ');
    expect(command).toBe('cred');
    expect(new RegExp(hook.files).test('programs/a.cred')).toBe(true);
    expect(cred(folder, [...args, 'a.cred']).code, hook.entry).toBeLessThan(2);
  }
});

test('the page about CI shows commands and YAML that work', () => {
  const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
  const fences = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => parse(text!));
  expect(fences).toHaveLength(3);
  const [, gitlab] = fences;
  const folder = folderOf({ 'a.cred': GOAL });
  const [install, check] = gitlab.cred.script as string[];
  expect(install).toMatch(/^npm install --global https:\/\/\S+\.tgz$/); // "cred" on npm is another package
  const [command, ...args] = check!.split(' ');
  expect(command).toBe('cred');
  expect(cred(folder, args).code).toBe(1);
  for (const file of Object.values(gitlab.cred.artifacts.reports)) expect(existsSync(path.join(folder, String(file)))).toBe(true);
});

describe('completions', () => {
  const script = (shell: string): string => cred(root, ['completion', shell]).out;
  const commands = [...cred(root, ['--help']).out.matchAll(/^ {2}([a-z]+)(?= )/gm)]
    .map(([, name]) => name!)
    .filter(name => name !== 'help');

  test('bash completes commands, options and words', () => {
    const completed = (...words: string[]): string[] => {
      const line = `${script('bash')}\nCOMP_WORDS=(cred ${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _cred; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8', cwd: root });
      expect(stderr).toBe('');
      return stdout.trim().split('\n');
    };
    expect(commands.length).toBeGreaterThan(5);
    expect(completed('')).toEqual(expect.arrayContaining(commands));
    expect(completed('che')).toEqual(['check']);
    expect(completed('check', '--for')).toEqual(['--format']);
    expect(completed('check', '--format', 's')).toEqual(['sarif']);
    expect(completed('check', 'examp')).toEqual(['examples']);
    expect(completed('completion', 'f')).toEqual(['fish']);
  });

  test.each(['zsh', 'fish'])('%s names every command and option', shell => {
    const text = script(shell);
    for (const command of commands) expect(text).toContain(command);
    expect(text).toContain(shell === 'fish' ? '-l max-warnings' : '--max-warnings[');
    // Quotes are closed: a line with one too many would swallow the next.
    for (const line of text.split('\n'))
      expect((line.replaceAll("'\\''", '').replaceAll("\\'", '').match(/'/g) ?? []).length % 2, line).toBe(0);
    if (has(shell)) expect(spawnSync(shell, ['-n'], { input: text, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  test('another shell is refused', () => {
    expect(cred(root, ['completion', 'cmd'])).toMatchObject({ code: 2, out: '' });
  });
});

test('the command line is built', () => expect(existsSync(CRED)).toBe(true));
