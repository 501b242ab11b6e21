import { expect, test } from 'vitest';
import { at, words } from '../../test/cursor.ts';
import { type SelectionRange, selectionRange } from './selection.ts';

function grown(source: string): string[] {
  const { file, position } = at(source);
  const all: string[] = [];
  for (let one: SelectionRange | undefined = selectionRange(file, position); one; one = one.parent)
    all.push(words(file.text, file, one.range));
  return all;
}

test('from a segment outwards', () => {
  expect(grown('award x {\n  requires: a.b<|>c, d\n  type: badge\n}\n')).toEqual([
    'bc',
    'a.bc',
    'a.bc, d',
    'requires: a.bc, d',
    'requires: a.bc, d\n  type: badge',
    '{\n  requires: a.bc, d\n  type: badge\n}',
    'award x {\n  requires: a.bc, d\n  type: badge\n}',
    'award x {\n  requires: a.bc, d\n  type: badge\n}\n',
  ]);
});
test('the words of a title', () => {
  expect(grown('award x "My fi<|>rst"')).toEqual(['first', 'My first', '"My first"', 'award x "My first"']);
});
test('a quantity, a comment, an empty file', () => {
  expect(grown('award x { valid-for: 3 ye<|>ars }').slice(0, 3)).toEqual(['years', '3 years', 'valid-for: 3 years']);
  expect(grown('// what <|>for\naward x').slice(0, 2)).toEqual(['what for', '// what for']);
  expect(grown('<|>')).toEqual(['']);
});
