import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { document, kind, many, PROGRAMS, word, yesNo } from './define.ts';

/** Another organization that does part of the work for the owner. */
export const vendor = kind('vendor', {
  called: 'a vendor',
  standsIn: [...PROGRAMS, 'organization'],
  says: 'Another organization that does part of the work. The owner still answers for it.',
  asked: [cite('ISO-17024-2026.C6-3')],
  properties: {
    does: many(
      word('What does the vendor do?', 'What it does.', {
        instruction: 'Teaches.',
        'item-development': 'Writes or reviews questions and tasks.',
        delivery: 'Runs the assessment, at test centers or online.',
        proctoring: 'Watches over the assessment.',
        scoring: 'Scores answers and reports results.',
        psychometrics: 'Does the statistics and advises on measurement.',
        hosting: 'Runs the computer systems.',
      }),
    ),
    agreement: yesNo('Is there a written agreement?', 'Whether there is a written agreement.'),
    document: document('Where is the agreement?', 'Where the agreement is: a path or an https address.'),
  },
  insert: ['does', 'agreement'],
});
export interface Vendor extends ModelOf<typeof vendor> {}
