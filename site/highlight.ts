/** Converts a program to HTML with the workplace's colours, for the pages of the documentation. */
import { highlightTree } from '@lezer/highlight';
import { colours, cred } from './language.ts';

/** Returns the HTML; `escaped` escapes text. */
export function highlighted(text: string, escaped: (text: string) => string): string {
  let made = '';
  let at = 0;
  highlightTree(cred.parser.parse(text), colours, (from, to, classes) => {
    made += `${escaped(text.slice(at, from))}<span class="${classes}">${escaped(text.slice(from, to))}</span>`;
    at = to;
  });
  return made + escaped(text.slice(at));
}
