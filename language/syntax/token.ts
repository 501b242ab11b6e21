/** Tokens and comments: the output of the lexer. */

/** The kinds of tokens. */
export type TokenKind =
  | 'head'
  | 'key'
  | 'word'
  | 'of'
  | 'to'
  | 'number'
  | 'date'
  | 'string'
  | 'bad'
  | '?'
  | ','
  | ':'
  | '%'
  | ';'
  | '{'
  | '}';

/** The flaws of a token that the lexer itself can see. */
export type TokenFlaw = 'unclosed-text' | 'unclosed-block-text' | 'curly-quotes' | 'single-quotes' | 'too-deep';

/**
 * A token. It lives through edits elsewhere in the text: `start` and `index` then change, and the object stays the same. Offsets are
 * UTF-16 units; `end` is excluded.
 */
export class Token {
  /** Its index in the list of all tokens. */
  index = 0;
  /** The number of blanks before it, counted from the token before or from the beginning of its line. */
  gap = 0;
  constructor(
    readonly kind: TokenKind,
    /** Its text; of a key, only the word without the colon. */
    readonly text: string,
    public start: number,
    /** Its length in UTF-16 units; of a key, with the colon. */
    public length: number,
    /** Whether a member may begin here: on a new line, or after `{`, `}`, `;` or a comment. */
    readonly begins: boolean,
    /** Whether it is the first token on its line. */
    readonly firstOnLine: boolean,
    readonly flaw?: TokenFlaw,
    /** Whether it is a brace that is missing in the text, inserted where the author most likely left it out. */
    readonly virtual = false,
  ) {}

  get end(): number {
    return this.start + this.length;
  }

  /** Its text in the Unicode form in which names are compared (NFC), because an accent can be encoded in two ways. */
  get composed(): string {
    return /^[\x20-\x7e]*$/.test(this.text) ? this.text : this.text.normalize('NFC');
  }

  /** The offset of the end of its word; of a key, before the colon. */
  get wordEnd(): number {
    return this.kind === 'key' ? this.start + this.text.length : this.end;
  }

  /** Returns this token read as another kind, or with another text. Its place remains that of this token, also after edits. */
  as(kind: TokenKind, text = this.text): Token {
    return Object.create(this, { kind: { value: kind }, text: { value: text } }) as Token;
  }

  /** Returns whether the parser would treat another token alike. */
  like(other: Token): boolean {
    return (
      this.kind === other.kind &&
      this.text === other.text &&
      this.length === other.length &&
      this.begins === other.begins &&
      this.firstOnLine === other.firstOnLine &&
      this.gap === other.gap &&
      this.flaw === other.flaw &&
      this.virtual === other.virtual
    );
  }
}

/** A comment. It is no token, but it is kept because it may hold a `cred-ignore`. */
export interface Comment {
  start: number;
  end: number;
  /** Whether the comment begins with `//` or `/*`. */
  readonly style: 'line' | 'block';
  readonly firstOnLine: boolean;
  readonly unclosed?: boolean;
}
