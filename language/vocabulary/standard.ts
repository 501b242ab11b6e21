import type { ModelOf } from '../model/block.ts';
import { date, kind, many, ref, TOP, text, url, word } from './define.ts';

/** A standard by which programs are judged. */
export const standard = kind('standard', {
  called: 'a standard',
  standsIn: [TOP],
  says: 'A standard that programs are judged by, as a list of clauses. Some are built in, and anybody can write down their own.',
  named: true,
  titled: true,
  properties: {
    summary: text('What is known of the standard, and how?', 'What is known of it, and how: said once, for all its clauses.'),
    publisher: text('Who publishes it?', 'Who publishes it.'),
    edition: text('Which edition is this?', 'Which edition this is, as the document says it.'),
    accredits: many(
      word('What is accredited under it?', 'What is accredited under it.', {
        certification: 'Certifications.',
        certificate: 'Assessment-based certificate programs.',
        provider: 'Organizations that teach, rather than their programs.',
      }),
    ),
    field: text('Which field does the standard speak of?', 'The field of work that it is for, where it is not for all.'),
    website: url('Where can people learn more about it?', 'Where to learn more or obtain it.'),
    'in-force': date('From when does it apply?', 'From when it applies.'),
    withdrawn: date('When was it withdrawn?', 'When it was withdrawn.'),
    'superseded-by': ref('standard', 'What takes its place?', 'The edition or standard that takes its place.'),
    'transition-until': date('Until when may programs still be judged by it?', 'Until when programs may still be judged by it after that.'),
  },
  insert: ['publisher', 'edition', 'accredits'],
});
export interface Standard extends ModelOf<typeof standard> {}
