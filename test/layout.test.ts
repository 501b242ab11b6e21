/** One layout: the examples, the fences of the docs and the texts that Cred writes are laid out as by `cred fmt`. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formatted } from '../cli/checking/fixing.ts';
import { template } from '../language/services/template.ts';
import { PROGRAMS } from '../language/vocabulary/define.ts';
import { marked } from './expect.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const below = (folder: string, ending: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => path.posix.join(folder, name.replaceAll('\\', '/')))
    .sort();
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

const PAGES = [
  'README.md',
  'MARKETPLACE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...['docs', 'examples', 'language', 'walkthrough'].flatMap(folder => below(folder, '.md')),
];

/** The programs that a page shows, without the marks below what is found in them. */
const shownIn = (page: string): string[] =>
  [...read(page).matchAll(/^([ \t]*)```cred[^\n]*\n([\s\S]*?)^\1```/gm)].map(
    ([, indent, source]) => marked(source!.replaceAll(new RegExp(`^${indent}`, 'gm'), '')).text,
  );

test.each(below('examples', '.cred'))('%s', name => {
  const text = read(name);
  expect(formatted(text)).toBe(text);
});

test('programs on pages', () => {
  const shown = PAGES.flatMap(page => shownIn(page).map(text => [page, text] as const));
  expect(shown.length).toBeGreaterThan(400);
  for (const [page, text] of shown) expect(formatted(text), page).toBe(text);
});

test('the standards that come with Cred', () => {
  for (const name of below('language/standards', '.cred')) expect(formatted(read(name)), name).toBe(read(name));
});

test('what new programs begin with', () => {
  for (const kind of [...PROGRAMS, 'organization']) {
    const text = template(kind, 'X', 'Title');
    expect(formatted(text), kind).toBe(text);
  }
});
