/** The steps of developing each kind of program. */
import type { ProgramKind } from '../vocabulary/define.ts';
import { CERTIFICATE_STEPS } from './roadmap-certificate.ts';
import { CERTIFICATION_STEPS } from './roadmap-certification.ts';
import { EVALUATION, NEED, OWNER, PURPOSE, type Steps } from './roadmap-shared.ts';

const attendance: Steps = {
  plan: [{ what: 'Audience', detail: 'Say whom it is for.', takes: '1 week', by: 'the owner', needs: ['audience'] }, OWNER],
  design: [
    {
      what: 'What is attended',
      detail: 'Describe the sessions.',
      takes: '1 to 2 months',
      by: 'staff',
      after: ['Audience'],
      needs: ['module'],
    },
  ],
  develop: [
    {
      what: 'Certificate of attendance',
      detail: 'Say what people receive for being there.',
      takes: '1 week',
      by: 'staff',
      after: ['What is attended'],
      needs: ['award.type.attendance'],
    },
  ],
  deliver: [
    {
      what: 'Opening',
      detail: 'Open the program to its first participants or candidates.',
      takes: 'a day',
      by: 'staff',
      after: ['What is attended'],
      opening: true,
    },
    {
      what: 'Record of who was there',
      detail: 'Say how attendance is recorded and can be checked.',
      takes: '1 week',
      by: 'staff',
      after: ['Opening'],
      anyOf: ['register', 'award.verification', 'policy.covers.records-retention'],
    },
  ],
  maintain: [EVALUATION],
};

const undecided: Steps = {
  plan: [
    NEED,
    PURPOSE,
    OWNER,
    {
      what: 'Which kind it is',
      detail: 'Declare it a certification, a certificate program or an attendance program; its path says which one the description fits.',
      takes: '1 month',
      by: 'the owner',
      after: ['Purpose and audience'],
      needs: ['certification'],
    },
  ],
  design: [
    {
      what: 'What it rests on',
      detail: 'Lay out what is taught, or study what a role asks of people.',
      takes: '1 to 8 months',
      by: 'experts',
      after: ['Which kind it is'],
      anyOf: ['module', 'job-analysis'],
    },
    {
      what: 'Assessment',
      detail: 'Say what people must pass, if anything.',
      takes: '1 month',
      by: 'the owner',
      after: ['What it rests on'],
      needs: ['assessment'],
    },
  ],
  develop: [
    { what: 'Award', detail: 'Say what people receive.', takes: '2 weeks', by: 'the owner', after: ['Assessment'], needs: ['award.type'] },
  ],
  deliver: [
    {
      what: 'Opening',
      detail: 'Open the program to its first participants or candidates.',
      takes: 'a day',
      by: 'staff',
      after: ['Award'],
      opening: true,
    },
  ],
  maintain: [EVALUATION],
};

export const STEPS: Readonly<Record<ProgramKind, Steps>> = {
  certificate: CERTIFICATE_STEPS,
  certification: CERTIFICATION_STEPS,
  attendance,
  program: undecided,
};
