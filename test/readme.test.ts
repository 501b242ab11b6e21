/** The outputs in the README are those of Cred. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cred, folderOf } from './command.ts';

const root = path.resolve(import.meta.dirname, '..');
const fence = (text: string, language: string): string => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(text)![1]!;

test('the program of the README, and what Cred says of it', async () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const program = fence(readme, 'cred');
  expect(program.trimEnd().split('\n')).toHaveLength(10);
  const [command, ...output] = fence(readme, 'text').split('\n');
  expect(command).toBe('$ npx cred check safety.cred');
  expect((await cred(folderOf({ 'safety.cred': program }), ['check', '--as-of', '2026-11-24', 'safety.cred'])).out).toBe(output.join('\n'));
});

test('the page of the language has no slip in its program', async () => {
  const program = fence(readFileSync(path.join(root, 'docs/language.md'), 'utf8'), 'cred');
  const { code, out } = await cred(folderOf({ 'page.cred': program }), ['check', '--as-of', '2026-11-24', '--format', 'json']);
  const rules = JSON.parse(out).files[0].findings.map((finding: { rule: string }) => finding.rule);
  expect(rules).toContain('language/hole');
  expect(rules.filter((rule: string) => rule.startsWith('language/') && rule !== 'language/hole')).toEqual([]);
  expect(code).toBe(0);
});

test.each([
  'README.md',
  'CONTRIBUTING.md',
  'docs/cli.md',
  'docs/language.md',
  'docs/architecture.md',
  'docs/exchange.md',
  'docs/editors.md',
  'docs/keyboard.md',
  'docs/ci.md',
  'MARKETPLACE.md',
  'examples/README.md',
])('every link of %s leads somewhere', page => {
  const links = [...readFileSync(path.join(root, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map(([, link]) => link!);
  for (const link of links) expect(existsSync(path.join(root, path.dirname(page), link)), link).toBe(true);
});
