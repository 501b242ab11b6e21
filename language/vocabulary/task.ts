import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { kind } from './define.ts';

/** A task of the role, within a domain. */
export const task = kind('task', {
  called: 'a task',
  standsIn: ['domain'],
  says: 'A piece of work within a domain that people in the role do. The title states it.',
  asked: [cite('NCCA-2021.S14')],
  ctdl: 'ceterms:Task',
  properties: {},
  insert: [],
});
export interface Task extends ModelOf<typeof task> {}
