/** The table of exit codes in docs/cli.md: every exit code of the table occurs, and every code that occurs is in the table. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CRED, cred, credProcess, folderOf, type Ran } from './command.ts';

const GOAL = 'certification CWT "Widget Technician" {\n  goal: acquire-competence\n}\n';
const FILES = {
  'clean.cred': 'person P "P"\n',
  'flawed.cred': GOAL,
  'slip.cred': 'organization A "A" { legal-frm: nonprofit }\n',
  'untidy.cred': 'person   Q "Q"\n',
  'nameless.cred': 'certification CWA ? {\n  goal: validate-competence\n}\n',
  'record.csv': 'title,kind\nSheet,certificate\n',
  'record.cred': '',
  'broken.json': '{',
  'unset/cred.json': '{',
  'unset/a.cred': 'person R "R"\n',
};

/** The arguments that end with each exit code, by command. `all others` are the remaining commands. */
const CASES: Readonly<Record<string, Readonly<Record<number, readonly (readonly string[])[]>>>> = {
  check: {
    0: [['clean.cred']],
    1: [['flawed.cred'], ['nameless.cred', '--max-warnings', '0']],
    2: [['none.cred'], ['--nope'], ['clean.cred', '--format', 'json=no/such/folder'], ['clean.cred', '--baseline', 'none.json']],
  },
  fix: { 0: [['clean.cred']], 1: [['flawed.cred'], ['slip.cred', '--dry-run'], ['unset']], 2: [['none.cred'], ['--nope']] },
  import: { 0: [['record.csv']], 1: [['broken.json']], 2: [['none.json'], ['--nope'], ['record.csv', '-o', '.']] },
  export: {
    0: [['clean.cred', '--to', 'json']],
    1: [['nameless.cred', '--to', 'open-badges']],
    2: [
      ['none.cred', '--to', 'json'],
      ['--to', 'paper'],
      ['clean.cred', '--to', 'json', '-o', 'broken.json'],
    ],
  },
  fmt: { 0: [['clean.cred'], ['clean.cred', '--check']], 1: [['untidy.cred', '--check'], ['unset']], 2: [['none.cred'], ['--nope']] },
  diff: {
    0: [
      ['clean.cred', 'flawed.cred'],
      ['clean.cred', 'clean.cred', '--exit-code'],
    ],
    1: [['clean.cred', 'flawed.cred', '--exit-code']],
    2: [['clean.cred'], ['clean.cred', 'none.cred']],
  },
  init: { 0: [['--help']], 2: [['none'], ['--answers', 'broken.json']] },
  fill: { 0: [['flawed.cred'], ['clean.cred', '--list']], 1: [['unset/a.cred']], 2: [['none.cred'], ['.']] },
  path: { 0: [['flawed.cred']], 2: [['none.cred']] },
  readiness: { 0: [['flawed.cred']], 2: [['none.cred'], ['--standard', 'NONE', 'flawed.cred']] },
  report: { 0: [['flawed.cred']], 2: [['clean.cred'], ['none.cred']] },
  explain: { 0: [['certification/goal']], 2: [['nothing-at-all'], []] },
  rules: { 0: [[]], 2: [['--nope']] },
  lsp: { 2: [['--nope']] },
  mcp: { 0: [[]], 2: [['none']] },
  completion: { 0: [['bash']], 2: [['cmd']] },
  man: { 0: [[]], 2: [['--nope']] },
};

const page = readFileSync(path.resolve(import.meta.dirname, '../docs/cli.md'), 'utf8');
const table = page.slice(page.indexOf('### Exit codes'), page.indexOf('## cred check'));
const rows = [...table.matchAll(/^\| (`.*?`|all others) \|(.*)\|(.*)\|(.*)\|$/gm)].map(([, name, ...codes]) => ({
  name: name!.replaceAll('`', ''),
  codes: [0, 1, 2].filter(code => codes[code]!.trim() !== ''),
}));
const row = (command: string) => rows.find(({ name }) => name === command) ?? rows.find(({ name }) => name === 'all others')!;

/** Commands that talk over the standard streams of their process. */
const SERVERS = ['lsp', 'mcp'];
const ended = async (folder: string, command: string, args: readonly string[]): Promise<Ran | Promise<Ran>> =>
  SERVERS.includes(command) ? credProcess(folder, [command, ...args]) : await cred(folder, [command, ...args]);

test('the table is for every command that there is', async () => {
  const commands = [...(await cred('.', ['--help'])).out.matchAll(/^ {2}([a-z]+)(?= )/gm)]
    .map(([, name]) => name!)
    .filter(name => name !== 'help');
  expect(Object.keys(CASES).sort()).toEqual(commands.sort());
  expect(rows.map(({ name }) => name).filter(name => !(name in CASES))).toEqual(['check --watch', 'all others']);
});

describe.each(Object.entries(CASES))('cred %s', (command, byCode) => {
  test.each(Object.entries(byCode).flatMap(([code, all]) => all.map(args => [Number(code), args] as const)))(
    '%i: %j',
    async (code, args) => {
      expect(row(command).codes).toContain(code);
      const ran = await ended(folderOf(FILES), command, args);
      expect(ran.code).toBe(code);
      if (code === 2) {
        expect(ran.out).toBe('');
        expect(ran.err.length).toBeGreaterThan(10);
      }
    },
  );

  test.runIf(rows.some(({ name }) => name === command))('each code of its row is among these', () => {
    expect(Object.keys(byCode).map(Number)).toEqual(row(command).codes);
  });
});

test.each(Object.entries(CASES).filter(([command]) => !SERVERS.includes(command)))(
  'cred %s as a process of its own says the same',
  async (command, byCode) => {
    const [[code, [args]]] = Object.entries(byCode) as [[string, readonly (readonly string[])[]]];
    const line = [command, ...args!];
    const ran = credProcess(folderOf(FILES), line);
    expect(ran.code).toBe(Number(code));
    expect(ran).toEqual(await cred(folderOf(FILES), line));
  },
);

test('cred check --watch ends with 0 on Ctrl-C', { timeout: 20_000 }, async () => {
  expect(row('check --watch').codes).toEqual([0, 2]);
  const child = spawn(process.execPath, [CRED, 'check', '--watch'], { cwd: folderOf(FILES), stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<number | null>(resolve => child.on('exit', code => resolve(code)));
  child.stderr.on('data', said => void (/Watching/.test(String(said)) && child.kill('SIGINT')));
  expect(await ended).toBe(0);
});
