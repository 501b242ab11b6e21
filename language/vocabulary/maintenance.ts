import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { duration, kind, many, money, PROGRAMS, quantityRange, refOrText, text, yesNo } from './define.ts';
import { DEFINING_FEATURES } from './sources.ts';

const RECERTIFICATION = cite('ISO-17024-2026.C9-6');

const SEPARATE = cite('NCCA-2021.S3');

/** The requirements that holders meet to keep a certification. */
export const maintenance = kind('maintenance', {
  called: 'a maintenance requirement',
  standsIn: [...PROGRAMS],
  says:
    'What holders do to keep the award, also called recertification. All that one block says is due; several blocks are ' +
    'alternatives to choose from.',
  differs: {
    certification: 'Holders show again and again that they are still competent.',
    certificate: 'It has no upkeep as a rule: it says what was learned, once.',
  },
  asked: [DEFINING_FEATURES, cite('NCCA-2021.S21'), RECERTIFICATION],
  once: ['certificate'],
  ctdl: 'ceterms:renewal',
  properties: {
    cycle: duration('How often is renewal due?', 'How often it is due.', { asked: [RECERTIFICATION], ctdl: 'ceterms:renewalFrequency' }),
    'continuing-education': quantityRange(
      'How much continuing education does each cycle ask for?',
      'How much continuing education each cycle asks for, such as 60 hours; a range where it depends on the holder, such as 25 to 100 points.',
    ),
    completes: many(
      refOrText(
        ['module', ...PROGRAMS],
        'Which instruction does each cycle ask for?',
        'Instruction that each cycle asks for: modules and programs described here, or the names of others in quotes.',
        {
          asked: [SEPARATE],
          differs: { certification: 'Holders need not take it from the body that certifies them.' },
          ctdl: 'ceterms:targetLearningOpportunity',
        },
      ),
    ),
    passes: many(
      refOrText(
        ['assessment', ...PROGRAMS],
        'What must be passed again?',
        'What must be passed again: assessments and programs described here, or the names of others in quotes.',
        {
          ctdl: 'ceterms:targetAssessment',
        },
      ),
    ),
    reexamination: yesNo('Do holders take the examination again?', 'Whether holders take the examination again.'),
    practice: duration('How much work in the field does each cycle ask for?', 'How much work in the field each cycle asks for.'),
    ethics: yesNo('Do holders commit again to a code of ethics?', 'Whether holders commit again to a code of ethics.'),
    conditions: many(text('What else does renewal ask for?', 'Anything else that is asked for.', { ctdl: 'ceterms:condition' })),
    fee: money('What does renewal cost?', 'What renewal costs.', { ctdl: 'ceterms:estimatedCost' }),
    grace: duration(
      'How long after the end of a cycle may holders still renew?',
      'How long after the end of a cycle holders may still renew.',
    ),
    rationale: text(
      'Why does the cycle have this length and ask for these things?',
      'Why the cycle has this length and asks for these things.',
      { asked: [RECERTIFICATION] },
    ),
  },
  insert: ['cycle', 'rationale'],
});
export interface Maintenance extends ModelOf<typeof maintenance> {}
