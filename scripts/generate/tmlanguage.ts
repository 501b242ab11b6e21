/**
 * Generates the TextMate grammar from the vocabulary. It colours text before the language server has answered, and where there is no
 * server; semantic tokens refine it. It knows kinds, keys and words, but not which of them may stand where.
 */
import type { KindTable, Property } from '../../language/vocabulary/define.ts';

const NAME = '[_\\p{L}][\\p{L}\\p{M}\\p{N}_-]*';
const WORD_ENDS = '(?![\\p{L}\\p{M}\\p{N}_-])';
/** Matches a key, but not the scheme of an address without quotes. */
const KEY = `(${NAME})[ \\t]*(:)(?!//)`;
const NUMBER = '-?[0-9]+(?:\\.[0-9]+)?';

type GrammarRule = { [key: string]: unknown };
const include = (...names: string[]): GrammarRule[] => names.map(name => ({ include: `#${name}` }));
const captures = (...names: string[]): GrammarRule =>
  Object.fromEntries(names.flatMap((name, i) => (name ? [[String(i + 1), { name: `${name}.cred` }]] : [])));
const match = (pattern: string, ...names: string[]): GrammarRule => ({ match: pattern, captures: captures(...names) });

/** Matches one of the words, the longest first, so that no word is taken for the beginning of another. */
const oneOf = (words: Iterable<string>): string =>
  `(?:${[...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')})`;

/** Returns the grammar. */
export function tmLanguage(kinds: ReadonlyMap<string, KindTable>): GrammarRule {
  const properties = [...kinds.values()].flatMap(kind => Object.entries<Property>(kind.properties));
  const ofWords = properties.filter(([, { type }]) => type === 'word' || type === 'yes-no');
  const words = ofWords.flatMap(([, property]) => Object.keys(property.words ?? {}));
  const otherWords = ['unpublished']; // This is the only word of a passing score.

  return {
    name: 'Cred',
    scopeName: 'source.cred',
    patterns: include('comment', 'word-property', 'property', 'block', 'brace', 'value'),
    repository: {
      comment: { patterns: comments() },
      'word-property': property(oneOf(ofWords.map(([key]) => key)), 'support.type.property-name.cred', ['words']),
      property: {
        patterns: [
          property(oneOf(properties.map(([key]) => key)), 'support.type.property-name.cred'),
          property(NAME, 'variable.other.property.cred'),
        ],
      },
      block: { patterns: [block(oneOf(kinds.keys()), 'storage.type.cred'), block(NAME, 'variable.other.unknown.cred')] },
      brace: {
        patterns: [
          { match: '\\{', name: 'punctuation.section.block.begin.cred' },
          { match: '\\}', name: 'punctuation.section.block.end.cred' },
          { match: ';', name: 'punctuation.terminator.cred' },
        ],
      },
      words: { match: `${oneOf([...words, 'yes', 'no'])}${WORD_ENDS}(?!\\.)`, name: 'constant.language.cred' },
      text: { patterns: [text('string.quoted.double')] },
      title: { patterns: [text('string.quoted.double.title')] },
      hole: { match: '\\?', name: 'keyword.other.hole.cred' },
      value: {
        patterns: [
          ...include('text', 'hole'),
          { match: 'https?://[^\\s;{}"]+', name: 'string.unquoted.url.cred' },
          { match: `[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?${WORD_ENDS}`, name: 'constant.numeric.date.cred' },
          match(`(${NUMBER})[ \\t]*(%)`, 'constant.numeric', 'keyword.other.unit'),
          { match: `(?:of|to)${WORD_ENDS}`, name: 'keyword.operator.word.cred' },
          match(`(${NUMBER})[ \\t]*(?!(?:of|to)${WORD_ENDS})(${NAME})`, 'constant.numeric', 'keyword.other.unit'),
          { match: NUMBER, name: 'constant.numeric.cred' },
          { match: `${oneOf(otherWords)}${WORD_ENDS}`, name: 'constant.language.cred' },
          match(`(${NAME})(?=\\.)`, 'variable.other.reference.object'),
          match(`(\\.)(${NAME})?`, 'punctuation.accessor', 'variable.other.reference.member'),
          { match: NAME, name: 'variable.other.reference.cred' },
        ],
      },
      // A list continues on the next line only after a comma; what follows one is still a value.
      comma: {
        begin: ',',
        beginCaptures: { 0: { name: 'punctuation.separator.list.cred' } },
        end: '(?=[^\\s/]|/(?![/*]))',
        patterns: include('comment'),
      },
    },
  };
}

/** Returns the rule for a key and its values, up to the end of the line or of the list. */
function property(key: string, name: string, first: string[] = []): GrammarRule {
  return {
    begin: `(${key})[ \\t]*(:)(?!//)`,
    beginCaptures: { 1: { name }, 2: { name: 'punctuation.separator.key-value.cred' } },
    end: `(?=[;{}])|(?=${KEY})|$`,
    patterns: include('comment', 'comma', ...first, 'value'),
  };
}

/** Returns the rule for the head of a block: its kind, name and title. */
function block(kind: string, name: string): GrammarRule {
  return {
    begin: `(${kind})${WORD_ENDS}`,
    beginCaptures: { 1: { name } },
    end: `(?=[;{}])|(?=${KEY})|$`,
    patterns: [...include('comment', 'title', 'hole'), { match: NAME, name: 'entity.name.type.cred' }, ...include('value')],
  };
}

function text(name: string): GrammarRule {
  const escaped = { match: '\\\\["\\\\]', name: 'constant.character.escape.cred' };
  const quoted = (mark: string, end: string, scope: string): GrammarRule => ({
    begin: mark,
    beginCaptures: { 0: { name: 'punctuation.definition.string.begin.cred' } },
    end,
    endCaptures: { 0: { name: 'punctuation.definition.string.end.cred' } },
    name: scope,
    patterns: [escaped],
  });
  // A text without a closing mark ends with its line, as in the parser.
  return { patterns: [quoted('"""', '"""', 'string.quoted.triple.cred'), quoted('"', '"|$', `${name}.cred`)] };
}

function comments(): GrammarRule[] {
  return [
    {
      match: '(//)[ \\t]*(cred-ignore)(?:[ \\t]+([^:\\r\\n]*))?(?:(:)(.*))?$',
      name: 'comment.line.double-slash.ignore.cred',
      captures: captures(
        'punctuation.definition.comment',
        'keyword.other.ignore',
        'constant.other.rule',
        'punctuation.separator',
        'comment.line.reason',
      ),
    },
    { match: '//.*$', name: 'comment.line.double-slash.cred' },
    { begin: '/\\*', end: '\\*/', name: 'comment.block.cred' },
  ];
}
