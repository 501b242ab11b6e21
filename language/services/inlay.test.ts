import { expect, test } from 'vitest';
import { CredFile } from '../model/file.ts';
import { inlayHints } from './inlay.ts';

/** The text with its hints in angle brackets. */
function hinted(text: string): string {
  const file = CredFile.read('a.cred', text);
  let out = text;
  for (const { position, label } of inlayHints(file).toReversed()) {
    const at = file.lines.offset(position);
    out = `${out.slice(0, at)}‹${label}›${out.slice(at)}`;
  }
  return out;
}

test('items that a weight gives, and the total at the last one', () => {
  expect(
    hinted(
      'certification C "C" {\n  domain a "A" { weight: 25% }\n  domain b "B" { weight: 75% }\n  assessment e "E" { measures: a, b; items: 120; unscored: 20 }\n}',
    ),
  ).toContain('weight: 25%‹25 items› }\n  domain b "B" { weight: 75%‹75 items · total 100%› }');
});
test('ranges and parts', () => {
  expect(
    hinted(
      'certification C "C" {\n  domain a "A" { weight: 20% to 30% }\n  domain b "B" { weight: 75% }\n  assessment e "E" { measures: a, b; items: 90 }\n}',
    ),
  ).toContain('30%‹18–27 items› }\n  domain b "B" { weight: 75%‹about 68 items · total 95–105%›');
});
test('a total that is not complete, and no items where none are known', () => {
  expect(hinted('certification C "C" {\n  domain a "A" { weight: 20% }\n  domain b "B" { weight: ? }\n}')).toContain(
    '20%‹total so far 20%›',
  );
  expect(hinted('certification C "C" { }')).toBe('certification C "C" { }');
});
test('a number of items that is written is not said again; several assessments are named', () => {
  expect(
    hinted('certification C "C" {\n  domain a "A" { weight: 100%; items: 50 }\n  assessment e "E" { measures: a; items: 50 }\n}'),
  ).toContain('100%‹total 100%›; items');
  expect(
    hinted(
      'certification C "C" {\n  domain a "A" { weight: 100% }\n  assessment e "E" { measures: a; items: 50 }\n  assessment f "F" { measures: a; items: 20 }\n}',
    ),
  ).toContain('100%‹e: 50 items · f: 20 items · total 100%›');
});
test('only the lines asked for', () => {
  const file = CredFile.read('', 'certification C "C" {\n  domain a "A" { weight: 20% }\n}');
  expect(inlayHints(file, { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } })).toEqual([]);
});
