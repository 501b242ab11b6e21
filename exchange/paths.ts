/** Paths of files, none of which another of them takes the place of. */

/** Returns a path that no other of the list has, even where capitals and the ways of writing an accent do not count. */
export function distinct(stem: string, ending: string, taken: Set<string>): string {
  let made = `${stem}${ending}`;
  for (let number = 2; taken.has(folded(made)); number++) made = `${stem}-${number}${ending}`;
  taken.add(folded(made));
  return made;
}

/** Returns a path as file systems compare it that ignore capitals. */
export const folded = (path: string): string => path.normalize('NFC').toLowerCase();

/** Splits a path before the ending of its last part; the ending is empty if there is none. */
export function splitEnding(path: string): { readonly stem: string; readonly ending: string } {
  const [ending = ''] = /(?<=[^/])\.[^./]*$/.exec(path) ?? [];
  return { stem: path.slice(0, path.length - ending.length), ending };
}
