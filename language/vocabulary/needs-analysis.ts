import type { ModelOf } from '../model/block.ts';
import { date, document, kind, PROGRAMS, text } from './define.ts';

/** The study of what learners lack. A certificate program's instruction is built on it. */
export const needsAnalysis = kind('needs-analysis', {
  called: 'a needs analysis',
  standsIn: [...PROGRAMS],
  says: 'A study of what the audience needs to learn. The intended learning outcomes are drawn from it.',
  differs: {
    certificate: 'Its outcomes and instruction rest on this study.',
    certification: 'Content rests on a job analysis of the role instead.',
  },
  once: true,
  properties: {
    conducted: date('When was the needs analysis completed?', 'When the study was completed.'),
    method: text(
      'How was the needs analysis done?',
      'How it was done, in a few words: a survey of employers, interviews, a look at existing courses.',
    ),
    document: document('Where is its report?', 'Where the report of the study is: a path or an https address.'),
    'next-due': date('When is the next needs analysis due?', 'When the next study is due.'),
  },
  insert: ['conducted', 'method'],
});
export interface NeedsAnalysis extends ModelOf<typeof needsAnalysis> {}
