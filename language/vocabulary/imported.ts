import type { ModelOf } from '../model/block.ts';
import { kind, many, PROGRAMS, text } from './define.ts';

/** Data of a record from another system that the language cannot express. */
export const imported = kind('imported', {
  called: 'an imported note',
  standsIn: [...PROGRAMS, 'organization', 'module', 'assessment'],
  says:
    'What a record of another system says and Cred has no word for. It is carried along as it is: ' +
    'no rule reads it, and nothing has to be done about it.',
  properties: {
    from: text('Which form was it read from?', 'The form that it was read from, such as CTDL.'),
    value: many(text('What does the record say there?', 'What the record says there, each as "path = value".')),
  },
  insert: ['from', 'value'],
});
export interface Imported extends ModelOf<typeof imported> {}
