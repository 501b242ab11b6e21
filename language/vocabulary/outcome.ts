import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { kind, PROGRAMS, word } from './define.ts';
import { DEFINING_FEATURES } from './sources.ts';

/** An intended learning outcome: what a participant can do after the instruction. */
export const outcome = kind('outcome', {
  called: 'an intended learning outcome',
  standsIn: [...PROGRAMS],
  says: 'What a participant is to know or be able to do after the instruction. The title states it, beginning with a verb.',
  differs: {
    certificate: 'Each one is taught, and the assessment shows whether it was reached.',
    certification: 'The examination is built on domains from a job analysis instead.',
  },
  asked: [DEFINING_FEATURES, cite('ICE-1100-2019.S1'), cite('ASTM-E2659-2024.C5-1-2')],
  named: true,
  titled: true,
  ctdl: 'ceterms:teaches',
  properties: {
    level: word('How demanding is the outcome?', 'The kind of thinking that it asks for.', {
      remember: 'Recall facts and terms.',
      understand: 'Explain ideas in their own words.',
      apply: 'Use what was learned in a new situation.',
      analyze: 'Take a matter apart and see how the parts relate.',
      evaluate: 'Judge by criteria.',
      create: 'Put parts together into something new.',
    }),
    type: word('What sort of thing is learned?', 'What sort of thing is learned.', {
      knowledge: 'Something to know.',
      skill: 'Something to do, learned by practice.',
      ability: 'A lasting capacity that knowledge and skill draw on.',
      competency: 'Knowledge, skill and ability together, used to do a job.',
    }),
  },
  insert: [],
});
export interface Outcome extends ModelOf<typeof outcome> {}
