/**
 * Splits a text into tokens, by hand. A pattern alone cannot do it: the lexer looks at the token before (a word that begins a
 * member is another token than a word that is a value), never fails, and ends an unclosed text or comment where the rest of the
 * file stays readable.
 */
import { ahead, blockTextClose, isBlank, isLineEnd, keyOfBlockText, lineEnd, textEnd, withoutEnd } from './scan.ts';
import { type Comment, Token, type TokenFlaw, type TokenKind } from './token.ts';

/** The tokens and comments of a text, each in the order of the text. */
export interface Lexed {
  readonly tokens: Token[];
  readonly comments: Comment[];
}

const WORD = /[_\p{L}][\p{L}\p{M}\p{N}_-]*/uy;
const DATE = /\d{4}-\d{2}(?:-\d{2})?(?![\p{L}\p{N}_/.-])/uy;
const NUMBER = /-?\d+(?:\.\d+)?(?![\d/:]|[.-]\d)/y;
/** Matches a run of characters that is none of the other tokens. `1,240` and `0,88` stay three tokens; `mend` joins them. */
const RUN = /(?:(?!\/[/*])[^\s{};,"])+/y;
const ADDRESS = /[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s{};"]*/y;
const LETTER = /\p{L}/uy;
/** Matches the signs that people write in place of a colon. */
const ASSIGN = /=>?|：/y;
const COLON = /[ \t]*:(?!\/\/)/y;
/** Matches the text after a word that begins a block, from the end of the word. */
const BLOCK_FOLLOWS = /[ \t]+(?:[_\p{L}"?{])|[ \t]*\{/uy;
/** Matches a number. `of` and `to` join two numbers only if one follows them. */
const NUMBER_FOLLOWS = /[ \t]*-?\d+(?![\d/:-]|\.\D)/y;
/** Matches a property, or the head of a block with its title or its brace. */
const MEMBER =
  /[ \t]*[_\p{L}][\p{L}\p{M}\p{N}_-]*(?:[ \t]*:(?!\/\/)|(?:[ \t]+[_\p{L}][\p{L}\p{M}\p{N}_-]*)?(?:[ \t]+"[^"\n\r]*"[ \t]*(?:\{|(?![^\n\r]))|[ \t]*\{))/uy;
/** Matches several words and a colon: a property whose key is written as a phrase. */
const PHRASE = /[ \t]*[_\p{L}][\p{L}\p{M}\p{N}_-]*(?:[ \t]+[_\p{L}][\p{L}\p{M}\p{N}_-]*){1,5}[ \t]*:(?!\/\/)/uy;
const CLOSING_OR_COMMENT = /[ \t]*(?:\}|\/[/*])/y;
/** Matches a bullet or another mark before a line's first word, but never the beginning of a comment. */
const MARK = /(?:(?!\/[/*])[^\s\p{L}\p{M}\p{N}_{};,"'])+/uy;
/** The kinds of tokens that are loose if they stand first on a line: they belong to no member. */
const LOOSE: ReadonlySet<TokenKind> = new Set<TokenKind>(['bad', 'number', 'date', ',', ':', '%', '?']);

/** A place in the middle of a text at which lexing can start: a token that is the first on its line and begins a member. */
export interface Start {
  readonly at: number;
  readonly lineStart: number;
  readonly previous: Token | undefined;
}

/**
 * Splits a text into tokens and comments. Lexing starts at `start`, or else at the beginning, and stops at the first token for which
 * `ends` returns true. Never throws.
 */
export function lex(text: string, start?: Start, ends?: (token: Token) => boolean): Lexed {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  let size = text.length;
  let at = start?.at ?? 0;
  let newLine = true;
  let lineStart = start?.lineStart ?? 0;
  let afterComment = false;
  let previous = start?.previous;
  /** Whether the values of a property are being read. */
  let inValue = false;
  /** Whether the line holds only loose tokens so far, such as a bullet, and a member follows them. */
  let loose = false;
  let afterLoose = false;
  const closeOfBlockText = ahead(from => blockTextClose(text, from));
  const closeOfComment = ahead(from => indexOr(text.indexOf('*/', from)));
  const closeOfCurly = ahead(from => firstOf(CURLY_CLOSES, text, from));
  /** Finds the closing single quotation mark; an apostrophe within the words does not close them. */
  const closeOfSingle = ahead(from => {
    for (let i = from; i < text.length; i++) {
      const c = text[i]!;
      if (c === '\n' || c === '\r' || ((c === "'" || c === '’') && !matchesAt(LETTER, i + 1))) return i;
    }
    return Number.POSITIVE_INFINITY;
  });
  const endOfAmount = ahead(from => firstOf(AMOUNT_ENDS, text, from));
  let swallowing = { close: -1, key: -1 };
  const lastDigit = ahead(from => {
    for (let i = Math.min(endOfAmount(from), text.length) - 1; i >= from; i--) if (isDigit(text.charCodeAt(i))) return i;
    return endOfAmount(from);
  });

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
  /** Pushes a word. It is a head where a member may begin; after a comma and a line break, only if a block follows. */
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
      const close = closeOfComment(at + 2);
      const unclosed = close === Number.POSITIVE_INFINITY;
      // An unclosed comment ends with its line, so that the rest of the file stays readable.
      const end = unclosed ? lineEnd(text, at) : close + 2;
      comments.push({ start: at, end, style: 'block', firstOnLine: newLine, ...(unclosed && { unclosed }) });
      if (!unclosed && text.slice(at, end).includes('\n')) newLine = true;
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
    const c = text[at]!;
    if (CURLY_OPENS.has(c)) {
      const close = closeOfCurly(at + 1);
      const closed = close < text.length && !isLineEnd(text.charCodeAt(close));
      const length = closed ? close + 1 - at : unclosedLength(text, at);
      return push('bad', text.slice(at, at + length), length, 'curly-quotes');
    }
    // Within a word, the mark is an apostrophe.
    if ((c === "'" || c === '‘') && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) {
      const close = closeOfSingle(at + 1);
      if (close < text.length && !isLineEnd(text.charCodeAt(close)))
        return push('bad', text.slice(at, close + 1), close + 1 - at, 'single-quotes');
    }
    const assign = previous?.kind === 'head' && !newLine ? match(ASSIGN) : undefined;
    if (assign) return push('bad', assign, assign.length);
    const mark = mayBegin() ? match(MARK) : undefined;
    const begins = (where: number): boolean => matchesAt(MEMBER, where) || matchesAt(PHRASE, where);
    const image = (mark && begins(at + mark.length) ? mark : undefined) ?? money(c) ?? match(RUN) ?? c;
    push('bad', image, image.length);
  }

  /** Reads an amount of money, `$450` or `€ 1,240`: the sign and the number after it, up to its last digit. */
  function money(sign: string): string | undefined {
    if (!CURRENCY_SIGNS.has(sign)) return undefined;
    const next = text.charCodeAt(at + 1);
    const from = at + (next === SPACE || next === TAB ? 2 : 1);
    const last = lastDigit(from);
    return last < text.length && isDigit(text.charCodeAt(last)) ? text.slice(at, last + 1) : undefined;
  }

  function quoted(): void {
    if (text.startsWith('"""', at)) {
      const close = closeOfBlockText(at + 3);
      if (close < text.length && !swallows(close)) return push('string', text.slice(at, close + 3), close + 3 - at);
      const end = unclosedBlockText(text, at);
      const length = lineEnd(text, at) < end ? end - at : Math.max(3, Math.min(end - at, unclosedLength(text, at)));
      return push('string', text.slice(at, at + length), length, 'unclosed-block-text');
    }
    // A quotation mark directly behind a closed text closes it a second time.
    if (
      previous?.kind === 'string' &&
      previous.end === at &&
      !previous.flaw &&
      previous.length > 2 &&
      /[\s;,{}]|$/y.test(text[at + 1] ?? ' ')
    )
      return push('bad', '"', 1);
    const end = textEnd(text, at);
    if (end >= 0) return push('string', text.slice(at, end), end - at);
    const length = unclosedLength(text, at);
    // The mark closes words that no mark opened, so the line is read as those words.
    if (length === 1 && inValue && !newLine && previous?.kind !== 'key' && previous?.kind !== ',') return push('bad', '"', 1);
    push('string', text.slice(at, at + length), length, 'unclosed-text');
  }

  /** Returns whether a block text that opens at `at` took the opening quotes of another block text for its own closing quotes. */
  function swallows(close: number): boolean {
    if (close !== swallowing.close) swallowing = { close, key: keyOfBlockText(text, close) };
    return swallowing.key > at;
  }
}

/**
 * Returns how many characters of an unclosed text belong to it. Braces, a property after a semicolon, and separators at the end of the
 * line do not.
 */
function unclosedLength(text: string, at: number): number {
  let end = at + 1;
  for (; end < text.length; end++) {
    const c = text.charCodeAt(end);
    if (isLineEnd(c) || c === OPEN || c === CLOSE || (c === SEMICOLON && startsAt(PROPERTY_AFTER, text, end))) break;
  }
  return Math.max(1, withoutEnd(text.slice(at, end), isSeparator).length);
}
const PROPERTY_AFTER = /;[^\S\n\r]*[_\p{L}][\p{L}\p{M}\p{N}_-]*[ \t]*:/uy;
const isSeparator = (c: number): boolean => isBlank(c) || c === OPEN || c === CLOSE || c === SEMICOLON || c === COMMA;

/** Returns the offset where a block text without closing quotes most likely ends: before the next line that reads like a member. */
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

/** Removes a list's comma or a sentence's full stop from the end of an address. */
const trimEnd = (address: string): string => withoutEnd(address, c => c === COMMA || c === DOT || c === SEMICOLON);

const CURLY_OPENS: ReadonlySet<string> = new Set('“„”«');
/** Matches the end of a text in curly quotes: a closing mark, or the end of the line. */
const CURLY_CLOSES = /[”“»"\n\r]/g;
const CURRENCY_SIGNS: ReadonlySet<string> = new Set('$€£¥');
const AMOUNT_ENDS = /[\s{};"]/g;

const indexOr = (index: number): number => (index < 0 ? Number.POSITIVE_INFINITY : index);
const isDigit = (c: number): boolean => c >= ZERO && c <= NINE;

/** Returns the first place at or after `from` that a pattern of one character fits. */
function firstOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

const SPACE = 32;
const TAB = 9;
const LF = 10;
const CR = 13;
const BOM = 0xfeff;
const QUOTE = 34;
const SLASH = 47;
const STAR = 42;
const DOT = 46;
const COMMA = 44;
const SEMICOLON = 59;
const OPEN = 123;
const CLOSE = 125;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
const MARKS: Record<number, TokenKind> = { 123: '{', 125: '}', 59: ';', 44: ',', 58: ':', 37: '%', 63: '?' };
