import { expect, test } from 'vitest';
import { words } from '../../test/cursor.ts';
import { projectOf } from '../../test/expect.ts';
import { type DocumentSymbol, documentSymbols, workspaceSymbols } from './symbols.ts';

const text =
  'organization O "Org" { body b "Board" }\ncertification C "Cert" {\n  eligibility "Route" { experience: 1 year }\n  maintenance { cycle: 3 years }\n  assessment exam ? { standard-setting { method: ? } }\n}\n';

test('the outline of a file', () => {
  const file = projectOf({ 'a.cred': text }).file('a.cred')!;
  const shown = (symbol: DocumentSymbol, depth = 0): string[] => [
    `${'  '.repeat(depth)}${symbol.name} | ${symbol.detail} | ${words(text, file, symbol.selectionRange)}`,
    ...symbol.children.flatMap(child => shown(child, depth + 1)),
  ];
  expect(documentSymbols(file).flatMap(symbol => shown(symbol))).toEqual([
    'O | organization “Org” | O',
    '  b | body “Board” | b',
    'C | certification “Cert” | C',
    '  Route | eligibility | "Route"',
    '  maintenance |  | maintenance',
    '  exam | assessment | exam',
    '    standard-setting |  | standard-setting',
  ]);
  const [, certification] = documentSymbols(file);
  expect(words(text, file, certification!.range)).toMatch(/^certification C[^]*\}$/);
});

test('names never come out empty while somebody types', () => {
  const file = projectOf({ 'a.cred': '{ }\nassessment "" { }\ncertification' }).file('a.cred')!;
  expect(documentSymbols(file).map(symbol => symbol.name)).toEqual(['assessment', 'certification']);
});

test('blocks of the project by name, title or path, without the built-in standards', () => {
  const project = projectOf({ 'a.cred': text, 'b.cred': 'person p "Pat Board"' });
  const found = (query: string): string[] =>
    workspaceSymbols(project.own, query).map(({ name, containerName, uri }) => `${uri} ${containerName ?? ''} ${name}`);
  expect(found('board')).toEqual(['a.cred O b “Board”', 'b.cred  p “Pat Board”']);
  expect(found('O.b')).toEqual(['a.cred O b “Board”']);
  expect(found('')).toHaveLength(5);
  expect(found('NCCA')).toEqual([]);
});
