/** The words of a text that stand outside of all braces, its top-level names among them; much sooner told than by understanding the file. */

import { blockTextClose, keyOfBlockText, lineEnd, textEnd } from '../../language/syntax/scan.ts';

const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_-]*/uy;
/** What has a meaning outside of all braces; what begins a slip, after which the parser may see another structure, comes last. */
const OUTSIDE = /["{}]|\/\/|\/\*|['\u2018-\u201f\u00ab\u00bb]|:\/\/|[\p{L}_]/gu;
/** Within braces words say nothing, and most of a text stands there. */
const INSIDE = /["{}]|\/\/|\/\*|['\u2018-\u201f\u00ab\u00bb]|:\/\//gu;

/** `undefined` where quotes, comments or braces do not pair up. */
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

/** The offset behind a text in quotes; `undefined` where nothing closes it, or only what seems to open another. */
function endOfText(text: string, at: number): number | undefined {
  if (text.startsWith('"""', at)) {
    const close = blockTextClose(text, at + 3);
    return close < text.length && keyOfBlockText(text, close) <= at ? close + 3 : undefined;
  }
  const end = textEnd(text, at);
  return end < 0 ? undefined : end;
}

/** Whatever stands between the key and its value, but for a comment, which ends the property: the files that this names are understood before they are believed. */
const OWNER = /owner[^\p{L}\p{M}\p{N}_-][^\p{L}_]*([\p{L}_][\p{L}\p{M}\p{N}_-]*)/gu;

/** The words that may be said of `owner` in a text. */
export const ownerWords = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(OWNER)].map(([, word]) => word!.normalize('NFC')));
