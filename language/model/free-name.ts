import type { Names } from './scope.ts';

/** A name that nothing at the top level bears yet: the one that is wanted, else with the next number. */
export function freeName(wanted: string, names: Names): string {
  let name = wanted;
  for (let number = 2; names.top(name).length > 0; number++) name = `${wanted}-${number}`;
  return name;
}
