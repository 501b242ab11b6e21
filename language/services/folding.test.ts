import { expect, test } from 'vitest';
import { CredFile } from '../model/file.ts';
import { foldingRanges } from './folding.ts';

const folds = (text: string): string[] =>
  foldingRanges(CredFile.read('', text)).map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`);

test('blocks keep their closing line in sight', () => {
  expect(folds('certification A "A" {\n  award x {\n    letters: "A"\n  }\n  award y { }\n}\n')).toEqual(['0-4', '1-2']);
  expect(folds('award x {\n  letters: "A"; type: badge }\n')).toEqual(['0-1']);
});
test('block text, lists and comments', () => {
  expect(
    folds(
      '// one\n// two\n\n// three\nprogram p "P" {\n  summary: """\n    a\n    """\n  languages: "en",\n    "fr" // x\n  // y\n}\n/* a\n b */',
    ),
  ).toEqual(['0-1 comment', '4-10', '5-7', '8-9', '12-13 comment']);
});
test('a block that is not closed yet', () => {
  expect(folds('award x {\n  letters: "A"\n')).toEqual(['0-1']);
});
