/** Makes fixes that state that a module teaches, or an assessment measures, something. The author picks the module or assessment. */
import type { Fix } from '../../findings/finding.ts';
import { addStated, fixOf } from '../../fixes/fix.ts';
import type { AnyBlock } from '../../model/block.ts';
import { valuesOf } from '../../model/facts.ts';
import type { CredFile } from '../../model/file.ts';
import { offsets } from '../../model/span.ts';
import type { Reference } from '../../model/values.ts';

/** The number of blocks up to which fixes are offered; more would be a list to read rather than a choice. */
const MOST = 6;

/** Returns a fix for each block that could name it, such as `Say that "Final test" measures it`. */
export function linkFixes(
  file: CredFile,
  blocks: readonly AnyBlock[],
  key: 'teaches' | 'measures' | 'requires',
  to: AnyBlock,
): readonly Fix[] {
  const { name } = to;
  if (name === undefined || blocks.length > MOST) return [];
  // If the block names it already, the name is ambiguous, and naming it again would not help.
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
