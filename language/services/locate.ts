/** What stands at a position of a file: the one place where the services learn what they are asked about. */
import type { Block } from '../model/bind.ts';
import type { PropertyView, Stated } from '../model/block.ts';
import { valuesOf } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import { type Offsets, offsets } from '../model/span.ts';
import type { Comment, Token, TokenKind } from '../syntax/token.ts';

/** `none`: white space, a brace or a separator; what may be written there is told by `memberDue` and `inBody`. */
export type LocatedPart = 'kind' | 'name' | 'title' | 'key' | 'value' | 'unit' | 'comment' | 'none';

export interface Located {
  readonly offset: number;
  readonly part: LocatedPart;
  /** The innermost block in whose head or body the position stands; the file's nameless root at top level. */
  readonly block: Block;
  /** The block in whose body the position stands: for a head the parent of `block`, else `block` itself. */
  readonly container: Block;
  /** Between the braces of `block` (or at top level), not in its head. */
  readonly inBody: boolean;
  /** What is being written here may become a new member of `container`; true on the first word of a member as well. */
  readonly memberDue: boolean;
  /** The word, number, text or mark that the position touches; the one behind the position where it touches two. */
  readonly token: Token | undefined;
  /** The words touched: the token without a key's colon; of a dotted name the one segment. */
  readonly span: Offsets | undefined;
  /** For `key`, `value` and `unit`. */
  readonly property: PropertyView | undefined;
  /** For `value` and `unit`: also where no value is written yet. */
  readonly value: LocatedValue | undefined;
  /** Of a dotted name, in a value. */
  readonly segment: LocatedSegment | undefined;
  readonly comment: Comment | undefined;
}

export interface LocatedValue {
  /** Its place in the list, from 0. */
  readonly index: number;
  /** The tokens it is written with; empty where it is still to be written. */
  readonly tokens: readonly Token[];
  /** The value of the model; `undefined` where none is written. */
  readonly stated: Stated<unknown> | undefined;
}

export interface LocatedSegment {
  readonly index: number;
  /** All segments as written; the last one is empty after a trailing dot. */
  readonly path: readonly string[];
  readonly span: Offsets;
}

const PUNCTUATION: ReadonlySet<TokenKind> = new Set<TokenKind>([',', ':', ';', '{', '}', '%']);

export function locate(file: CredFile, offset: number): Located {
  const comment = file.parsed.comments.find(
    one => offset > one.start && (offset < one.end || (offset === one.end && (one.style === 'line' || one.unclosed))),
  );
  const { block, inHead } = innermost(file, offset);
  const container = inHead ? block.parent! : block;
  const base = {
    offset,
    block,
    container,
    inBody: !inHead,
    memberDue: false,
    token: undefined,
    span: undefined,
    property: undefined,
    value: undefined,
    segment: undefined,
    comment: undefined,
  };
  if (comment) return { ...base, part: 'comment', comment, span: { start: comment.start, end: comment.end } };
  const token = touched(file, offset);
  const at = token && { start: token.start, end: token.wordEnd };
  const touching = { ...base, token, span: at };

  if (inHead) {
    const { kind, name } = block.node;
    const part: LocatedPart =
      token === undefined ? 'none' : token === kind ? 'kind' : token === name ? 'name' : token === block.titleToken ? 'title' : 'none';
    return { ...touching, part, memberDue: part === 'kind' };
  }
  const property = propertyAt(file, block, offset);
  if (!property) {
    const word = token !== undefined && !PUNCTUATION.has(token.kind);
    const before = file.text.slice(0, word ? token.start : offset);
    return { ...touching, part: 'none', memberDue: !word && /(^|[\n\r;{}]|\*\/)[ \t\uFEFF]*$/.test(before) };
  }
  const key = property.keySpan.first;
  if (offset <= key.wordEnd)
    return { ...touching, part: 'key', property, memberDue: true, token: key, span: { start: key.start, end: key.wordEnd } };
  return valueAt(file, property, touching, offset);
}

function valueAt(file: CredFile, property: PropertyView, base: Omit<Located, 'part'>, offset: number): Located {
  const tokens = tokensOf(file, property);
  const before = tokens.filter(token => token.kind === ',' && token.end <= offset);
  const after = tokens.find(token => token.kind === ',' && token.end > offset);
  const from = before.at(-1)?.index ?? property.keySpan.first.index;
  const own = tokens.filter(token => token.kind !== ',' && token.index > from && (!after || token.index < after.index));
  const stated = valuesOf(property.owner.stated(property.key)).find(one => one.property === property && one.span.first === own[0]);
  const value = { index: before.length, tokens: own, stated };
  const { token } = base;
  if (!token || !own.includes(token)) return { ...base, token: undefined, span: undefined, part: 'value', property, value };
  const isUnit = token.kind === 'word' && token !== own[0] && own[own.indexOf(token) - 1]?.kind === 'number';
  const segment = token.kind === 'word' && !isUnit ? segmentAt(token, offset) : undefined;
  return { ...base, part: isUnit ? 'unit' : 'value', property, value, segment, span: segment?.span ?? base.span };
}

/** The tokens behind a property's key. */
function tokensOf(file: CredFile, { keySpan, span }: PropertyView): readonly Token[] {
  return file.parsed.tokens.slice(keySpan.first.index + 1, span.last.index + 1).filter(token => !token.virtual);
}

function segmentAt(token: Token, offset: number): LocatedSegment {
  const path = token.text.split('.');
  const index = token.text.slice(0, offset - token.start).split('.').length - 1;
  const start = token.start + path.slice(0, index).reduce((length, name) => length + name.length + 1, 0);
  return { index, path, span: { start, end: start + path[index]!.length } };
}

/** A position between two tokens belongs to the one behind it, unless only the one before is a word. */
function touched(file: CredFile, offset: number): Token | undefined {
  const { tokens } = file.parsed;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end < offset) low = middle + 1;
    else high = middle;
  }
  let best: Token | undefined;
  for (let i = low; i < tokens.length && tokens[i]!.start <= offset; i++) {
    const token = tokens[i]!;
    if (token.virtual || token.wordEnd < offset) continue;
    if (!best || !PUNCTUATION.has(token.kind)) best = token;
  }
  return best;
}

/** From the file inwards. A body without its brace reaches to the next member of the block around it. */
function innermost(file: CredFile, offset: number): { block: Block; inHead: boolean } {
  let block = file.root;
  let end = file.text.length;
  for (;;) {
    const child = block.children.findLast(one => one.node.first!.start <= offset);
    if (!child) return { block, inHead: false };
    const { open, close } = child.node;
    if (!open) return onHead(file, child, offset, block);
    if (offset < open.end || (open.virtual && offset === open.end)) return { block: child, inHead: offset <= open.start };
    const next = block.node.members.find(
      member => member.first!.start > child.node.last!.start && member.first!.start >= child.node.last!.end,
    )?.first?.start;
    const closed = close && !close.virtual;
    const bodyEnd = closed ? close.start : (next ?? end);
    if (offset > bodyEnd || (offset === bodyEnd && !closed && next !== undefined)) return { block, inHead: false };
    block = child;
    end = bodyEnd;
  }
}

/** A head without a body reaches to the end of what is written, and over spaces behind it: a name or a title may come. */
function onHead(file: CredFile, child: Block, offset: number, parent: Block): { block: Block; inHead: boolean } {
  const end = child.span.last.end;
  const inHead = offset <= end || /^[ \t]+$/.test(file.text.slice(end, offset));
  return inHead ? { block: child, inHead } : { block: parent, inHead };
}

/** The property whose key or values the position stands in, or whose next value is due there. */
function propertyAt(file: CredFile, block: Block, offset: number): PropertyView | undefined {
  const property = block.properties.findLast(one => one.span.first.start <= offset);
  if (!property) return undefined;
  const { last } = property.span;
  if (offset <= offsets(property.span).end) return property;
  const between = file.text.slice(last.end, offset);
  const stays = last.kind === ',' ? /^(\s|\/\/[^\n\r]*|\/\*.*?\*\/)*$/s : /^[ \t]*$/;
  return stays.test(between) ? property : undefined;
}
