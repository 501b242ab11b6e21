/** Semantic tokens: the meaning of each word in a file. Unknown words have none. */
import type { CredFile } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import { isStandard } from '../standards/index.ts';
import type { Token } from '../syntax/token.ts';
import { isProgramKind } from '../vocabulary/kinds.ts';
import { CURRENCIES, unitOf } from '../vocabulary/units.ts';
import { mentions } from './mentions.ts';

/** `unit` and `hole` are Cred's own types; an editor that does not know them uses the colours of the grammar. */
export const LEGEND = {
  tokenTypes: ['keyword', 'class', 'namespace', 'variable', 'property', 'enumMember', 'number', 'operator', 'unit', 'hole'],
  tokenModifiers: ['declaration', 'defaultLibrary', 'readonly'],
} as const;

export type TokenType = (typeof LEGEND.tokenTypes)[number];
export type TokenModifier = (typeof LEGEND.tokenModifiers)[number];

export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** Returns the tokens of a file in the order of the text. */
export function semanticTokens(file: CredFile, names: Names): SemanticToken[] {
  const found: (SemanticToken & { readonly start: number })[] = [];
  const add = (start: number, length: number, type: TokenType, modifiers: readonly TokenModifier[] = []): void => {
    if (length > 0) found.push({ start, ...file.lines.position(start), length, type, modifiers });
  };
  const words = new Set<Token>();
  for (const block of file.blocks) {
    const { kind, name, title } = block.node;
    if (kind && block.table) add(kind.start, kind.wordEnd - kind.start, 'keyword');
    if (name) add(name.start, name.wordEnd - name.start, typeOf(block.kind, block.parent === file.root), ['declaration']);
    if (title?.kind === '?') add(title.start, 1, 'hole');
    for (const { keySpan, span, table } of block.properties) {
      const key = keySpan.first;
      if (table) add(key.start, key.wordEnd - key.start, 'property');
      const tokens = file.parsed.tokens.slice(key.index + 1, span.last.index + 1);
      for (const [i, token] of tokens.entries()) {
        if (token.kind === 'number' || token.kind === 'date') add(token.start, token.length, 'number');
        else if (token.kind === 'of' || token.kind === 'to') add(token.start, token.length, 'operator');
        else if (token.kind === '?') add(token.start, 1, 'hole');
        else if (token.kind === 'word' && tokens[i - 1]?.kind === 'number') {
          if (isUnit(token.text)) add(token.start, token.length, 'unit');
        } else if (
          token.kind === 'word' &&
          (Object.hasOwn(table?.words ?? {}, token.text) || (table?.type === 'yes-no' && /^(yes|no)$/.test(token.text)))
        )
          words.add(token);
        else if (token.kind === 'word' && table?.type === 'passing-score' && token.text === 'unpublished') words.add(token);
      }
    }
  }
  for (const word of words) add(word.start, word.length, 'enumMember');
  for (const { start, end, target } of mentions(file, names)) {
    if (target)
      add(
        start,
        end - start,
        typeOf(target.kind, !target.path.includes('.')),
        isStandard(target.uri) ? ['defaultLibrary', 'readonly'] : [],
      );
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ line, character, length, type, modifiers }) => ({ line, character, length, type, modifiers }));
}

const typeOf = (kind: string, atTop: boolean): TokenType => (isProgramKind(kind) ? 'class' : atTop ? 'namespace' : 'variable');

const isUnit = (word: string): boolean => unitOf(word) !== undefined || CURRENCIES.has(word);

/** Encodes tokens for the protocol: each by its distance from the previous one. */
export function encodeTokens(tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const token of tokens) {
    const modifiers = token.modifiers.reduce((bits, modifier) => bits | (1 << LEGEND.tokenModifiers.indexOf(modifier)), 0);
    data.push(
      token.line - line,
      token.line === line ? token.character - character : token.character,
      token.length,
      LEGEND.tokenTypes.indexOf(token.type),
      modifiers,
    );
    [line, character] = [token.line, token.character];
  }
  return data;
}
