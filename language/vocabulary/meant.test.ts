import { describe, expect, test } from 'vitest';
import { KINDS, kindOf } from './kinds.ts';
import { isOwnWord, keyMeant, kindMeant, likeliest, partsOf, wordMeant } from './meant.ts';
import { KEY_SYNONYMS, KIND_SYNONYMS, WORD_SYNONYMS } from './synonyms.ts';

const properties = [...KINDS.values()].flatMap(kind => Object.entries(kind.properties));

describe('the lists of everyday names', () => {
  test('name keys, kinds and words that there are', () => {
    const keys = new Set(properties.map(([key]) => key));
    const words = new Set(['yes', 'no', ...properties.flatMap(([, { words }]) => Object.keys(words ?? {}))]);
    expect(Object.keys(KEY_SYNONYMS).filter(key => !keys.has(key))).toEqual([]);
    expect(Object.keys(KIND_SYNONYMS).filter(kind => !KINDS.has(kind))).toEqual([]);
    expect(Object.keys(WORD_SYNONYMS).filter(word => !words.has(word))).toEqual([]);
  });
  test('take no word of the language for another: each means itself in its own block', () => {
    for (const kind of KINDS.values()) {
      for (const [key, property] of Object.entries(kind.properties)) {
        expect(keyMeant(key, kind)).toEqual({ word: key, by: 'same' });
        for (const word of Object.keys(property.words ?? {}))
          expect(wordMeant(word, property), `${key}: ${word}`).toEqual({ word, by: 'same' });
      }
      for (const place of kind.standsIn) expect(kindMeant(kind.name, place)).toEqual({ word: kind.name, by: 'same' });
    }
  });
});

describe('what people mean', () => {
  const assessment = kindOf('assessment')!;
  test.each([
    ['Passing Score', 'passing-score', 'same'],
    ['passingScores', 'passing-score', 'same'],
    ['PASSING_SCORE', 'passing-score', 'same'],
    ['the number of items', 'items', 'same'],
    ['# of items', 'items', 'same'],
    ['cut score', 'passing-score', 'synonym'],
    ['Cut-Score', 'passing-score', 'synonym'],
    ['time limit', 'duration', 'synonym'],
    ['duration of the exam', 'duration', 'part'],
  ])('by %s in an assessment', (words, word, by) => expect(keyMeant(words, assessment)).toEqual({ word, by }));
  test('nothing by words of which none is known', () => expect(keyMeant('foo bar', assessment)).toBeUndefined());
  test('a kind, by its plural and its other names', () => {
    expect(kindMeant('Job Analyses', 'certification')).toEqual({ word: 'job-analysis', by: 'same' });
    expect(kindMeant('role delineation study', 'certification')).toEqual({ word: 'job-analysis', by: 'synonym' });
    expect(kindMeant('Standard Settings', 'certification')).toBeUndefined();
  });
  test('British and American spelling are one', () => {
    for (const [one, other] of [
      ['recognise', 'recognize'],
      ['organisations', 'organizations'],
      ['licence', 'license'],
      ['centre', 'center'],
      ['behaviours', 'behaviors'],
      ['analyse', 'analyze'],
      ['programme', 'program'],
    ])
      expect(partsOf(one!)).toEqual(partsOf(other!));
  });
  test('a word of its own is no misspelling', () => {
    for (const word of ['score', 'rates', 'terms', 'form', 'unit']) expect(isOwnWord(word), word).toBe(true);
    for (const word of ['reliabilty', 'lauched', 'goel']) expect(isOwnWord(word), word).toBe(false);
  });
  test('the likeliest of many first', () => {
    expect(likeliest('assesment', ['domain', 'award', 'assessment', 'panel'], 1)).toEqual(['assessment']);
    expect(likeliest('zzz', ['domain', 'award', 'panel', 'body'])).toEqual(['domain', 'award', 'panel']);
  });
});
