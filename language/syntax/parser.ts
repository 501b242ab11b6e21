/** Parses tokens to members by the Langium grammar. */
import { createToken, Lexer, type TokenType } from 'chevrotain';
import { createDefaultCoreModule, createDefaultSharedCoreModule, createParser, EmptyFileSystem, inject } from 'langium';
import { CredGeneratedModule, CredGeneratedSharedModule } from '../generated/module.ts';
import { type Carrier, isNode, type Node, NodeParser } from './node-parser.ts';
import type { Token, TokenKind } from './token.ts';
import type { ValueNode } from './tree.ts';

/** A member as the grammar accepts it, before `mend` reads it. */
export type RawMember =
  | {
      readonly type: 'block';
      readonly kind: Token;
      readonly name: Token | undefined;
      readonly title: Token | undefined;
      readonly body: RawBody | undefined;
    }
  | {
      readonly type: 'property';
      readonly key: Token;
      readonly values: readonly ValueNode[];
      readonly commas: readonly Token[];
      readonly last: Token;
    }
  | { readonly type: 'body'; readonly body: RawBody }
  | { readonly type: 'loose'; readonly tokens: readonly Token[] }
  | { readonly type: 'stray'; readonly brace: Token };

/** Members in braces, as the grammar accepts them. */
export interface RawBody {
  readonly open: Token;
  readonly close: Token | undefined;
  readonly members: readonly RawMember[];
}

/** The name in the grammar for each kind of token. */
const NAMES: Record<TokenKind, string> = {
  head: 'HEAD',
  key: 'KEY',
  word: 'WORD',
  of: 'OF',
  to: 'TO',
  number: 'NUMBER',
  date: 'DATE',
  string: 'STRING',
  bad: 'BAD',
  '?': '?',
  ',': ',',
  ':': ':',
  '%': '%',
  ';': ';',
  '{': '{',
  '}': '}',
};
const VALUES: ReadonlySet<TokenKind> = new Set<TokenKind>(['word', 'of', 'to', 'number', 'date', 'string', 'bad', '?', '%', ':']);

type TokenTypes = Record<string, TokenType>;

/**
 * Returns the token's type for the grammar. A value token that stands where a member may begin is `LOOSE`; `of` and `to` are words
 * if `plain` is set.
 */
const typeName = (token: Token, plain: boolean): string => {
  if (token.begins && VALUES.has(token.kind)) return 'LOOSE';
  return plain && (token.kind === 'of' || token.kind === 'to') ? 'WORD' : NAMES[token.kind];
};

let made: { readonly parser: NodeParser; readonly types: TokenTypes } | undefined;

/** Builds the parser from the grammar on the first call, and returns the same one afterwards. */
function built(): { readonly parser: NodeParser; readonly types: TokenTypes } {
  if (made) return made;
  // Only the token types are made. Their patterns are never matched, and compiling them would take longer than reading a file.
  const types = Object.fromEntries(
    [...new Set([...Object.values(NAMES), 'LOOSE'])].map(name => [name, createToken({ name, pattern: Lexer.NA })]),
  );
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), CredGeneratedSharedModule);
  const services = inject(createDefaultCoreModule({ shared }), CredGeneratedModule, {
    parser: { Lexer: () => ({ definition: types, tokenize: () => ({ tokens: [], hidden: [], errors: [] }) }) },
  });
  const parser = createParser(services.Grammar, new NodeParser(services), types);
  parser.finalize();
  made = { parser, types };
  return made;
}

/**
 * Parses a sequence of tokens as members. The grammar accepts every sequence, so this never fails: tokens that fit no member become
 * `loose` or `stray` members.
 */
export function parseMembers(tokens: readonly Token[]): readonly RawMember[] {
  const { parser, types } = built();
  const carriers = (plain: boolean): Carrier[] =>
    tokens.map(token => {
      const tokenType = types[typeName(token, plain)]!;
      return { token, image: token.kind, startOffset: 0, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx! };
    });
  // If the tokens do not parse, an `of` or `to` has no number after it: parse it as a plain word.
  const root = parser.parse(carriers(false)) ?? parser.parse(carriers(true));
  if (!root) throw new Error(`The grammar did not accept ${tokens.map(token => token.kind).join(' ')}.`);
  return membersOf(root);
}

function membersOf(node: Node): RawMember[] {
  const members: RawMember[] = [];
  for (const item of node.items) {
    if (isNode(item)) members.push(memberOf(item));
    else if (item.kind === '}') members.push({ type: 'stray', brace: item });
  }
  return members;
}

function memberOf(node: Node): RawMember {
  switch (node.rule) {
    case 'Block':
      return blockOf(node);
    case 'Property':
      return propertyOf(node);
    case 'Body':
      return { type: 'body', body: bodyOf(node) };
    default:
      return { type: 'loose', tokens: node.items as Token[] };
  }
}

function blockOf(node: Node): RawMember {
  let kind: Token | undefined;
  let name: Token | undefined;
  let title: Token | undefined;
  let body: RawBody | undefined;
  for (const item of node.items) {
    if (isNode(item)) body = bodyOf(item);
    else if (item.kind === 'head') kind = item;
    else if (item.kind === 'word') name = item;
    else title = item;
  }
  return { type: 'block', kind: kind!, name, title, body };
}

function bodyOf(node: Node): RawBody {
  let open: Token | undefined;
  let close: Token | undefined;
  const members: RawMember[] = [];
  for (const item of node.items) {
    if (isNode(item)) members.push(memberOf(item));
    else if (item.kind === '{') open = item;
    else if (item.kind === '}') close = item;
  }
  return { open: open!, close, members };
}

function propertyOf(node: Node): RawMember {
  let key: Token | undefined;
  const values: ValueNode[] = [];
  const commas: Token[] = [];
  let last: Token | undefined;
  for (const item of node.items) {
    if (isNode(item)) {
      const value = valueOf(item.items as Token[]);
      values.push(value);
      last = value.last;
    } else {
      if (item.kind === 'key') key = item;
      else commas.push(item);
      last = item;
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
    percent: leaf[1]?.kind === '%',
    upper: isRatio ? undefined : second,
    upperPercent: signs === 2,
    whole: isRatio ? second : undefined,
    unit,
  };
}
