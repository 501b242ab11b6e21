import { expect, test } from 'vitest';
import { projectOf } from '../../test/expect.ts';
import { encodeTokens, LEGEND, semanticTokens } from './tokens.ts';

function shown(text: string): string[] {
  const project = projectOf({ 'a.cred': text });
  const lines = text.split('\n');
  return semanticTokens(project.file('a.cred')!, project).map(({ line, character, length, type, modifiers }) =>
    [lines[line]!.slice(character, character + length), type, ...modifiers].join(' '),
  );
}

test('what each word is', () => {
  expect(
    shown(
      'certification C "C" {\n  status: operating\n  owner: O\n  assessment exam ? { passing-score: 88 of 125; duration: 3 hours; independent: yes; fee: 5 USD }\n  award { requires: exam; letters: ? }\n}\norganization O "O"',
    ),
  ).toEqual([
    'certification keyword',
    'C class declaration',
    'status property',
    'operating enumMember',
    'owner property',
    'O namespace',
    'assessment keyword',
    'exam variable declaration',
    '? hole',
    'passing-score property',
    '88 number',
    'of operator',
    '125 number',
    'duration property',
    '3 number',
    'hours unit',
    'independent property',
    'yes enumMember',
    'fee property',
    '5 number',
    'USD unit',
    'award keyword',
    'requires property',
    'exam variable',
    'letters property',
    '? hole',
    'organization keyword',
    'O namespace declaration',
  ]);
});
test('built-in names are told apart; what is unknown is left plain', () => {
  expect(shown('certification C "C" { accreditation { standard: NCCA-2021; zzz: x; status: sooner; by: nobody } }')).toEqual([
    'certification keyword',
    'C class declaration',
    'accreditation keyword',
    'standard property',
    'NCCA-2021 namespace defaultLibrary readonly',
    'status property',
    'by property',
  ]);
});
test('the encoding is relative', () => {
  const project = projectOf({ 'a.cred': 'award x {\n  type: badge\n}' });
  const variable = LEGEND.tokenTypes.indexOf('namespace');
  expect(encodeTokens(semanticTokens(project.file('a.cred')!, project))).toEqual([
    0,
    0,
    5,
    0,
    0,
    0,
    6,
    1,
    variable,
    1,
    1,
    2,
    4,
    LEGEND.tokenTypes.indexOf('property'),
    0,
    0,
    6,
    5,
    LEGEND.tokenTypes.indexOf('enumMember'),
    0,
  ]);
});
