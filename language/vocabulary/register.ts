import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { kind, PROGRAMS, url, yesNo } from './define.ts';

/** The public list of the people who hold the award. */
export const register = kind('register', {
  called: 'a register of holders',
  standsIn: [...PROGRAMS],
  says: 'The directory of the people who hold the award, so that others can check a claim.',
  asked: [cite('NCCA-2021.S9'), cite('ISO-17024-2026.C7-2')],
  once: true,
  ctdl: 'ceterms:usesVerificationService',
  properties: {
    website: url('Where is the register?', 'Where it is.', { ctdl: 'ceterms:verificationDirectory' }),
    public: yesNo('Can anybody look somebody up?', 'Whether anybody can look somebody up.'),
    'on-request': yesNo(
      'Does the owner tell anybody who asks whether somebody holds the award?',
      'Whether the owner tells anybody who asks if somebody holds the award.',
    ),
  },
  insert: ['website', 'public'],
});
export interface Register extends ModelOf<typeof register> {}
