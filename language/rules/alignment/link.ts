/** Fixes that say, of a module or an assessment that the author picks, that it teaches or measures something. */
import type { Fix } from '../../findings/finding.ts';
import { addStated, fixOf } from '../../fixes/fix.ts';
import type { AnyBlock } from '../../model/block.ts';
import { valuesOf } from '../../model/facts.ts';
import type { CredFile } from '../../model/file.ts';
import { offsets } from '../../model/span.ts';
import type { Reference } from '../../model/values.ts';

/** More would be a list to read rather than a choice. */
const MOST = 6;

/** One fix for each block that could name it: `Say that "Final test" measures it`. */
export function linkFixes(
  file: CredFile,
  blocks: readonly AnyBlock[],
  key: 'teaches' | 'measures' | 'requires',
  to: AnyBlock,
): readonly Fix[] {
  const { name } = to;
  if (name === undefined || blocks.length > MOST) return [];
  // Where it is named already, its name stands for two: one more would not help.
  const listed = (block: AnyBlock): boolean =>
    valuesOf(block.stated(key)).some(({ value }) => (value as Reference | undefined)?.path?.at(-1) === name);
  return blocks
    .filter(block => !listed(block))
    .map(block => {
      const title = `Say that "${block.label}" ${key} ${key === 'requires' ? `"${to.label}"` : 'it'}`;
      const stated = block.stated(key);
      if (!stated) return addStated(file, block, key, name, title);
      const { end } = offsets(stated.span);
      return fixOf(title, false, () => [{ start: end, end, text: `, ${name}` }]);
    });
}
