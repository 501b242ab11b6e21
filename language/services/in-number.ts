/** A count of blocks in words: "1 job analysis", "2 job analyses". */
import { kindOf } from '../vocabulary/kinds.ts';
import { code } from './markdown.ts';

/** Returns a number of blocks in words; a kind that the vocabulary does not have is quoted. */
export function inNumber(count: number, kind: string): string {
  const called = kindOf(kind)?.called.replace(/^an? /, '');
  // A kind that the vocabulary does not have is returned as it is written.
  if (called === undefined) return `${count} ${code(kind)}`;
  return `${count} ${count === 1 ? called : several(called)}`;
}

/** Returns the plural. It changes the last word before "of": "pieces of evidence", "governing bodies". */
const several = (called: string): string => called.replace(/^.*?(?= of |$)/, plural);

function plural(one: string): string {
  if (/\bperson$/.test(one)) return one.replace(/person$/, 'people');
  if (/sis$/.test(one)) return one.replace(/sis$/, 'ses');
  return /[^aeiou]y$/.test(one) ? one.replace(/y$/, 'ies') : `${one}s`;
}
