import type { ModelOf } from '../model/block.ts';
import { duration, kind, quantity } from './define.ts';

/** A part of maintenance with its own minimum. */
export const requirement = kind('requirement', {
  called: 'a requirement',
  standsIn: ['maintenance'],
  says: 'A part of the maintenance with a minimum of its own, such as two hours of ethics. The title says what it is about.',
  properties: {
    amount: quantity('How much of it is asked for?', 'How much of it is asked for.'),
    every: duration('How often, where that differs from the cycle?', 'How often, where that differs from the cycle.'),
  },
  insert: ['amount'],
});
export interface Requirement extends ModelOf<typeof requirement> {}
