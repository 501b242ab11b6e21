import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { count, date, document, kind, many, ref, word } from './define.ts';

const PASSING = cite('NCCA-2021.S17');

/** The study that establishes the passing score. */
export const standardSetting = kind('standard-setting', {
  called: 'a standard-setting study',
  standsIn: ['assessment'],
  says: 'The study by which the passing score was found. A panel recommends it and a governing body approves it.',
  asked: [PASSING],
  properties: {
    method: many(
      word(
        'How was the passing score found?',
        'How the passing score was found.',
        {
          'modified-angoff': 'Experts estimate how many barely competent people would get each item right, in rounds with discussion.',
          angoff: 'Experts estimate how many barely competent people would get each item right.',
          ebel: 'Experts sort items by difficulty and by relevance.',
          nedelsky: 'Experts mark the wrong answers that a barely competent person would rule out.',
          bookmark: 'Experts place a mark in a booklet of items ordered from easy to hard.',
          'contrasting-groups': 'The scores of people known to be competent and of people known not to be are compared.',
          'borderline-group': 'The scores of people judged to be just at the border are used.',
          'borderline-regression': 'Scores are set against overall ratings, and the border is read from the line.',
          'body-of-work': 'Experts judge whole sets of answers or works.',
          hofstee: 'Experts name the passing scores and failure rates that are acceptable; the results decide between them.',
          beuk: "Experts' passing score and expected passing rate are balanced against the results.",
          'fixed-percentage': 'A percentage was picked beforehand, without a study of the items.',
          quota: 'A set share or number of people passes.',
        },
        { asked: [PASSING] },
      ),
    ),
    conducted: date('When was the study on the passing score completed?', 'When the study was completed.'),
    panelists: count('How many experts took part?', 'How many experts took part.'),
    panel: ref('panel', 'Which panel took part?', 'The panel that took part.'),
    'approved-by': ref('body', 'Which governing body approved the passing score?', 'The governing body that approved the passing score.'),
    'next-due': date('When is the next study on the passing score due?', 'When the next study is due.', { asked: [PASSING] }),
    document: document('Where is its report?', 'Where the report of the study is: a path or an https address.', { asked: [PASSING] }),
  },
  insert: ['method', 'conducted', 'panelists'],
});
export interface StandardSetting extends ModelOf<typeof standardSetting> {}
