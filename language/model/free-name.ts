/** Finds names that no block has yet. */
import type { Names } from './scope.ts';

/** Returns a free top-level name: `wanted` itself, or else `wanted-2`, `wanted-3` … */
export function freeName(wanted: string, names: Names): string {
  let name = wanted;
  for (let number = 2; names.top(name).length > 0; number++) name = `${wanted}-${number}`;
  return name;
}

/** Returns the kind with the first number whose name is free: `outcome1`, `outcome2` … */
export function numberedName(kind: string, isTaken: (name: string) => boolean): string {
  let number = 1;
  while (isTaken(kind + number)) number++;
  return kind + number;
}
