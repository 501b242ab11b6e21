/** Blocks by their number, as a sentence says them: "1 job analysis", "2 job analyses". */
import { kindOf } from '../vocabulary/kinds.ts';
import { code } from './markdown.ts';

export function inNumber(count: number, kind: string): string {
  const called = kindOf(kind)?.called.replace(/^an? /, '');
  // A kind that nobody knows is said as it is written.
  if (called === undefined) return `${count} ${code(kind)}`;
  return `${count} ${count === 1 ? called : several(called)}`;
}

/** "pieces of evidence", "governing bodies": of what is counted, its last word. */
const several = (called: string): string => called.replace(/^.*?(?= of |$)/, plural);

function plural(one: string): string {
  if (/\bperson$/.test(one)) return one.replace(/person$/, 'people');
  if (/sis$/.test(one)) return one.replace(/sis$/, 'ses');
  return /[^aeiou]y$/.test(one) ? one.replace(/y$/, 'ies') : `${one}s`;
}
