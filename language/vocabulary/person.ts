import type { ModelOf } from '../model/block.ts';
import { kind, many, ref, TOP, text } from './define.ts';

/**
 * A person who teaches, writes items, sits on a panel or decides. A person has a name so that two roles of the same person can be found.
 */
export const person = kind('person', {
  called: 'a person',
  standsIn: [TOP],
  says: 'Somebody with a part in a program: who teaches, writes items, sits on a panel or decides. The title is the full name.',
  named: true,
  properties: {
    affiliation: ref(
      'organization',
      'Which organization does the person work for or represent?',
      'The organization that the person works for or represents.',
      { ctdl: 'ceterms:affiliation' },
    ),
    credentials: many(
      text(
        'Which degrees, certifications and licenses does the person hold?',
        'Degrees, certifications and licenses that the person holds.',
      ),
    ),
  },
  insert: ['affiliation'],
});
export interface Person extends ModelOf<typeof person> {}
