import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { count, date, duration, kind, many, PROGRAMS, ref, refOrText, text, word } from './define.ts';

const INSTRUCTION = [cite('NCCA-2021.S3'), cite('ISO-17024-2026.C5-2')];

/** One of several ways into a program, or a condition that applies to everybody. */
export const eligibility = kind('eligibility', {
  called: 'an eligibility route',
  standsIn: [...PROGRAMS],
  says:
    'What a person must bring to be admitted. Each block is a route of its own, and meeting one of them is enough; ' +
    '"applies: everyone" makes it a condition for all.',
  differs: {
    certification: 'It asks for education, experience or both; routes that do not pass through training of the same owner stay open.',
    certificate: 'It is often open to all, or asks only for what the course builds on.',
  },
  asked: [cite('NCCA-2021.S7'), cite('ISO-17024-2026.C8')],
  ctdl: 'ceterms:requires',
  properties: {
    applies: word('Is this one of several ways in, or a condition for everyone?', 'Whom the block is for. Left out, it is a route.', {
      route: 'One of several ways in; a person takes whichever fits.',
      everyone: 'A condition that everybody meets, whatever the route.',
      advised: 'A recommendation; nobody is turned away for lack of it.',
    }),
    education: word('What is the least education asked for?', 'The least education that is asked for.', {
      none: 'No schooling is asked for.',
      primary: 'Primary school.',
      'high-school': 'High school or its equivalent.',
      vocational: 'Vocational training or an apprenticeship.',
      associate: "An associate's degree.",
      bachelor: "A bachelor's degree.",
      master: "A master's degree.",
      doctorate: 'A doctorate.',
    }),
    field: text('Which field must the education or experience be in?', 'The field that the education or experience is in.'),
    experience: duration('How much work in the field is asked for?', 'How much work in the field is asked for.', {
      ctdl: 'ceterms:experience',
    }),
    training: duration('How much training is asked for, whoever gives it?', 'How much training is asked for, whoever gives it.'),
    completes: many(
      refOrText(
        'module',
        'Which instruction must be completed first?',
        'Instruction that must be completed first: a module described here, or the name of another in quotes.',
        {
          asked: INSTRUCTION,
          differs: {
            certification: 'Instruction of the same owner may be one of the ways in, never the only one.',
            certificate: 'Earlier parts of the instruction may be asked for.',
          },
          ctdl: 'ceterms:targetLearningOpportunity',
        },
      ),
    ),
    holds: many(
      refOrText(
        PROGRAMS,
        'Which credentials must be held already?',
        'Credentials that must be held already: a program described here, or the name of another in quotes.',
        {
          ctdl: 'ceterms:targetCredential',
        },
      ),
    ),
    license: text('Which license to practice must be held?', 'A license to practice that must be held.'),
    'minimum-age': count('What is the least age, in years?', 'The least age, in years.', { ctdl: 'ceterms:minimumAge' }),
    references: count('How many people must speak for the applicant?', 'How many people must speak for the applicant.'),
    membership: refOrText(
      'organization',
      'Which organization must applicants belong to?',
      'The organization that applicants must belong to: one described here, or the name of another in quotes.',
      {
        asked: [cite('ISO-17024-2026.C4-3')],
        differs: { certification: 'Certification is open to those who are no members as well.' },
      },
    ),
    waives: many(
      ref(
        'assessment',
        'Which assessments need people on this route not pass?',
        'The assessments that people on this route need not pass, as where those who were there first are grandfathered.',
        {
          asked: [cite('NCCA-2021.S8')],
          differs: { certification: 'Such a route is closed after a while, so that all later holders have passed.' },
        },
      ),
    ),
    until: date('When does this route close?', 'The last day on which people may apply on this route.'),
    conditions: many(
      text('What else is asked for?', 'Anything else that is asked for, such as signing a code of ethics.', { ctdl: 'ceterms:condition' }),
    ),
    rationale: text('Why is this asked for?', 'Why this is asked for and how it bears on the purpose of the program.'),
  },
  insert: ['education', 'experience'],
});
export interface Eligibility extends ModelOf<typeof eligibility> {}
