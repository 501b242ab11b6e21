/** Programs by careful authors, modelled on real ones: they have exactly the findings that are marked. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findingsOf, marked, shown } from './expect.ts';

const TODAY = '2026-11-30';
const folder = path.join(import.meta.dirname, 'careful-programs');
const files = readdirSync(folder).filter(name => name.endsWith('.cred'));
const textOf = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

test.each(files)('%s', name => {
  const { text, marks } = marked(textOf(name));
  const found = findingsOf(text, TODAY).filter(({ rule }) => rule !== 'language/hole' && rule !== 'program/path');
  expect(
    found.map(({ rule, range }) => `${range.start.line + 1}:${range.start.character} ${rule}`),
    found.map(one => shown(one, text)).join('\n'),
  ).toEqual(marks.map(({ line, start, rule }) => `${line + 1}:${start} ${rule}`));
});

test('there are many of them, of every kind', () => {
  const kinds = files.flatMap(name => textOf(name).match(/^(?:certification|certificate|attendance|program) /gm) ?? []);
  expect(kinds.length).toBeGreaterThan(40);
  expect(new Set(kinds).size).toBe(4);
});
