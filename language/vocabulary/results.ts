import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { count, date, kind, number, PROGRAMS, text } from './define.ts';

/** The results of one group of candidates. */
export const results = kind('results', {
  called: 'a set of results',
  standsIn: [...PROGRAMS],
  says: 'How candidates did in one period, for one version of the examination or for all of them together.',
  asked: [cite('NCCA-2021.S23')],
  ctdl: 'ceterms:aggregateData',
  properties: {
    period: date('Which year, month or day are the figures for?', 'The year, month or day that the figures are for.'),
    form: text('Which version of the examination are they for?', 'The version of the examination that they are for.'),
    candidates: count('How many people took it?', 'How many people took it.'),
    passed: count('How many of them passed?', 'How many of them passed.'),
    mean: number('What was the average score?', 'The average score.'),
    'standard-deviation': number('What was the standard deviation of the scores?', 'How widely the scores are spread.'),
    reliability: number('How consistent were the scores, from 0 to 1?', 'How consistent the scores were, from 0 to 1.'),
    'standard-error': number(
      'What was the standard error of measurement, in points?',
      'How far a score may lie from the true one by chance, in points of the score.',
    ),
    'decision-consistency': number(
      'How consistent was the pass or fail decision, from 0 to 1?',
      'How often a repeat would have led to the same pass or fail, from 0 to 1.',
    ),
  },
  insert: ['period', 'candidates', 'passed'],
});
export interface Results extends ModelOf<typeof results> {}
