/**
 * Reads lines with several words in place of a one-word key: `Passing Score: 70%`, `a) languages: "en"`, `"items": 120`. The grammar
 * sees a block without a body and a property, or loose tokens; this module reads them as the property that is meant.
 */
import { mend } from '../syntax/mend.ts';
import { parseMembers } from '../syntax/parser.ts';
import { Token } from '../syntax/token.ts';
import type { BlockNode, LooseNode, MemberNode, PropertyNode } from '../syntax/tree.ts';
import { kindOf } from '../vocabulary/kinds.ts';
import { keyElsewhere, keyMeant, kindMeant } from '../vocabulary/meant.ts';
import type { Block } from './bound.ts';
import { otherNotation } from './other-notation.ts';
import { meantOf, type Read } from './property.ts';
import { type Span, spanOf } from './span.ts';

/** A property read from a line. `taken` is the number of members that it consumed after the first. */
export interface Phrase {
  readonly node: PropertyNode;
  readonly read: Read;
  readonly taken: number;
}

/** Reads the property that a line of several words means; `undefined` if the line means none. */
export function phraseAt(block: Block, members: readonly MemberNode[], i: number, text: string): Phrase | undefined {
  const member = members[i]!;
  if (member.type === 'loose')
    return emphasized(block, member, members[i + 1], text) ?? otherNotation(block, member, text) ?? quotedKey(block, member, text);
  if (member.type !== 'block' || member.open || member.kind?.kind !== 'head') return undefined;
  const next = members[i + 1];
  const follows = next?.type === 'property' && !next.first.begins && !next.first.firstOnLine ? next : undefined;
  if (follows) return member.title ? undefined : beforeKey(block, member, follows, text);
  if (member.name?.kind === 'key') return keyAsName(block, member, text);
  return withinHead(block, member, text);
}

/** Returns the tokens of a head in the order of the text. */
export const headTokens = ({ kind, name, title, rest }: BlockNode): Token[] =>
  [kind, name, title, ...rest].filter(token => token !== undefined).sort((a, b) => a.start - b.start);

/** Reads words before a key with its colon, as in `Passing Score: 70%`. */
function beforeKey(block: Block, head: BlockNode, property: PropertyNode, text: string): Phrase | undefined {
  const kind = head.kind!;
  const { key } = property;
  const words = text.slice(kind.start, key.wordEnd);
  if (!hasWordsOnly(words) || isHeadOf(block, head, property)) return undefined;
  const node: PropertyNode = { ...property, first: kind, slips: [] };
  const named = headTokens(head).length === 1 ? titleAfterName(block, kind, property, text) : undefined;
  if (named) return { node, read: named, taken: 1 };
  const mark = ENUMERATED.exec(words)?.[0];
  if (mark) {
    const last = headTokens(head).at(-1)!;
    const own = words.slice(mark.length);
    if (block.table && Object.hasOwn(block.table.properties, own)) {
      const span: Span = { first: kind, last, length: mark.trimEnd().length };
      const message = `"${mark.trimEnd()}" before "${own}" means nothing here. Take it out.`;
      const fix = { title: `Remove "${mark.trimEnd()}"`, safe: false, edits: [{ first: kind, last, text: '' }] };
      const wordOfKey: Span = { first: key, last: key, length: key.text.length };
      return { node, read: { key: own, span: wordOfKey, problem: { rule: 'syntax', span, message, fix } }, taken: 1 };
    }
  }
  // For example, `**Passing score:** 70%`, with emphasis as in Markdown.
  const star = property.values.length === 1 && /^[*_]+$/.test(property.values[0]!.first.text) ? property.values[0]!.first : undefined;
  if (star && property.rest.length > 0) {
    const found = phrase(block, { first: kind, last: star }, words, star, property.rest, text, kind);
    return found && { ...found, taken: 1 };
  }
  const span: Span = { first: kind, last: key, length: key.wordEnd - kind.start };
  return { node, read: meantOf(words.slice(mark?.length ?? 0), span, block, node, text), taken: 1 };
}

/** Reads a kind, a name with a colon and a title without quotation marks, as in `outcome LO1: Read a gauge`. */
function titleAfterName(block: Block, kind: Token, { key, values, rest, last }: PropertyNode, text: string): Read | undefined {
  const table = kindOf(kindMeant(kind.text, block.kind)?.word ?? '');
  const first = values[0]?.first;
  if (!table?.titled || kind.text.toLowerCase() !== table.name || !first || !(rest.length > 0 || values[0]!.type === 'word'))
    return undefined;
  const title = text.slice(first.start, last.end);
  if (/["{}?\n\r]/.test(title)) return undefined;
  const written = `${table.name} ${key.text} "${title}"`;
  const message = `A block begins with its kind, a name and a title in quotation marks, without a colon: ${written}.`;
  const fix = { title: `Write ${written}`, safe: false, edits: [{ first: kind, last, text: written }] };
  return {
    span: { first: kind, last: key, length: key.wordEnd - kind.start },
    problem: { rule: 'syntax', span: spanOf(kind, last), message, fix },
  };
}

/** Matches the number or letter of a list item: `a) `, `1. `, `iv) `. */
const ENUMERATED = /^(?:\p{L}|[ivx]{1,4}|\d{1,3})[.)][ \t]+/iu;

/** Returns whether a text holds only words, numbers and the marks that stand between words. */
const hasWordsOnly = (words: string): boolean => !/["{};,?:=<>]|\/\/|\/\*/.test(words) && words.length <= 80;

/**
 * Returns whether a head is of a kind that may stand here and the key is a property of that kind, so that only braces are missing, as in
 * `domain safety weight: 40%`.
 */
const isHeadOf = (block: Block, head: BlockNode, { key }: PropertyNode): boolean => {
  const kind = kindOf(head.kind!.composed);
  return (kind?.standsIn.includes(block.kind) ?? false) && Object.hasOwn(kind!.properties, key.composed);
};

/** Reads a key that the grammar takes for a block's name with a colon, as in `Target audience: "Members"`. */
function keyAsName(block: Block, head: BlockNode, text: string): Phrase | undefined {
  const kind = head.kind!;
  const key = head.name!;
  if (kindOf(kind.composed)) return undefined;
  const words = text.slice(kind.start, key.wordEnd);
  const isKey = block.table && Object.hasOwn(block.table.properties, kind.composed);
  if (!hasWordsOnly(words) || (isKey && keyMeant(words, block.table!)?.by !== 'same')) return undefined;
  const values = headTokens(head).filter(token => token.start > key.start);
  return phrase(block, { first: kind, last: key, length: key.wordEnd - kind.start }, words, key, values, text, kind);
}

/** Reads a key whose words all stand in the head: `Passing score (cut score): 70%`, `Passing score = 70%`, `Passing score 70%`. */
function withinHead(block: Block, head: BlockNode, text: string): Phrase | undefined {
  const kind = head.kind!;
  const tokens = headTokens(head);
  if (
    tokens.length < 2 ||
    !block.table ||
    kindMeant(kind.text, block.kind)?.by === 'same' ||
    kindOf(kind.composed) ||
    Object.hasOwn(block.table.properties, kind.composed)
  )
    return undefined;
  const line = text.slice(kind.start, tokens[tokens.length - 1]!.end);
  const colon = /^[^":=]{1,80}?\s*(?:=>?|[:：](?!\/\/)|\s[-–—]\s|\bis(?=\s))/u.exec(line);
  if (colon) {
    const at = tokens.findIndex(token => token.end >= kind.start + colon[0].trimEnd().length);
    const words = colon[0].replace(/\s*(?:=>?|[:：]|\s[-–—]\s|\bis)$/u, '').trim();
    const values = tokens.slice(at + 1);
    const isIs = /is$/.test(colon[0]);
    if (at < 0 || values.length === 0 || (isIs && !keyMeant(words, block.table))) return undefined;
    return phrase(block, { first: kind, last: tokens[at]! }, words, tokens[at]!, values, text, kind);
  }
  // Without a mark such as `=`, only words that are exactly a key count, and only if a value of other words follows.
  for (let length = Math.min(tokens.length - 1, 5); length > 1; length--) {
    const words = text.slice(kind.start, tokens[length - 1]!.end);
    const meant = hasWordsOnly(words) ? keyMeant(words, block.table) : undefined;
    if (!meant || meant.by === 'part' || !VALUES.has(tokens[length]!.kind)) continue;
    const from = tokens[length]!.text === 'of' ? length + 1 : length;
    const found = phrase(block, { first: kind, last: tokens[from - 1]! }, words, tokens[from - 1]!, tokens.slice(from), text, kind);
    if (found?.read.key !== undefined) return found;
  }
  // A key of several words that belongs to another kind.
  for (let length = Math.min(tokens.length - 1, 5); length > 1; length--) {
    const words = text.slice(kind.start, tokens[length - 1]!.end);
    if (!VALUES.has(tokens[length]!.kind) || tokens[length]!.kind === 'word' || !hasWordsOnly(words) || !keyElsewhere(words)) continue;
    return phrase(block, { first: kind, last: tokens[length - 1]! }, words, tokens[length - 1]!, tokens.slice(length), text, kind);
  }
  const whole = tokens.length <= 5 && hasWordsOnly(line) ? keyMeant(line, block.table) : undefined;
  return whole?.by === 'same' ? lone(head, whole.word, tokens) : undefined;
}

/** Reads the words of a key alone, with no value yet, as in `passing score`. */
function lone(head: BlockNode, word: string, tokens: readonly Token[]): Phrase {
  const [first, last] = [head.kind!, tokens[tokens.length - 1]!];
  const message = `"${word}" is a property: write a colon after it and then its value.`;
  const fix = { title: `Write ${word}: ?`, safe: false, edits: [{ first, last, text: `${word}: ?` }] };
  const node: PropertyNode = { type: 'property', key: last, values: [], commas: [], rest: [], first, last, slips: [] };
  const span = spanOf(first, last);
  return { node, read: { span, problem: { rule: 'syntax', span, message, fix } }, taken: 0 };
}

const VALUES: ReadonlySet<Token['kind']> = new Set<Token['kind']>(['number', 'date', 'string', 'word', '?', 'bad']);

/** Matches the signs of emphasis in Markdown. */
const EMPHASIS = /^[*_]{1,3}$/;
/** Matches a key in emphasis with its colon outside. */
const EMPHASIZED = /^[*_]{1,3}(\p{L}[^*_]*?)[*_]{1,3}[:：]$/u;

/** Reads a key in emphasis, as in Markdown: `**Owner:** ASM`, `**Owner**: ASM`. */
function emphasized(block: Block, loose: LooseNode, next: MemberNode | undefined, text: string): Phrase | undefined {
  const [first] = loose.tokens;
  if (!first?.firstOnLine) return undefined;
  if (loose.tokens.length === 1 && EMPHASIS.test(first.text) && next?.type === 'property' && !next.first.firstOnLine) {
    const star = next.values[0]?.first;
    if (!star || !EMPHASIS.test(star.text)) return undefined;
    const found = phrase(block, { first, last: star }, text.slice(first.end, next.key.wordEnd), star, next.rest, text, first);
    return found && { ...found, taken: 1 };
  }
  const end = loose.tokens.findIndex(token => /[:：]$/.test(token.text));
  const label = end < 0 ? null : EMPHASIZED.exec(text.slice(first.start, loose.tokens[end]!.end));
  return label && loose.tokens.length > end + 1
    ? phrase(block, { first, last: loose.tokens[end]! }, label[1]!, loose.tokens[end]!, loose.tokens.slice(end + 1), text, first)
    : undefined;
}

/** Reads a key in quotation marks, as in JSON: `"passing-score": 70%`. */
function quotedKey(block: Block, { tokens }: LooseNode, text: string): Phrase | undefined {
  const [key, colon, ...values] = tokens;
  if (key?.kind !== 'string' || key.flaw || colon?.kind !== ':' || values.length === 0 || !block.table) return undefined;
  const words = key.text.replace(/^"|"$/g, '');
  return hasWordsOnly(words) ? phrase(block, { first: key, last: colon }, words, colon, values, text, key) : undefined;
}

/**
 * Reads the values as those of a property, whose key is then looked up. `last` is the token in place of the key: a key, or the token
 * where the colon is missing.
 */
function phrase(
  block: Block,
  span: Span,
  words: string,
  last: Token,
  values: readonly Token[],
  text: string,
  first: Token,
): Phrase | undefined {
  const key = new Token('key', words, last.start, last.length, true, first.firstOnLine);
  const [read, more] = mend(parseMembers([key, ...values]));
  if (read?.type !== 'property' || more) return undefined;
  // The key's span covers several words of the text, and moves along with them after an edit.
  const node: PropertyNode = { ...read, first, key: last, slips: [] };
  return { node, read: meantOf(words, span, block, node, text), taken: 0 };
}
