import type { ModelOf } from '../model/block.ts';
import { date, kind, PROGRAMS, word } from './define.ts';
import { STAGES } from './stages.ts';

/** A step in developing a program, with its date. */
export const milestone = kind('milestone', {
  called: 'a milestone',
  standsIn: [...PROGRAMS],
  says: 'A point to reach in building or keeping up the program. The title says what is done by then.',
  properties: {
    stage: word('Which stage does the milestone belong to?', "The stage of the program's life that it belongs to.", STAGES),
    due: date('When is it to be reached?', 'When it is to be reached.'),
    done: date('When was it reached?', 'When it was reached.'),
  },
  insert: ['stage', 'due'],
});
export interface Milestone extends ModelOf<typeof milestone> {}
