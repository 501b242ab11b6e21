/** Fixes for a block that is known by its facts, because it may stand in another file. */
import type { Edit, Fix } from '../findings/finding.ts';
import { fileName } from '../model/address.ts';
import type { AnyBlock } from '../model/block.ts';
import type { BlockFacts } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import { offsets } from '../model/span.ts';

/** Returns the block of this file that the facts describe. */
export function blockOfFacts(part: BlockFacts, file: CredFile): AnyBlock | undefined {
  if (part.uri !== file.uri) return undefined;
  const at = file.lines.offset(part.range.start);
  return file.blocks.find(block => block.kind === part.kind && offsets(block.headSpan).start === at);
}

/** Returns the fix that `make` gives for a block, in the file where the block stands. */
export function fixWhereItStands(
  part: BlockFacts,
  { file, names }: { readonly file: CredFile; readonly names: Names },
  make: (file: CredFile, block: AnyBlock) => Fix,
): Fix[] {
  const here = blockOfFacts(part, file);
  if (here) return [make(file, here)];
  if (part.uri === file.uri) return [];
  const edits = (): readonly Edit[] => {
    const other = names.file?.(part.uri);
    const block = other && blockOfFacts(part, other);
    return block ? make(other, block).edits() : [];
  };
  // The title does not depend on the block, so the block's file is read only when the fix is applied.
  const { title, ...fix } = make(file, file.root);
  return [{ ...fix, title: `${title} in ${fileName(part.uri)}`, in: part.uri, edits }];
}
