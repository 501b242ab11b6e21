import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { date, document, duration, kind, PROGRAMS, text, word } from './define.ts';

/** A review of whether the program achieves its purpose. */
export const evaluation = kind('evaluation', {
  called: 'an evaluation',
  standsIn: [...PROGRAMS, 'organization'],
  says: 'A review of whether the program or the organization does what it is for, and of what to improve.',
  asked: [cite('NCCA-2021.S22')],
  ctdl: 'ceterms:reviewProcess',
  properties: {
    type: word('What is reviewed?', 'What is reviewed.', {
      'program-evaluation': 'Whether the program reaches its purpose and its audience.',
      'quality-review': 'Whether procedures and records are followed and kept.',
      'psychometric-review': 'Whether items, scores and decisions hold up statistically.',
    }),
    conducted: date('When was the review last completed?', 'When it was last completed.'),
    every: duration('How often is it done?', 'How often it is done.', { ctdl: 'ceterms:processFrequency' }),
    document: document('Where is its report?', 'Where the report is: a path or an https address.'),
    findings: text('What did it find, and what was done about it?', 'What it found, and what was done about it.'),
  },
  insert: ['type', 'conducted'],
});
export interface Evaluation extends ModelOf<typeof evaluation> {}
