import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';
import { Spellings } from './spelling.ts';

test('what is near by comparing with each name is found by the index, as near', () => {
  const words = ['safety', 'repair', 'repairs', 'CWT', 'CWP', 'Diagnose', 'domain-one', 'domain-two', 'a'];
  const index = new Spellings(words);
  for (const word of ['safty', 'saefty', 'repiar', 'repar', 'CWX', 'diagnose', 'domain-on', 'nothing', 'b', 'rapiars', '']) {
    const found = index.near(word);
    expect(found === undefined, word).toBe(nearest(word, words) === undefined);
    if (found?.slips === 0) expect(found.word.toLowerCase()).toBe(word.toLowerCase());
  }
});

test('a name is not offered for itself', () => {
  expect(new Spellings(['CWT1', 'CWT2x']).near('CWT1', 'CWT1')?.word).toBe(undefined);
  expect(new Spellings(['CWT1', 'CWT2']).near('CWT1', 'CWT1')?.word).toBe('CWT2');
});
