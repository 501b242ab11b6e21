/**
 * Text to tokens, by hand: it looks at the token before (a word that begins a member is another token than a word that
 * is a value), never fails, and ends what was left unclosed where the rest of the file stays readable.
 */
import { type Comment, Token, type TokenFlaw, type TokenKind } from './token.ts';

export interface Lexed {
  readonly tokens: Token[];
  readonly comments: Comment[];
}

const WORD = /[_\p{L}][\p{L}\p{M}\p{N}_-]*/uy;
const DATE = /\d{4}-\d{2}(?:-\d{2})?(?![\p{L}\p{N}_/.-])/uy;
const NUMBER = /-?\d+(?:\.\d+)?(?![\d/:]|[.-]\d)/y;
/** `1,240` and `0,88` stay three tokens; `mend` reads them together. */
const RUN = /(?:(?!\/[/*])[^\s{};,"])+/y;
const ADDRESS = /[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s{};"]*/y;
const MONEY = /[$€£¥][ \t]?[^\s{};"]*\d/y;
const TEXT = /"(?:\\["\\]|[^"\n\r])*"/y;
/** In block text only a doubled backslash and an escaped quote are two characters. */
const BLOCK_TEXT = /"""(?:\\["\\]|(?!""")[^])*"""/y;
const CURLY = /[“„”«][^”“»\n\r"]*[”“»"]?/y;
/** An apostrophe within does not end it. */
const SINGLE = /['‘](?:[^'’\n\r]|['’](?=\p{L}))*['’](?!\p{L})/uy;
/** What people write where a colon is due. */
const ASSIGN = /=>?|：/y;
const COLON = /[ \t]*:(?!\/\/)/y;
/** What follows a word that begins a block, seen from the end of the word. */
const BLOCK_FOLLOWS = /[ \t]+(?:[_\p{L}"?{])|[ \t]*\{/uy;
/** Only before a number `of` and `to` join two of them. */
const NUMBER_FOLLOWS = /[ \t]*-?\d+(?![\d/:-]|\.\D)/y;
/** A property, or the head of a block with its title or its brace. */
const MEMBER =
  /[ \t]*[_\p{L}][\p{L}\p{M}\p{N}_-]*(?:[ \t]*:(?!\/\/)|(?:[ \t]+[_\p{L}][\p{L}\p{M}\p{N}_-]*)?(?:[ \t]+"[^"\n\r]*"[ \t]*(?:\{|(?![^\n\r]))|[ \t]*\{))/uy;
/** Several words and a colon: a property as people write it. */
const PHRASE = /[ \t]*[_\p{L}][\p{L}\p{M}\p{N}_-]*(?:[ \t]+[_\p{L}][\p{L}\p{M}\p{N}_-]*){1,5}[ \t]*:(?!\/\/)/uy;
const CLOSING_OR_COMMENT = /[ \t]*(?:\}|\/[/*])/y;
/** A bullet or another mark that stands before a line's first word; never the beginning of a comment. */
const MARK = /(?:(?!\/[/*])[^\s\p{L}\p{M}\p{N}_{};,"'])+/uy;
/** What belongs to nothing where it stands first on a line, and has nothing to do with what follows. */
const LOOSE: ReadonlySet<TokenKind> = new Set<TokenKind>(['bad', 'number', 'date', ',', ':', '%', '?']);

/** Where to begin in the middle of a text: at a token that is the first on its line and begins a member. */
export interface Start {
  readonly at: number;
  readonly lineStart: number;
  readonly previous: Token | undefined;
}

/** All tokens and comments; from `start` on, where given, and up to the first token that `ends` takes for known. */
export function lex(text: string, start?: Start, ends?: (token: Token) => boolean): Lexed {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  let size = text.length;
  let at = start?.at ?? 0;
  let newLine = true;
  let lineStart = start?.lineStart ?? 0;
  let afterComment = false;
  let previous = start?.previous;
  /** Whether values of a property are being read. */
  let inValue = false;
  /** Whether the line has had nothing but what belongs to nothing, as a bullet, and whether a member follows that. */
  let loose = false;
  let afterLoose = false;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const matchesAt = (pattern: RegExp, where: number): boolean => startsAt(pattern, text, where);
  const push = (kind: TokenKind, word: string, length: number, flaw?: TokenFlaw): void => {
    const begins =
      previous === undefined ||
      previous.kind === ';' ||
      previous.kind === '{' ||
      previous.kind === '}' ||
      afterLoose ||
      (previous.kind !== ',' && (newLine || afterComment));
    const token = new Token(kind, word, at, length, begins, newLine, flaw);
    token.index = tokens.length;
    token.gap = at - (newLine ? lineStart : previous!.end);
    if (ends?.(token)) {
      size = at;
      return;
    }
    tokens.push(token);
    previous = token;
    inValue = kind === 'key' || (inValue && !begins);
    loose = LOOSE.has(kind) && (begins || (loose && !newLine));
    at += length;
    newLine = false;
    afterComment = false;
    afterLoose = loose && (matchesAt(MEMBER, at) || matchesAt(PHRASE, at));
  };
  const mayBegin = (): boolean =>
    previous === undefined || previous.kind === ';' || previous.kind === '{' || previous.kind === '}' || newLine || afterComment;
  /** A word at a place where a member may begin is a head; after a comma and a new line only if a block follows. */
  const word = (image: string): void => {
    const end = at + image.length;
    COLON.lastIndex = end;
    const colon = COLON.exec(text);
    if (colon) {
      push('key', image, image.length + colon[0].length);
      return;
    }
    if (image === 'of' || image === 'to') {
      if ((previous?.kind === 'number' || previous?.kind === '%') && !newLine && matchesAt(NUMBER_FOLLOWS, end)) {
        push(image, image, image.length);
        return;
      }
    }
    if (afterLoose || (mayBegin() && (previous?.kind !== ',' || matchesAt(BLOCK_FOLLOWS, end)))) {
      push('head', image, image.length);
      return;
    }
    let length = image.length;
    while (text.charCodeAt(at + length) === DOT) {
      WORD.lastIndex = at + length + 1;
      const more = WORD.exec(text);
      length += 1 + (more ? more[0].length : 0);
      if (!more) break;
    }
    push('word', text.slice(at, at + length), length);
  };

  while (at < size) {
    const c = text.charCodeAt(at);
    if (c === SPACE || c === TAB || c === BOM) {
      at++;
      continue;
    }
    if (c === LF || c === CR) {
      at++;
      newLine = true;
      lineStart = at;
      continue;
    }
    if (c === SLASH && text.charCodeAt(at + 1) === SLASH) {
      const start = at;
      while (at < size && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at++;
      comments.push({ start, end: at, style: 'line', firstOnLine: newLine });
      continue;
    }
    if (c === SLASH && text.charCodeAt(at + 1) === STAR) {
      const close = text.indexOf('*/', at + 2);
      // An unclosed comment ends with its line: the rest of the file stays readable.
      const end = close >= 0 ? close + 2 : lineEnd(text, at);
      comments.push({ start: at, end, style: 'block', firstOnLine: newLine, ...(close < 0 && { unclosed: true }) });
      if (close >= 0 && text.slice(at, end).includes('\n')) newLine = true;
      at = end;
      afterComment = true;
      continue;
    }
    if (c === QUOTE) {
      quoted();
      continue;
    }
    const mark = MARKS[c];
    if (mark !== undefined) {
      push(mark, mark, 1);
      continue;
    }
    if (c === MINUS || (c >= ZERO && c <= NINE)) {
      const date = match(DATE);
      if (date) push('date', date, date.length);
      else {
        const number = match(NUMBER);
        if (number) push('number', number, number.length);
        else bad();
      }
      continue;
    }
    const image = match(WORD);
    if (image) {
      const address = text.startsWith('://', at + image.length) ? match(ADDRESS) : undefined;
      if (address) push('bad', trimEnd(address), trimEnd(address).length);
      else word(image);
      continue;
    }
    bad();
  }
  return { tokens, comments };

  function bad(): void {
    const curly = match(CURLY);
    if (curly && !/[”“»"]$/.test(curly.slice(1))) {
      const own = unclosed(curly);
      return push('bad', own, own.length, 'curly-quotes');
    }
    if (curly) return push('bad', curly, curly.length, 'curly-quotes');
    // Within a word it is an apostrophe.
    const single = /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? undefined : match(SINGLE);
    if (single) return push('bad', single, single.length, 'single-quotes');
    const assign = previous?.kind === 'head' && !newLine ? match(ASSIGN) : undefined;
    if (assign) return push('bad', assign, assign.length);
    const mark = mayBegin() ? match(MARK) : undefined;
    const begins = (where: number): boolean => matchesAt(MEMBER, where) || matchesAt(PHRASE, where);
    const image = (mark && begins(at + mark.length) ? mark : undefined) ?? match(MONEY) ?? match(RUN) ?? text[at]!;
    push('bad', image, image.length);
  }

  function quoted(): void {
    if (text.startsWith('"""', at)) {
      const whole = match(BLOCK_TEXT);
      if (whole && !swallowed(whole)) return push('string', whole, whole.length);
      const toEnd = text.slice(at, unclosedBlockText(text, at));
      const length = /[\n\r]/.test(toEnd) ? toEnd.length : Math.max(3, unclosed(toEnd).length);
      return push('string', text.slice(at, at + length), length, 'unclosed-block-text');
    }
    // Right behind a text that is closed it closes it again.
    if (
      previous?.kind === 'string' &&
      previous.end === at &&
      !previous.flaw &&
      previous.length > 2 &&
      /[\s;,{}]|$/y.test(text[at + 1] ?? ' ')
    )
      return push('bad', '"', 1);
    const whole = match(TEXT);
    if (whole) return push('string', whole, whole.length);
    const rest = text.slice(at, lineEnd(text, at));
    const { length } = unclosed(rest);
    // A mark that closes words which none opened: the line is read as those words.
    if (length === 1 && inValue && !newLine && previous?.kind !== 'key' && previous?.kind !== ',') return push('bad', '"', 1);
    push('string', rest.slice(0, length), length, 'unclosed-text');
  }
}

/** What of a line is a text that nothing closes: braces, a property after a semicolon and separators at the end are the file's. */
function unclosed(rest: string): string {
  const own = rest.slice(0, UNCLOSED_END.exec(rest)?.index);
  return own.replace(/[\s{};,]*$/, '') || rest[0]!;
}
const UNCLOSED_END = /\s*[{}]|\s*;\s*[_\p{L}][\p{L}\p{M}\p{N}_-]*[ \t]*:/u;

/** A block text in which another key opens a block text was never closed: its end is that one's beginning. */
function swallowed(whole: string): boolean {
  return /\n[ \t]*[_\p{L}][\p{L}\p{M}\p{N}_-]*[ \t]*:[ \t]*"""$/u.test(whole);
}

/** Where a block text without its closing quotes most likely ends: before the next line that reads like the file. */
function unclosedBlockText(text: string, at: number): number {
  let end = lineEnd(text, at);
  while (end < text.length) {
    const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (startsAt(MEMBER, text, next) || startsAt(CLOSING_OR_COMMENT, text, next)) break;
    end = lineEnd(text, next);
  }
  return at + text.slice(at, end).trimEnd().length;
}

function startsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === LF || c === CR) return i;
  }
  return text.length;
}

/** A list's comma or a sentence's full stop is not part of an address. */
const trimEnd = (address: string): string => address.replace(/[,.;]+$/, '');

const SPACE = 32;
const TAB = 9;
const LF = 10;
const CR = 13;
const BOM = 0xfeff;
const QUOTE = 34;
const SLASH = 47;
const STAR = 42;
const DOT = 46;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
const MARKS: Record<number, TokenKind> = { 123: '{', 125: '}', 59: ';', 44: ',', 58: ':', 37: '%', 63: '?' };
