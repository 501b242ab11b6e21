/** What the lexer makes of the text. */

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

/** How a token is amiss, where the lexer could see it. */
export type TokenFlaw = 'unclosed-text' | 'unclosed-block-text' | 'curly-quotes' | 'single-quotes' | 'too-deep';

/**
 * A token, alive as long as its place in the text is: when the text is edited elsewhere, `start` and `index` move and
 * the token stays. Offsets are UTF-16 units; `end` is excluded.
 */
export class Token {
  /** Position in the sequence of tokens. */
  index = 0;
  /** The blanks before it: since the token before, or since its line began. */
  gap = 0;
  constructor(
    readonly kind: TokenKind,
    /** For a key the word alone, without its colon. */
    readonly text: string,
    public start: number,
    /** With the colon of a key. */
    public length: number,
    /** Whether a member may begin here: a new line, or after `{`, `}`, `;` or a comment. */
    readonly begins: boolean,
    /** Whether it is the first on its line. */
    readonly firstOnLine: boolean,
    readonly flaw?: TokenFlaw,
    /** A brace that is not in the text, put where the author most likely left one out. */
    readonly virtual = false,
  ) {}

  get end(): number {
    return this.start + this.length;
  }

  /** Its text as names are compared: an accent may be written in two ways. */
  get composed(): string {
    return /^[\x20-\x7e]*$/.test(this.text) ? this.text : this.text.normalize('NFC');
  }

  /** The end of its word: for a key before the colon. */
  get wordEnd(): number {
    return this.kind === 'key' ? this.start + this.text.length : this.end;
  }

  /** Whether another token would be parsed alike. */
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

/** A comment; it is no token, but is kept and may carry a `cred-ignore`. */
export interface Comment {
  start: number;
  end: number;
  /** `//` or `/*`. */
  readonly style: 'line' | 'block';
  readonly firstOnLine: boolean;
  readonly unclosed?: boolean;
}
