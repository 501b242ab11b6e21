// Small grammars for highlight.js and Prism: they know blocks, properties and values by their shapes, so a new word of the language needs no
// change here. The whole grammar is cred.tmLanguage.json.

/** The first word of a block; a name and a title may stand before the brace. */
const KIND = /(?<=(?:^|[{};])[ \t]*)[a-z][a-z-]*(?=[ \t]*(?:[\p{L}_][\p{L}\p{N}_-]*[ \t]*)?(?:"[^"\n]*"[ \t]*)?\{)/mu;
const PROPERTY = /[\p{L}_][\p{L}\p{N}_-]*(?=[ \t]*:(?!\/\/))/u;
const NUMBER = /(?<![\p{L}\p{N}_-])-?\d[\d.-]*%?(?![\p{L}_])/u;
const TEXT = /"""[^]*?"""|"(?:\\.|[^"\\\n])*"/;

/** A language for `hljs.registerLanguage('cred', highlightJs)`. */
export function highlightJs(hljs) {
  return {
    name: 'Cred',
    unicodeRegex: true,
    contains: [
      hljs.C_LINE_COMMENT_MODE,
      hljs.C_BLOCK_COMMENT_MODE,
      { scope: 'string', begin: /"""/, end: /"""/ },
      hljs.QUOTE_STRING_MODE,
      { scope: 'attr', match: PROPERTY },
      { scope: 'keyword', match: KIND },
      { scope: 'number', match: NUMBER },
      { scope: 'symbol', match: /\?/ },
    ],
  };
}

/** Adds the language to Prism: `prism(Prism)`. */
export function prism(Prism) {
  Prism.languages.cred = {
    // The words of blocks come first, since a title may stand before the brace; texts and comments win over words within them.
    keyword: KIND,
    comment: { pattern: /\/\/.*|\/\*[^]*?\*\//, greedy: true },
    string: { pattern: TEXT, greedy: true },
    property: PROPERTY,
    number: NUMBER,
    symbol: /\?/,
    punctuation: /[{}:;,]/,
  };
}
