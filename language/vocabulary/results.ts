import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { count, date, kind, number, PROGRAMS, text } from './define.ts';

/** How one group of candidates did. */
export const results = kind('results', {
  called: 'a set of results',
  standsIn: [...PROGRAMS],
  says: 'How candidates did in one period, for one version of the examination or for all of them together.',
  asked: [cite('NCCA-2021.S23')],
  ctdl: 'ceterms:aggregateData',
  properties: {
    period: date('The year, month or day that the figures are for.'),
    form: text('The version of the examination that they are for.'),
    candidates: count('How many people took it.'),
    passed: count('How many of them passed.'),
    mean: number('The average score.'),
    'standard-deviation': number('How widely the scores are spread.'),
    reliability: number('How consistent the scores were, from 0 to 1.'),
    'standard-error': number('How far a score may lie from the true one by chance, in points of the score.'),
    'decision-consistency': number('How often a repeat would have led to the same pass or fail, from 0 to 1.'),
  },
  insert: ['period', 'candidates', 'passed'],
});
export interface Results extends ModelOf<typeof results> {}
