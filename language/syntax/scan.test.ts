import { expect, test } from 'vitest';
import { lex } from './lexer.ts';
import { ahead, textEnd } from './scan.ts';

test('a text that nothing closes is read in one pass, however many backslashes it has', () => {
  const [token] = lex(`"${'\\'.repeat(100_000)}`).tokens;
  expect(token).toMatchObject({ kind: 'string', flaw: 'unclosed-text', length: 100_001 });
});

test('an escaped mark does not close a text; the last one does where no other is left on the line', () => {
  expect(textEnd(String.raw`"a\" b" c`, 0)).toBe(7);
  expect(textEnd(String.raw`"C:\files\" x`, 0)).toBe(11);
  expect(textEnd(String.raw`"a\\" b"`, 0)).toBe(5);
  expect(textEnd('"a\n"', 0)).toBe(-1);
});

test('a search is made once for all places before what it found', () => {
  let searches = 0;
  const next = ahead(from => {
    searches++;
    return from <= 10 ? 10 : Number.POSITIVE_INFINITY;
  });
  expect([0, 3, 10, 11, 500].map(next)).toEqual([10, 10, 10, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(searches).toBe(2);
});
