import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { count, kind, many, PROGRAMS, ref, text, word, yesNo } from './define.ts';

const COMPOSITION = cite('NCCA-2021.S13');

/** Subject-matter experts who work together on a program. */
export const panel = kind('panel', {
  called: 'a panel',
  standsIn: [...PROGRAMS],
  says: 'A group of subject-matter experts who work on the program together.',
  asked: [COMPOSITION],
  properties: {
    purpose: many(
      word('What is the panel for?', 'What the panel is for.', {
        'job-analysis': 'Studying what the role asks for.',
        'item-writing': 'Writing questions and tasks.',
        'item-review': 'Checking questions and tasks that others wrote.',
        'standard-setting': 'Recommending the passing score.',
        scoring: 'Judging answers and performances.',
        curriculum: 'Designing instruction.',
        advisory: 'Advising on the program.',
      }),
    ),
    members: many(ref('person', 'Who is on it?', 'The people on it.')),
    size: count('How many people are on it?', 'How many people are on it.'),
    represents: many(
      text(
        'Which groups of the field do its members speak for?',
        'The groups of the field that its members speak for: regions, work settings, years of practice.',
        { asked: [COMPOSITION] },
      ),
    ),
    recruited: text('How were its members found and chosen?', 'How its members were found and chosen.', { asked: [COMPOSITION] }),
    qualifications: text('What do its members bring along for the work?', 'What its members bring along for the work.', {
      asked: [COMPOSITION],
    }),
    trained: yesNo('Were its members trained for the work?', 'Whether its members were trained for the work.'),
    'agreements-signed': yesNo(
      'Did its members sign agreements on confidentiality and conflicts of interest?',
      'Whether its members signed agreements on confidentiality and conflicts of interest.',
    ),
  },
  insert: ['purpose', 'size'],
});
export interface Panel extends ModelOf<typeof panel> {}
