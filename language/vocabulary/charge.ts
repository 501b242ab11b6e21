import type { ModelOf } from '../model/block.ts';
import { duration, kind, many, money, PROGRAMS, ref, text, word } from './define.ts';

/** One of several prices, for programs where a single `fee` is not enough. */
export const charge = kind('charge', {
  called: 'a charge',
  standsIn: [...PROGRAMS],
  says: 'A price of the program. Use one block for each where a single fee does not say enough.',
  ctdl: 'ceterms:CostProfile',
  properties: {
    amount: money('How much is it?', 'How much it is, such as 450 USD.', { ctdl: 'ceterms:price' }),
    for: word(
      'What does it pay for?',
      'What it pays for.',
      {
        application: 'Applying.',
        examination: 'Taking the assessment for the first time.',
        retake: 'Taking the assessment again.',
        course: 'Instruction.',
        renewal: 'Keeping the award.',
        materials: 'Books and other material.',
      },
      { ctdl: 'ceterms:directCostType' },
    ),
    who: text('Who pays it?', 'Who pays it, such as members or non-members.', { ctdl: 'ceterms:audienceType' }),
    completes: many(
      ref(
        ['module', ...PROGRAMS],
        'After which instruction is it the price?',
        'The instruction after which it is the price: what those pay who completed all of these.',
        {
          differs: { certification: "Those who learned elsewhere pay no more than those who took the owner's course." },
        },
      ),
    ),
    every: duration('How often does it come again?', 'How often it is due, where it comes again.'),
  },
  insert: ['amount', 'for'],
});
export interface Charge extends ModelOf<typeof charge> {}
