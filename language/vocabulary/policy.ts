import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { date, document, duration, kind, many, PROGRAMS, ref, word, yesNo } from './define.ts';

/** A written rule of the owner. */
export const policy = kind('policy', {
  called: 'a policy',
  standsIn: [...PROGRAMS, 'organization'],
  says: 'A written policy of the program or the organization. One document may cover several topics.',
  differs: {
    certification: 'Appeals, complaints and discipline of holders are settled in writing.',
    certificate: 'Admission, completion and the use of the certificate are settled in writing.',
  },
  asked: [cite('NCCA-2021.S7'), cite('ASTM-E2659-2024.C5-2-1')],
  properties: {
    covers: many(
      word(
        'Which topics does the policy settle?',
        'The topics that it settles.',
        {
          eligibility: 'Who may become a candidate.',
          admission: 'Who is admitted to the instruction.',
          fees: 'What is charged.',
          refunds: 'When money is given back.',
          retakes: 'When and how often people may try again.',
          accommodations: 'How people with disabilities are accommodated.',
          nondiscrimination: 'That nobody is treated unfairly for who they are.',
          appeals: 'How a decision can be appealed, and who decides.',
          complaints: 'How complaints are taken and answered.',
          confidentiality: 'Who may see what, and who keeps silent.',
          'conflict-of-interest': 'How interests that might sway a decision are disclosed and handled.',
          discipline: 'When and how an award is suspended or taken away.',
          ethics: 'The conduct that is expected of holders.',
          automation: 'How automation and artificial intelligence may be used, and who watches over it.',
          'records-retention': 'Which records are kept, where and for how long.',
          privacy: 'How personal data are handled.',
          security: 'How items, forms and results are protected.',
          'use-of-mark': 'How holders may use the name, letters and logo.',
          'misuse-of-mark': 'What is done when somebody uses them without right.',
          'certificate-use': 'How holders may speak of a certificate.',
          recertification: 'How awards are renewed.',
          'third-parties': 'How work done by others is overseen.',
          quality: 'How the quality of the program is assured.',
        },
        {
          asked: [
            cite('ISO-17024-2026.C9-8'),
            cite('ISO-17024-2026.C9-9'),
            cite('NCCA-2021.S9'),
            cite('NCCA-2021.S10'),
            cite('NCCA-2021.S11'),
            cite('NCCA-2021.S12'),
          ],
        },
      ),
    ),
    for: many(
      ref(PROGRAMS, 'Which programs does it hold for?', "The owner's programs that it holds for. Left out, it holds for all of them."),
    ),
    'decided-by': many(
      ref(['body', 'panel', 'person'], 'Who decides in these matters?', 'Who decides in these matters, as on an appeal.', {
        differs: { certification: 'An appeal is decided by others than those who took the decision.' },
      }),
    ),
    document: document('Where is the policy?', 'Where it is: a path or an https address.'),
    approved: date('When was it approved?', 'When it was approved.'),
    reviewed: date('When was it last looked over?', 'When it was last looked over.'),
    'review-every': duration('How often is it looked over?', 'How often it is looked over.'),
    public: yesNo('Can anybody read it?', 'Whether anybody can read it.'),
  },
  insert: ['covers', 'document'],
});
export interface Policy extends ModelOf<typeof policy> {}
