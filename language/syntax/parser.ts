/** Tokens to members by the Langium grammar; the tree is read off its concrete syntax, token by token. */
import { type CstNode, createDefaultCoreModule, createDefaultSharedCoreModule, EmptyFileSystem, inject, isCompositeCstNode, type LangiumCoreServices, type LangiumParser, type Lexer, type LexerResult } from 'langium';
import { CredGeneratedModule, CredGeneratedSharedModule } from '../generated/module.ts';
import type { Token, TokenKind } from './token.ts';
import type { ValueNode } from './tree.ts';

/** What the grammar makes of a sequence of tokens, before it is mended. */
export type RawMember =
  | { readonly type: 'block'; readonly kind: Token; readonly name?: Token; readonly title?: Token; readonly body?: RawBody }
  | { readonly type: 'property'; readonly key: Token; readonly values: readonly ValueNode[]; readonly commas: readonly Token[]; readonly last: Token }
  | { readonly type: 'body'; readonly body: RawBody }
  | { readonly type: 'loose'; readonly tokens: readonly Token[] }
  | { readonly type: 'stray'; readonly brace: Token };

export interface RawBody {
  readonly open: Token;
  readonly close?: Token;
  readonly members: readonly RawMember[];
}

/** Langium's names of the tokens. */
const NAMES: Record<TokenKind, string> = {
  head: 'HEAD', key: 'KEY', word: 'WORD', of: 'OF', to: 'TO', number: 'NUMBER', date: 'DATE', string: 'STRING', bad: 'BAD',
  '?': '?', ',': ',', ':': ':', '%': '%', ';': ';', '{': '{', '}': '}',
};
const VALUES: ReadonlySet<TokenKind> = new Set<TokenKind>(['word', 'of', 'to', 'number', 'date', 'string', 'bad', '?', '%', ':']);

/** Hands ready tokens to Langium's parser. A token's offset there is its index here, so that a leaf names its token. */
class ReadyLexer implements Lexer {
  ready: readonly Token[] = [];
  /** Whether `of` and `to` are plain words; so where no number follows them after all. */
  plain = false;
  readonly definition: Lexer['definition'] = {};
  constructor(types: Lexer['definition']) {
    this.definition = types;
  }
  tokenize(): LexerResult {
    const tokens = this.ready.map((token, index) => {
      const type = this.definition[this.nameOf(token)]!;
      return { image: token.kind, startOffset: index, endOffset: index, startLine: 1, endLine: 1, startColumn: 1, endColumn: 1, tokenType: type, tokenTypeIdx: type.tokenTypeIdx! };
    });
    return { tokens, hidden: [], errors: [] };
  }
  private nameOf(token: Token): string {
    if (token.begins && VALUES.has(token.kind)) return 'LOOSE';
    return this.plain && (token.kind === 'of' || token.kind === 'to') ? 'WORD' : NAMES[token.kind];
  }
}

let parser: { langium: LangiumParser; lexer: ReadyLexer } | undefined;

function services(): { langium: LangiumParser; lexer: ReadyLexer } {
  if (parser) return parser;
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), CredGeneratedSharedModule);
  const cred = inject(createDefaultCoreModule({ shared }), CredGeneratedModule, {
    parser: {
      Lexer: (all: LangiumCoreServices) => {
        const types = all.parser.TokenBuilder.buildTokens(all.Grammar) as { name: string }[];
        return new ReadyLexer(Object.fromEntries(types.map(type => [type.name, type])) as Lexer['definition']);
      },
      // A value is its token; nothing is converted here.
      ValueConverter: () => ({ convert: (image: string) => image }),
    },
  });
  parser = { langium: cred.parser.LangiumParser, lexer: cred.parser.Lexer as unknown as ReadyLexer };
  return parser;
}

/**
 * Parses a sequence of tokens as members. The grammar accepts every sequence, so this never fails; what it cannot place
 * comes as `loose` or `stray`.
 */
export function parseMembers(tokens: readonly Token[]): readonly RawMember[] {
  const { langium, lexer } = services();
  lexer.ready = tokens;
  lexer.plain = false;
  let { value, parserErrors } = langium.parse('');
  if (parserErrors.length > 0) {
    lexer.plain = true;
    ({ value, parserErrors } = langium.parse(''));
  }
  lexer.ready = [];
  if (parserErrors.length > 0) throw new Error(`The grammar did not accept ${tokens.map(t => t.kind).join(' ')}: ${parserErrors[0]!.message}`);
  return value.$cstNode ? membersOf(value.$cstNode, tokens) : [];
}

const children = (node: CstNode): readonly CstNode[] => (isCompositeCstNode(node) ? node.content : []);

function membersOf(node: CstNode, tokens: readonly Token[]): RawMember[] {
  const members: RawMember[] = [];
  for (const child of children(node)) {
    if (!isCompositeCstNode(child)) {
      const token = tokens[child.offset]!;
      if (token.kind === '}') members.push({ type: 'stray', brace: token });
      continue;
    }
    members.push(memberOf(child, tokens));
  }
  return members;
}

function memberOf(node: CstNode, tokens: readonly Token[]): RawMember {
  switch (node.astNode.$type) {
    case 'Block':
      return blockOf(node, tokens);
    case 'Property':
      return propertyOf(node, tokens);
    case 'Body':
      return { type: 'body', body: bodyOf(node, tokens) };
    default:
      return { type: 'loose', tokens: leaves(node, tokens) };
  }
}

function blockOf(node: CstNode, tokens: readonly Token[]): RawMember {
  let kind: Token | undefined;
  let name: Token | undefined;
  let title: Token | undefined;
  let body: RawBody | undefined;
  for (const child of children(node)) {
    if (isCompositeCstNode(child)) body = bodyOf(child, tokens);
    else {
      const token = tokens[child.offset]!;
      if (token.kind === 'head') kind = token;
      else if (token.kind === 'word') name = token;
      else title = token;
    }
  }
  return { type: 'block', kind: kind!, ...(name && { name }), ...(title && { title }), ...(body && { body }) };
}

function bodyOf(node: CstNode, tokens: readonly Token[]): RawBody {
  let open: Token | undefined;
  let close: Token | undefined;
  const members: RawMember[] = [];
  for (const child of children(node)) {
    if (isCompositeCstNode(child)) members.push(memberOf(child, tokens));
    else {
      const token = tokens[child.offset]!;
      if (token.kind === '{') open = token;
      else if (token.kind === '}') close = token;
    }
  }
  return { open: open!, ...(close && { close }), members };
}

function propertyOf(node: CstNode, tokens: readonly Token[]): RawMember {
  let key: Token | undefined;
  const values: ValueNode[] = [];
  const commas: Token[] = [];
  let last: Token | undefined;
  for (const child of children(node)) {
    if (isCompositeCstNode(child)) {
      const value = valueOf(leaves(child, tokens));
      values.push(value);
      last = value.last;
    } else {
      const token = tokens[child.offset]!;
      if (token.kind === 'key') key = token;
      else commas.push(token);
      last = token;
    }
  }
  return { type: 'property', key: key!, values, commas, last: last! };
}

function valueOf(leaf: readonly Token[]): ValueNode {
  const first = leaf[0]!;
  const last = leaf[leaf.length - 1]!;
  switch (first.kind) {
    case 'string':
      return { type: 'text', first, last };
    case 'date':
      return { type: 'date', first, last };
    case 'word':
      return { type: 'word', first, last };
    case '?':
      return { type: 'hole', first, last };
    case 'number':
      return amountOf(leaf, first, last);
    default:
      return { type: 'bad', first, last };
  }
}

function amountOf(leaf: readonly Token[], first: Token, last: Token): ValueNode {
  const second = leaf.find((token, i) => i > 0 && token.kind === 'number');
  const unit = leaf.find(token => token.kind === 'word');
  const signs = leaf.filter(token => token.kind === '%').length;
  const isRatio = leaf.some(token => token.kind === 'of');
  return {
    type: 'amount',
    first,
    last,
    ...(leaf[1]?.kind === '%' && { percent: true }),
    ...(second && (isRatio ? { whole: second } : { upper: second })),
    ...(signs === 2 && { upperPercent: true }),
    ...(unit && { unit }),
  };
}

function leaves(node: CstNode, tokens: readonly Token[]): Token[] {
  if (!isCompositeCstNode(node)) return [tokens[node.offset]!];
  return node.content.flatMap(child => leaves(child, tokens));
}
