import type { ModelOf } from '../model/block.ts';
import { date, document, kind, many, PROGRAMS, ref, text } from './define.ts';

/** A document or record that a program can show to an accreditor. */
export const evidence = kind('evidence', {
  called: 'a piece of evidence',
  standsIn: [...PROGRAMS, 'organization'],
  says: 'A document or fact which shows that a clause of a standard is met, where the text itself cannot show it.',
  properties: {
    supports: many(ref('clause', 'Which clauses does it bear on?', 'The clauses that it bears on, such as NCCA-2021.S14.')),
    document: document('Where is the document?', 'Where it is: a path or an https address.'),
    date: date('What date does it bear?', 'The date that it bears.'),
    note: text('What does it show?', 'What it shows, in a sentence or two.'),
  },
  insert: ['supports', 'document'],
});
export interface Evidence extends ModelOf<typeof evidence> {}
