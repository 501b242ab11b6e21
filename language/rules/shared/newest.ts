/** Where a block repeats and one is meant, the newest counts; older ones stay as history. */
import type { Stated } from '../../model/block.ts';
import type { Day } from '../../model/values.ts';

/** The blocks of the latest date, all of them where several share it; without any date the last one written. */
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
