/** Names that nothing bears yet. */
import type { Names } from './scope.ts';

/** A name for the top level: the one that is wanted, else `wanted-2`, `wanted-3` … */
export function freeName(wanted: string, names: Names): string {
  let name = wanted;
  for (let number = 2; names.top(name).length > 0; number++) name = `${wanted}-${number}`;
  return name;
}

/** The kind of a block and the first number that makes a name of it that is not taken: `outcome1`, `outcome2` … */
export function numberedName(kind: string, isTaken: (name: string) => boolean): string {
  let number = 1;
  while (isTaken(kind + number)) number++;
  return kind + number;
}
