/** A `cred.json` with mistakes is told by every command, and while it cannot be read no file is rewritten under it. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cred, folderOf } from '../command.ts';

const ROUGH = 'certification A "A" {\nstatus:   operating\n}\n';
const ANSWERS = JSON.stringify({
  ...{ title: 'Course', owner: '', goal: 'acquire', purpose: 'build' },
  ...{ instruction: 'required', assessment: 'none', award: 'attendance' },
});
const RECORD = '{"title": "B", "kind": "certification"}';

/** Each command that reads settings, with whether it rewrites files, and its standard input. */
const COMMANDS: readonly { readonly args: readonly string[]; readonly rewrites?: boolean; readonly input?: string }[] = [
  { args: ['fmt'], rewrites: true },
  { args: ['fmt', '--check'], rewrites: true },
  { args: ['fmt', '--stdin'], rewrites: true, input: ROUGH },
  { args: ['fix', '--unsafe'], rewrites: true },
  { args: ['fix', '--dry-run'], rewrites: true },
  { args: ['fill', 'a.cred'], rewrites: true, input: 'quit\n' },
  { args: ['fill', 'a.cred', '--list'] },
  { args: ['readiness'] },
  { args: ['readiness', '--format', 'docx', '-o', 'new.docx'] },
  { args: ['path'] },
  { args: ['report'] },
  { args: ['report', '--format', 'docx', '-o', 'new.docx'] },
  { args: ['export', '--to', 'json'] },
  { args: ['export', '--to', 'xlsx', '-o', 'new.xlsx'] },
  { args: ['diff', 'a.cred', 'b.cred'] },
  { args: ['import', 'b.json', '-o', '.'] },
  { args: ['init', '.', '--print', '--answers', '-'], input: ANSWERS },
];

/** Commands that read no settings, or show their mistakes as findings. */
const OTHERS = ['check', 'explain', 'rules', 'lsp', 'mcp', 'completion', 'man', 'help'];

const folderUnder = (config: string): string => folderOf({ 'a.cred': ROUGH, 'b.cred': '', 'b.json': RECORD, 'cred.json': config });
const filesOf = (folder: string): string[] => ['a.cred', 'b.cred'].map(name => readFileSync(path.join(folder, name), 'utf8'));

test('the table has every command', async () => {
  const { out } = await cred(folderOf({}), ['--help']);
  const named = [...out.slice(out.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(10);
  expect(new Set([...COMMANDS.map(({ args }) => args[0]!), ...OTHERS])).toEqual(new Set(named));
});

describe.each(COMMANDS)('cred $args', ({ args, rewrites = false, input }) => {
  const ran = (folder: string) => cred(folder, args, input === undefined ? {} : { input });

  test('tells that cred.json is no JSON, once, and rewrites nothing under it', async () => {
    const folder = folderUnder('{ "exclude": ["a.cred"], ');
    const { code, err, out } = await ran(folder);
    expect(err.match(/^cred\.json:1:\d+: This is not valid JSON: .*$/gm)).toHaveLength(1);
    expect(err.includes('Nothing is changed where "cred.json" counts')).toBe(rewrites);
    if (rewrites) expect([code, out]).toEqual([1, args.includes('--stdin') ? ROUGH : '']);
    expect(filesOf(folder)).toEqual([ROUGH, '']);
  });

  test('tells that cred.json cannot be read', async () => {
    const folder = folderOf({ 'a.cred': ROUGH, 'b.cred': '', 'b.json': RECORD });
    mkdirSync(path.join(folder, 'cred.json'));
    const { code, err } = await ran(folder);
    expect(err.match(/^"cred\.json" is a folder\. .*$/gm)).toHaveLength(1);
    if (rewrites) expect(code).toBe(1);
    expect(filesOf(folder)).toEqual([ROUGH, '']);
  });

  test('tells a mistake in one setting, and follows the others', async () => {
    const folder = folderUnder('{ "exclude": ["b.cred"], "indent": "wide" }');
    const wrong = await ran(folder);
    expect(wrong.err.match(/^cred\.json:1:36: "indent" is to be .*$/gm)).toHaveLength(1);
    const right = await ran(folderUnder('{ "exclude": ["b.cred"] }'));
    expect(wrong.code).toBe(right.code);
    expect(right.err).not.toContain('cred.json:1');
  });
});

test('"check" has the same mistakes as findings, and the same status', async () => {
  const { code, out, err } = await cred(folderUnder('{ "exclude": ["a.cred"], '), ['check', '--format', 'compact']);
  expect([code, err]).toEqual([1, expect.not.stringContaining('cred.json:')]);
  expect(out).toMatch(/^cred\.json:1:\d+: error .*This is not valid JSON: /m);
});
