import { expect, test } from 'vitest';
import { KINDS } from '../vocabulary/kinds.ts';
import { inNumber } from './in-number.ts';

test('one and several of every kind, as people say them', () => {
  expect(
    ['clause', 'job-analysis', 'body', 'evidence', 'person', 'outcome'].flatMap(kind => [inNumber(1, kind), inNumber(2, kind)]),
  ).toEqual([
    '1 clause',
    '2 clauses',
    '1 job analysis',
    '2 job analyses',
    '1 governing body',
    '2 governing bodies',
    '1 piece of evidence',
    '2 pieces of evidence',
    '1 person',
    '2 people',
    '1 intended learning outcome',
    '2 intended learning outcomes',
  ]);
  for (const kind of KINDS.keys()) expect(inNumber(3, kind), kind).toMatch(/(s|people)( of [a-z]+)?$/);
});

test('a kind that nobody knows is said as it is written', () => expect(inNumber(2, 'widget')).toBe('2 `widget`'));
