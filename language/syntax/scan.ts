/**
 * Forward searches in a text, for the lexer and for code that reads a text without it. Each takes linear time however often it is
 * called. No pattern here may read one character in two ways: on an unclosed text such a pattern would backtrack without end.
 */

/**
 * Remembers the result of a forward search: between the offset that was asked for and the one that was found, every offset has the
 * same answer. `find` returns `Infinity` if there is none.
 */
export function ahead(find: (from: number) => number): (from: number) => number {
  let asked = Number.POSITIVE_INFINITY;
  let found = -1;
  return from => {
    if (from < asked || from > found) {
      asked = from;
      found = find(from);
    }
    return found;
  };
}

/** Returns the offset of the first line ending at or after `from`, or the text's length. */
export function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === LF || c === CR) return i;
  }
  return text.length;
}

/**
 * Returns the offset behind the quotation mark that closes, on the same line, a text opened at `at`; -1 if none does. A backslash
 * escapes a quotation mark or a backslash. If every remaining mark on the line is escaped, the last one closes the text:
 * `"C:\files\"` is a path.
 */
export function textEnd(text: string, at: number): number {
  let escaped = -1;
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) return i + 1;
    if (c === LF || c === CR) break;
    if (c !== BACKSLASH) continue;
    const next = text.charCodeAt(i + 1);
    if (next === QUOTE) escaped = i + 2;
    if (next === QUOTE || next === BACKSLASH) i++;
  }
  return escaped;
}

/**
 * Returns the offset of the `"""` that closes a block text whose words begin at `from`; `Infinity` if none does. If every such mark
 * is escaped, the last one closes it, as in {@link textEnd}.
 */
export function blockTextClose(text: string, from: number): number {
  let escaped = Number.POSITIVE_INFINITY;
  const isClose = (i: number): boolean => text.charCodeAt(i + 1) === QUOTE && text.charCodeAt(i + 2) === QUOTE;
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE && isClose(i)) return i;
    if (c !== BACKSLASH) continue;
    const next = text.charCodeAt(i + 1);
    if (next === QUOTE && isClose(i + 1)) escaped = i + 1;
    if (next === QUOTE || next === BACKSLASH) i++;
  }
  return escaped;
}

/** Returns the offset where the line `key: """` begins whose quotes stand at `quotes`; -1 if the quotes do not follow a key. */
export function keyOfBlockText(text: string, quotes: number): number {
  // The line is read backwards, so that a long line with many quotes is not read again for each of them.
  let at = beforeBlanks(text, quotes);
  if (text[at - 1] !== ':') return -1;
  const wordEnd = beforeBlanks(text, at - 1);
  for (at = wordEnd; at > 0 && isWordPart(text, at - 1); at--);
  const line = beforeBlanks(text, at);
  return line > 0 && isLineEnd(text.charCodeAt(line - 1)) && BEGINS_WORD.test(text.slice(at, Math.min(at + 2, wordEnd))) ? line : -1;
}
const BEGINS_WORD = /^[_\p{L}]/u;
const WORD_PART = /^[\p{L}\p{M}\p{N}_-]/u;

function beforeBlanks(text: string, end: number): number {
  let at = end;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

/** Returns whether a code unit is part of a word. Half of a surrogate pair counts if the whole character is a letter. */
function isWordPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0xdc00 && code < 0xe000) return WORD_PART.test(text.slice(at - 1, at + 1));
  return WORD_PART.test(code >= 0xd800 && code < 0xdc00 ? text.slice(at, at + 2) : text[at]!);
}

/** Returns the text without the characters at its end that `is` accepts. */
export function withoutEnd(text: string, is: (code: number) => boolean): string {
  let end = text.length;
  while (end > 0 && is(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Returns whether a code unit ends a line. */
export const isLineEnd = (code: number): boolean => code === LF || code === CR;
/** Returns whether a code unit is white space, as `\s` defines it. */
export const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && BLANKS.has(code));
const BLANKS: ReadonlySet<number> = new Set([
  0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f,
  0x3000, 0xfeff,
]);

const LF = 10;
const CR = 13;
const QUOTE = 34;
const BACKSLASH = 92;
