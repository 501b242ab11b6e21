import type { ModelOf } from '../model/block.ts';
import { kind, text } from './define.ts';

/** A numbered part of a standard. */
export const clause = kind('clause', {
  called: 'a clause',
  standsIn: ['standard', 'clause'],
  says: 'A numbered part of a standard. It holds smaller clauses, or the features that a program shows to meet it.',
  named: true,
  titled: true,
  properties: {
    number: text('What is its number in the document?', 'Its number, as the document prints it.'),
    summary: text('What does it ask for, in your own words?', 'What it asks for, in your own words.'),
  },
  insert: ['number'],
});
export interface Clause extends ModelOf<typeof clause> {}
