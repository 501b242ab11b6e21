/** What counts as said where holes do not: readiness, path and features. */
import type { AnyBlock } from '../model/block.ts';
import { valuesOf } from '../model/facts.ts';

/** Whether a property has a value that is neither a hole nor one that `language/` reports. */
export const says = (block: AnyBlock, key: string): boolean => valuesOf(block.stated(key)).some(({ value }) => value !== undefined);

/** Whether a block says anything besides holes: a title, a value, or a block in it that does. */
export const saysSomething = (block: AnyBlock): boolean =>
  Boolean(block.title?.trim()) || block.properties.some(({ key }) => says(block, key)) || block.children.some(saysSomething);
