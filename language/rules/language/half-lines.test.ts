/** Half a line, typed at several places of a clean certification, is one finding: never two for it, and never silence. */
import { describe, expect, test } from 'vitest';
import { put, visible } from '../../../test/clean-certification.ts';
import { shown } from '../../../test/expect.ts';

const TYPED = [
  'asse',
  'assess',
  'assessment',
  'go',
  'goal',
  'goal:',
  'domain',
  'module',
  'x',
  '"',
  '{',
  '}',
  ':',
  ',',
  '?',
  '12',
  '"text"',
  'fee: ',
  'version: 4',
  'status: ',
  'status: oper',
  'owner',
  '$',
  '”',
  'languages:',
  'languages: "en",',
  '-',
  '/',
  '*',
  '.',
  '=',
  'audience: "',
];
const PLACES: readonly (readonly [string, string])[] = [
  ['at the beginning of a program', '  purpose: recognize-competence\n'],
  ['between two properties', '  scope: broad\n'],
  ['before a block', '  eligibility "Experience"'],
  ['between two blocks', '  assessment exam "CWT'],
  ['at the end of a program', '}\n\norganization'],
];

describe('fail: half a line is one finding', () => {
  test.each(PLACES)('%s', (_, before) => {
    const odd = TYPED.flatMap(typed => {
      const text = put(before, `  ${typed}\n${before}`);
      const found = visible(text);
      const fine = found.length === 1 && found[0]!.rule.startsWith('language/') && found[0]!.severity === 'error';
      return fine ? [] : [[typed, ...found.map(finding => shown(finding, text))].join('\n  ')];
    });
    expect(odd, odd.join('\n')).toEqual([]);
  });
});
