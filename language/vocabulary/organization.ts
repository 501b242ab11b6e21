import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { date, kind, TOP, text, url, word } from './define.ts';

/** An organization that runs a program and is responsible for it. */
export const organization = kind('organization', {
  called: 'an organization',
  standsIn: [TOP],
  says: 'The organization that owns programs and answers for them.',
  named: true,
  titled: true,
  ctdl: 'ceterms:CredentialOrganization',
  properties: {
    summary: text(
      'What does the organization do, in a sentence or two?',
      'What the organization is and does, in a few sentences for the public.',
      { ctdl: 'ceterms:description' },
    ),
    'legal-form': word(
      'What is the organization in law?',
      'What the organization is in law.',
      {
        nonprofit: 'It has no owners to pay a profit to; what it earns goes back into its work.',
        'for-profit': 'A business that may pay a profit to its owners.',
        government: 'A public authority or agency.',
        academic: 'A school, college or university.',
        association: 'A body of members, such as a professional or trade association.',
      },
      { asked: [cite('ISO-17024-2026.C4-1'), cite('ASTM-E2659-2024.C5-1-1')], ctdl: 'ceterms:agentSectorType' },
    ),
    established: date('When was the organization founded?', 'When the organization was founded.', { ctdl: 'ceterms:foundingDate' }),
    website: url('What is the address of its website?', "The organization's website.", { ctdl: 'ceterms:subjectWebpage' }),
    ctid: text('What is its identifier in the Credential Registry?', "The organization's identifier in the Credential Registry.", {
      ctdl: 'ceterms:ctid',
    }),
    'ctdl-type': text('What class of CTDL was it imported as?', 'The CTDL class of the organization, kept as it was imported.'),
  },
  insert: ['legal-form', 'website'],
});
export interface Organization extends ModelOf<typeof organization> {}
