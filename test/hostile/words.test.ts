/** Names and texts of others steer no terminal, no log and no page. */

import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { differences } from '../../cli/formats/differences.ts';
import { FORMATS } from '../../cli/formats/formats.ts';
import { textOf } from '../../cli/formats/writer.ts';
import type { CheckRun } from '../../cli/result/result.ts';
import { exportMarkdown } from '../../exchange/markdown.ts';
import { printable, printableLines, printableText } from '../../language/model/printable.ts';
import { CRED } from '../command.ts';
import { folderWith } from './folders.ts';

const EVIL = 'a\u001b[31m\u202eb\u009bc\u0007\u2066\rd';
/** What no text for people may hold; line feeds are the format's own. */
const STEERS = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const finding = {
  rule: 'certification/goal',
  severity: 'error',
  message: EVIL,
  range,
  help: 'docs/x.md',
  fixes: [{ title: EVIL, safe: true }],
} as const;
const run: CheckRun = {
  asOf: '2026-01-01',
  files: [
    {
      file: `/${EVIL}`,
      path: EVIL,
      text: EVIL,
      findings: [finding],
      silenced: [],
      names: [],
      asked: [],
      programs: 1,
      holes: 0,
      isConfig: false,
    },
  ],
  summary: { files: 1, programs: 1, errors: 1, warnings: 0, information: 0, holes: 0 },
};

test('one function for all: what steers is replaced, everything else stays', () => {
  expect(printable('Prüfung “1”\t日本 ')).toBe('Prüfung “1”  日本 ');
  for (const made of [printable(EVIL), printableLines(EVIL), printableText(EVIL)]) expect(made).not.toMatch(STEERS);
  expect(printableLines('a\nb\r\nc')).toBe('a\nb\ufffd\nc');
  expect(printableText('a\r\n\tb')).toBe('a b');
});

test.each(['pretty', 'compact', 'github', 'markdown', 'junit'])('--format %s', name => {
  const said = textOf(
    FORMATS[name]!({ asOf: run.asOf, colours: false, version: '1', page: () => undefined, severity: () => undefined, cwd: '/' }),
    run,
  );
  expect(said).toContain('certification/goal');
  expect(said).not.toMatch(STEERS);
});

test('export --to markdown, and the changes of a program', () => {
  const block = {
    kind: 'certification',
    name: 'C',
    title: EVIL,
    properties: { website: `https://x.example/${EVIL.replaceAll(/\s/g, '')}`, summary: EVIL },
  };
  expect(exportMarkdown([block])).not.toMatch(STEERS);
  const change = { type: 'changed', path: 'x', what: EVIL, before: EVIL, after: EVIL, notice: [] } as const;
  for (const format of ['text', 'markdown'] as const)
    expect(differences([{ kind: 'certification', name: 'C', title: EVIL, changes: [change] }], format, false)).not.toMatch(STEERS);
});

test.skipIf(process.platform === 'win32')('names of files and arguments on stdout and stderr', () => {
  const folder = folderWith({
    [`${EVIL}.cred`]: 'person   P "P"\norganization A "A" { legal-frm: nonprofit }\n',
    'latin.cred': Buffer.from([0xff]),
  });
  const said = (...args: string[]): string => {
    const { stdout, stderr } = spawnSync(process.execPath, [CRED, ...args], { cwd: folder, encoding: 'utf8' });
    expect(stdout + stderr).not.toBe('');
    return stdout + stderr;
  };
  for (const args of [
    ['fmt', '--check'],
    ['fix'],
    ['check', `${EVIL}x`],
    ['check', `--${EVIL}`],
    [EVIL],
    ['check', '--as-of', EVIL],
    ['report', '-o', `${EVIL}/x.html`],
    ['explain', EVIL],
  ])
    expect(said(...args), args.join(' ')).not.toMatch(STEERS);
});
