import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { date, document, kind, many, PROGRAMS, word, yesNo } from './define.ts';

/** The document that informs candidates before they apply. */
export const handbook = kind('handbook', {
  called: 'a candidate handbook',
  standsIn: [...PROGRAMS],
  says: 'The information that candidates or participants are given before they apply.',
  asked: [cite('NCCA-2021.S6'), cite('ISO-17024-2026.C7-2')],
  once: true,
  properties: {
    covers: many(
      word('What does the handbook explain?', 'What it explains.', {
        eligibility: 'Who may apply.',
        fees: 'What it costs.',
        application: 'How to apply.',
        content: 'What the assessment covers.',
        preparation: 'How people can get ready.',
        administration: 'Where, when and how the assessment is taken.',
        accommodations: 'How people with disabilities are accommodated.',
        scoring: 'How scores and the passing score come about.',
        retakes: 'When and how often people may try again.',
        appeals: 'How a decision can be appealed.',
        complaints: 'How to complain.',
        maintenance: 'How the award is kept up.',
        'use-of-mark': 'How holders may use the name, letters and logo.',
        privacy: 'What happens with personal data.',
      }),
    ),
    document: document('Where is the handbook?', 'Where it is: a path or an https address.'),
    public: yesNo('Can anybody read it?', 'Whether anybody can read it.'),
    updated: date('When was it last brought up to date?', 'When it was last brought up to date.'),
  },
  insert: ['covers', 'document'],
});
export interface Handbook extends ModelOf<typeof handbook> {}
