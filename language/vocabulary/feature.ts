import type { ModelOf } from '../model/block.ts';
import { amount, anyWord, duration, featurePath, kind, many, text, word } from './define.ts';
import { STAGES } from './stages.ts';

/** A feature that a clause of a standard asks a program to show. */
export const feature = kind('feature', {
  called: 'a feature',
  standsIn: ['clause'],
  says: 'Something that the description of a program can show, and by which Cred sees how far a clause is met.',
  named: true,
  titled: true,
  properties: {
    needs: many(
      featurePath(
        'What must be stated, all of it?',
        'What must be stated, all of it: a kind and its property, such as job-analysis.conducted. A word may follow, as in ' +
          'policy.covers.appeals; a kind alone asks for a block that says something.',
      ),
    ),
    'any-of': many(featurePath('What may be stated, of which one is enough?', 'What may be stated: one of these is enough.')),
    is: many(
      anyWord(
        'Which words may the value be?',
        'What the value of the last path of "needs" (else of "any-of") must be: one of these words.',
      ),
    ),
    'at-least': amount('What is the least that the value must be?', 'The least that this value must be.'),
    within: duration(
      'How old may the date be at most?',
      'How old this date may be at most. If the value is no date, the date of its block counts, such as the period of results.',
    ),
    each: anyWord(
      'Of which kind must every block show it?',
      'A kind of block in the paths: every block of it must show this. Left out, one is enough.',
    ),
    where: many(
      featurePath(
        'Where is it asked for?',
        'Where it is asked for: only of programs that state one of these; with "each", only of the blocks that do.',
      ),
    ),
    passes: many(
      text(
        'Which rules must find nothing?',
        'Rules by their ids, in quotes: the feature is shown when none of them finds anything, and the program says something that ' +
          'they look at. What they report is not reported again for the clause.',
        { names: 'rules' },
      ),
    ),
    stage: word('In which stage does it come about?', "The stage of a program's life in which it comes about.", STAGES),
    advice: text('What should be done to show it?', 'What to do to show it.'),
    basis: word('Where does it come from?', 'Where the feature comes from. Left out, it is the practice of the field.', {
      published: 'The document itself asks for it.',
      practice: 'The field does so; the document does not say it.',
    }),
  },
  insert: ['needs'],
});
export interface Feature extends ModelOf<typeof feature> {}
