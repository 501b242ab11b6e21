import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { count, kind, PROGRAMS, share } from './define.ts';

/** One of the content areas that an examination covers. */
export const domain = kind('domain', {
  called: 'a domain',
  standsIn: [...PROGRAMS, 'assessment'],
  says: 'A part of what the examination covers, with its share of it. The domains together are the examination specifications.',
  differs: {
    certification: 'Domains and their weights come from the job analysis.',
    certificate: 'The assessment follows the intended learning outcomes instead.',
  },
  asked: [cite('NCCA-2021.S15')],
  named: true,
  titled: true,
  properties: {
    weight: share('What is its share of the examination?', 'Its share of the examination: a percent, or a range such as 20% to 25%.', {
      asked: [cite('NCCA-2021.S15')],
      ctdl: 'ceterms:weight',
    }),
    items: count('How many questions or tasks does it have?', 'How many questions or tasks it has.'),
  },
  insert: ['weight'],
});
export interface Domain extends ModelOf<typeof domain> {}
