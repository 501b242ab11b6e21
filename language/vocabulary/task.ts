import type { ModelOf } from '../model/block.ts';
import { kind } from './define.ts';

/** One piece of work within a domain. */
export const task = kind('task', {
  called: 'a task',
  standsIn: ['domain'],
  says: 'A piece of work within a domain that people in the role do. The title states it.',
  asked: ['NCCA 2014 Standard 14, Job Analysis'],
  ctdl: 'ceterms:Task',
  properties: {},
  insert: [],
});
export interface Task extends ModelOf<typeof task> {}
