/** The words of a text that stand outside of all braces, its top-level names among them; much sooner told than by understanding the file. */

const BLOCK_TEXT = /"""(?:\\["\\]|(?!""")[^])*"""/u;
const TEXT = /"(?:\\["\\]|[^"\n\r])*"/u;
const COMMENT = /\/\/[^\n\r]*|\/\*[^]*?\*\//u;
const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_-]*/u;
/** Slips, after which the parser may see another structure than is seen here. */
const UNCLEAR = /["'\u2018-\u201f\u00ab\u00bb]|:\/\/|\/\*/u;
const anyOf = (...parts: readonly RegExp[]): RegExp => new RegExp(parts.map(part => part.source).join('|'), 'gu');
const OUTSIDE = anyOf(BLOCK_TEXT, TEXT, COMMENT, UNCLEAR, WORD, /[{}]/);
/** Within braces words say nothing, and most of a text stands there. */
const INSIDE = anyOf(BLOCK_TEXT, TEXT, COMMENT, UNCLEAR, /[{}]/);

/** `undefined` where quotes, comments or braces do not pair up. */
export function topWords(text: string): ReadonlySet<string> | undefined {
  const words = new Set<string>();
  let depth = 0;
  for (let at = 0; ; ) {
    const parts = depth === 0 ? OUTSIDE : INSIDE;
    parts.lastIndex = at;
    const part = parts.exec(text)?.[0];
    if (part === undefined) break;
    at = parts.lastIndex;
    if (part === '{') depth++;
    else if (part === '}') depth--;
    else if (part.startsWith('"') ? part.length === 1 || SWALLOWED.test(part) : SLIP.test(part)) return undefined;
    else if (depth === 0 && STARTS.test(part)) words.add(part.normalize('NFC'));
    if (depth < 0) return undefined;
  }
  return depth === 0 ? words : undefined;
}

const SLIP = new RegExp(`^(?:${UNCLEAR.source})$`, 'u');
const STARTS = /^[\p{L}_]/u;
/** A block text that seems to end where another one begins. */
const SWALLOWED = /\n[ \t]*[_\p{L}][\p{L}\p{M}\p{N}_-]*[ \t]*:[ \t]*"""$/u;

/** Whatever stands between the key and its value, but for a comment, which ends the property: the files that this names are understood before they are believed. */
const OWNER = /owner[^\p{L}\p{M}\p{N}_-][^\p{L}_]*([\p{L}_][\p{L}\p{M}\p{N}_-]*)/gu;

/** The words that may be said of `owner` in a text. */
export const ownerWords = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(OWNER)].map(([, word]) => word!.normalize('NFC')));
