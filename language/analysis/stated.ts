/** What counts as stated, where holes do not: for readiness, path and features. */
import type { AnyBlock } from '../model/block.ts';
import { valuesOf } from '../model/facts.ts';

/** Returns whether a property has a value that is neither a hole nor unreadable. */
export const says = (block: AnyBlock, key: string): boolean => valuesOf(block.stated(key)).some(({ value }) => value !== undefined);

/** Returns whether a block states anything besides holes: a title, a value, or an inner block that does. */
export const saysSomething = (block: AnyBlock): boolean =>
  Boolean(block.title?.trim()) || block.properties.some(({ key }) => says(block, key)) || block.children.some(saysSomething);
