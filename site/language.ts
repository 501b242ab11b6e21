/** Colours `.cred` text by the form of its words alone; only the server knows their meaning. */
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

interface TokenizerState {
  inside: '' | '"""' | '*/';
}

/** The tokenizer. */
export const cred = StreamLanguage.define<TokenizerState>({
  startState: () => ({ inside: '' }),
  token(stream, state) {
    if (state.inside) {
      const name = state.inside === '*/' ? 'comment' : 'string';
      if (stream.skipTo(state.inside)) {
        stream.match(state.inside);
        state.inside = '';
      } else stream.skipToEnd();
      return name;
    }
    if (stream.eatSpace()) return null;
    if (stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match('/*')) {
      state.inside = '*/';
      return 'comment';
    }
    if (stream.match('"""')) {
      state.inside = '"""';
      return 'string';
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^[\p{L}_][\p{L}\p{M}\p{N}_-]*(?=\s*:)/u)) return 'propertyName';
    if (stream.match(/^\d[\d.:-]*%?/)) return 'number';
    if (stream.match(/^[\p{L}_][\p{L}\p{M}\p{N}_.-]*(?=[^:{}\n]*\{)/u)) return 'keyword';
    if (stream.match(/^[\p{L}_][\p{L}\p{M}\p{N}_.-]*/u)) return 'variableName';
    if (stream.match('?')) return 'invalid';
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } } },
});

/** The colours of the tokens. */
export const colours = HighlightStyle.define([
  { tag: tags.comment, class: 'tok-comment' },
  { tag: tags.string, class: 'tok-string' },
  { tag: tags.number, class: 'tok-number' },
  { tag: tags.keyword, class: 'tok-keyword' },
  { tag: tags.propertyName, class: 'tok-property' },
  { tag: tags.invalid, class: 'tok-hole' },
]);

/** The extension for the editor. */
export const language = [cred, syntaxHighlighting(colours)];
