/**
 * Finds the words of a text that stand outside of all braces, which include its top-level names. This is much faster than parsing the
 * file.
 */

import { blockTextClose, keyOfBlockText, lineEnd, textEnd } from '../../language/syntax/scan.ts';

const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_-]*/uy;
/**
 * Matches everything that matters outside of braces. The last alternatives are beginnings of mistakes, after which the parser might see
 * another structure.
 */
const OUTSIDE = /["{}]|\/\/|\/\*|['\u2018-\u201f\u00ab\u00bb]|:\/\/|[\p{L}_]/gu;
/** Matches what matters within braces: no words, because only the structure counts there. Most of a text stands within braces. */
const INSIDE = /["{}]|\/\/|\/\*|['\u2018-\u201f\u00ab\u00bb]|:\/\//gu;

/** Returns the words outside of all braces; `undefined` if quotes, comments or braces are unbalanced. */
export function topWords(text: string): ReadonlySet<string> | undefined {
  const words = new Set<string>();
  let depth = 0;
  for (let at = 0; ; ) {
    const parts = depth === 0 ? OUTSIDE : INSIDE;
    parts.lastIndex = at;
    const found = parts.exec(text);
    if (!found) break;
    const begin = found.index;
    let end: number | undefined = begin + 1;
    switch (found[0]) {
      case '{':
        depth++;
        break;
      case '}':
        if (--depth < 0) return undefined;
        break;
      case '"':
        end = endOfText(text, begin);
        break;
      case '//':
        end = lineEnd(text, begin);
        break;
      case '/*':
        end = text.indexOf('*/', begin + 2) + 2;
        if (end < 2) return undefined;
        break;
      default: {
        WORD.lastIndex = begin;
        const word = WORD.exec(text)?.[0];
        if (word === undefined) return undefined;
        words.add(word.normalize('NFC'));
        end = begin + word.length;
      }
    }
    if (end === undefined) return undefined;
    at = end;
  }
  return depth === 0 ? words : undefined;
}

/** Returns the offset after a quoted text; `undefined` if it is not closed, or only by a mark that seems to open another text. */
function endOfText(text: string, at: number): number | undefined {
  if (text.startsWith('"""', at)) {
    const close = blockTextClose(text, at + 3);
    return close < text.length && keyOfBlockText(text, close) <= at ? close + 3 : undefined;
  }
  const end = textEnd(text, at);
  return end < 0 ? undefined : end;
}

/**
 * Matches `owner` and its value, with anything but letters between them. A comment there ends the property. Too many matches do no harm:
 * the named files are parsed before they count.
 */
const OWNER = /owner[^\p{L}\p{M}\p{N}_-][^\p{L}_]*([\p{L}_][\p{L}\p{M}\p{N}_-]*)/gu;

/** Returns the words of a text that may be the value of `owner`. */
export const ownerWords = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(OWNER)].map(([, word]) => word!.normalize('NFC')));
