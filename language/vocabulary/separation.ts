import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { document, kind, many, PROGRAMS, ref, yesNo } from './define.ts';

const NCCA = cite('NCCA-2021.S3');
const ISO = cite('ISO-17024-2026.C5-2');

/** The measures that keep teaching and certifying apart if one owner does both. */
export const separation = kind('separation', {
  called: 'a separation',
  standsIn: [...PROGRAMS, 'organization'],
  says: 'How an owner that both teaches and certifies keeps the two apart, so that neither sways the other.',
  differs: {
    certification: 'It is kept apart from instruction of the same owner.',
    certificate: 'Its own instruction and assessment belong together; it is kept apart from a certification of the same owner.',
  },
  asked: [NCCA, ISO],
  properties: {
    between: many(
      ref([...PROGRAMS, 'module'], 'Which programs or modules are kept apart?', 'The programs or modules that are kept apart.'),
    ),
    staff: yesNo('Do different people do the teaching and the certifying?', 'Whether different people do the teaching and the certifying.'),
    decisions: yesNo(
      'Did those who decide on a certification take no part in teaching the candidate?',
      'Whether those who decide on a certification took no part in teaching or examining the candidate.',
      {
        asked: [cite('ISO-17024-2026.C9-4')],
      },
    ),
    content: yesNo(
      'Do those who teach have no access to the items of the examination?',
      'Whether those who teach have no access to the items of the examination.',
    ),
    finances: yesNo('Are budgets kept apart?', 'Whether budgets are kept apart, so that neither depends on selling the other.'),
    promotion: yesNo(
      'Is own training never presented as the only, the easier or the cheaper way?',
      'Whether own training is never presented as the only, the easier or the cheaper way.',
      { asked: [NCCA, ISO] },
    ),
    'purchase-required': yesNo(
      "Must candidates buy the owner's training or material?",
      "Whether candidates must buy the owner's training or material.",
      { asked: [NCCA] },
    ),
    'pass-guarantee': yesNo(
      'Are those who take the training promised that they will pass?',
      'Whether those who take the training are promised that they will pass.',
    ),
    document: document('Where is it written down?', 'Where it is written down: a path or an https address.'),
  },
  insert: ['between', 'staff', 'decisions', 'content', 'finances', 'promotion'],
});
export interface Separation extends ModelOf<typeof separation> {}
