/** Lists the blocks of a project that an import has to know of. */
import type { Stated } from '../language/model/block.ts';
import type { CredFile } from '../language/model/file.ts';
import type { ExistingBlock } from './import.ts';

/** Returns the named blocks of a file; `shown` is how messages call the file. */
export const existingBlocks = ({ root }: CredFile, shown: string): ExistingBlock[] =>
  root.children.flatMap((block): ExistingBlock[] => {
    if (block.name === undefined) return [];
    const hasCtid = block.table !== undefined && Object.hasOwn(block.table.properties, 'ctid');
    const ctid = hasCtid ? (block.stated('ctid') as Stated<string> | undefined) : undefined;
    return [{ name: block.name, kind: block.kind, file: shown, ...(typeof ctid?.value === 'string' && { ctid: ctid.value }) }];
  });
