/** Records that refer to each other, in circles or in long chains, are read to their end. */
import { expect, test } from 'vitest';
import { one, read } from './ctdl-records.ts';
import { tries } from './sample.ts';

test('circles of references are told and read', () => {
  const asks = (id: string, to: string) =>
    one({
      '@id': id,
      'ceterms:name': id,
      'ceterms:requires': [{ '@type': 'ceterms:ConditionProfile', 'ceterms:targetCredential': [{ '@id': to }] }],
    });
  const { files, problems } = read({ '@graph': [asks('a', 'b'), asks('b', 'c'), asks('c', 'a'), asks('d', 'd')] });
  expect(problems.map(({ at, why }) => [at, /"a" → "b" → "c" → "a"|"d" → "d"/.exec(why)?.[0]])).toEqual([
    ['@graph[0].ceterms:requires', '"a" → "b" → "c" → "a"'],
    ['@graph[3].ceterms:requires', '"d" → "d"'],
  ]);
  expect(files[0]!.text).toContain('holds: a');
  const long = Array.from({ length: tries(5000, 4) }, (_, i) => asks(`n${i}`, `n${i + 1}`));
  expect(read(long).problems).toEqual([]);
});

test('a graph whose parts refer to each other again and again does not grow without end', () => {
  const part = (i: number, to: string[]) => ({ '@id': `_:b${i}`, '@type': 'ceterms:ConditionProfile', 'ceterms:alternativeCondition': to });
  const twice = Array.from({ length: 40 }, (_, i) => part(i, [`_:b${i + 1}`, `_:b${i + 1}`]));
  const chain = Array.from({ length: tries(9000, 4) }, (_, i) => part(i, [`_:b${i + 1}`]));
  for (const parts of [twice, chain])
    expect(read({ '@graph': [one({ 'ceterms:requires': ['_:b0'] }), ...parts] }).files[0]!.text).toContain('certification t "T" {');
}, 240_000);

test('parts of instruction stand beside it', () => {
  const course = (id: string, name: string, parts: string[] = []) => ({
    '@type': 'ceterms:Course',
    '@id': id,
    'ceterms:name': name,
    'ceterms:hasPart': parts,
  });
  const { files, problems } = read([
    one({ 'ceterms:requires': [{ 'ceterms:targetLearningOpportunity': ['_:b1'] }] }),
    course('_:b1', 'Ropes', ['_:b2']),
    course('_:b2', 'Knots', ['_:b1']),
  ]);
  expect(problems.map(({ why }) => why)).toEqual([expect.stringContaining('"Ropes" → "Knots" → "Ropes"')]);
  expect(files[0]!.text).toMatch(/module ropes "Ropes"[^]*module knots "Knots"/);
  const inside = { 'ceterms:name': 'Ropes', 'ceterms:hasPart': [{ '@type': 'ceterms:Course', 'ceterms:name': 'Knots' }] };
  const told = read(one({ 'ceterms:requires': [{ 'ceterms:targetLearningOpportunity': inside }] }));
  const chain = Array.from({ length: tries(20_000) }, (_, i) => course(`_:n${i}`, 'Knot', [`_:n${i + 1}`]));
  expect(read([one({ 'ceterms:requires': [{ 'ceterms:targetLearningOpportunity': '_:n0' }] }), ...chain]).problems).toEqual([]);
  expect(told.files[0]!.text).toMatch(/module ropes "Ropes"[^]*module knots "Knots"/);
});
