/** Finds the newest of repeated blocks; the older ones are history. */
import type { Stated } from '../../model/block.ts';
import type { Day } from '../../model/values.ts';

/** Returns the blocks with the latest date, or the last one written if none has a date. */
export function newest<B>(blocks: readonly B[], dateOf: (block: B) => Stated<Day> | undefined): readonly B[] {
  const dated = blocks.flatMap(block => {
    const day = dateOf(block)?.value;
    return day ? [{ block, day }] : [];
  });
  if (dated.length === 0) return blocks.slice(-1);
  const last = dated
    .map(({ day }) => day.to)
    .sort()
    .at(-1);
  return dated.filter(({ day }) => day.to === last).map(({ block }) => block);
}
