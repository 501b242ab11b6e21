import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { count, duration, kind, many, PROGRAMS, ref, word, yesNo } from './define.ts';

const GOVERNANCE = cite('NCCA-2021.S2');

/** The people who decide about a program: a board, a council, a committee. */
export const body = kind('body', {
  called: 'a governing body',
  standsIn: ['organization'],
  says: 'A board, council or committee of the organization that decides about programs.',
  differs: {
    certification: 'A body that decides freely about the certification governs it, with somebody on it who speaks for the public.',
    certificate: 'The provider of the instruction may govern the program itself; no separate body is needed.',
  },
  asked: [GOVERNANCE, cite('ASTM-E2659-2024.C5-1-3')],
  properties: {
    governs: many(ref(PROGRAMS, 'Which programs does it decide about?', 'The programs that it decides about.')),
    autonomous: yesNo(
      'Does it decide about the certification itself, free of influence from outside?',
      'Whether it takes the essential decisions about the certification itself, free of influence from outside.',
      {
        asked: [GOVERNANCE],
      },
    ),
    seats: count('How many seats does it have?', 'How many seats it has, filled or not.'),
    'public-members': count(
      'How many seats are for people who speak for the public?',
      'Seats for people who speak for the public and do not belong to the occupation.',
      { asked: [GOVERNANCE] },
    ),
    'certified-members': count('How many seats are for people who hold the certification?', 'Seats for people who hold the certification.'),
    selection: word(
      'How do its members come to sit on it?',
      'How its members come to sit on it.',
      {
        election: 'They are voted in.',
        appointment: 'Somebody appoints them.',
        mixed: 'Some are voted in and some are appointed.',
      },
      { asked: [GOVERNANCE] },
    ),
    term: duration('How long does a member serve?', 'How long a member serves before a new choice is made.'),
    members: many(ref('person', 'Who sits on it now?', 'The people who sit on it now.')),
  },
  insert: ['governs', 'autonomous', 'public-members'],
});
export interface Body extends ModelOf<typeof body> {}
