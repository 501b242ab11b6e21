/** Finds what stands at a position of a file. All services use this one function. */
import type { Block } from '../model/bind.ts';
import type { PropertyView, Stated } from '../model/block.ts';
import { valuesOf } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import { type Offsets, offsets } from '../model/span.ts';
import type { Comment, Token, TokenKind } from '../syntax/token.ts';

/**
 * The part of the text at a position. `none` is white space, a brace or a separator; `memberDue` and `inBody` then tell what may be
 * written.
 */
export type LocatedPart = 'kind' | 'name' | 'title' | 'key' | 'value' | 'unit' | 'comment' | 'none';

/** A position of a file with everything that surrounds it. */
export interface Located {
  readonly offset: number;
  readonly part: LocatedPart;
  /** The innermost block whose head or body contains the position; at the top level, the file's nameless root. */
  readonly block: Block;
  /** The block whose body contains the position: in a head the parent of `block`, otherwise `block` itself. */
  readonly container: Block;
  /** Whether the position is between the braces of `block` (or at the top level) and not in its head. */
  readonly inBody: boolean;
  /** Whether the text here may become a new member of `container`; this includes the first word of a member. */
  readonly memberDue: boolean;
  /** The token that the position touches. Between two tokens, it is the one after the position. */
  readonly token: Token | undefined;
  /** The range of the touched word: a key without its colon; of a dotted name only the segment. */
  readonly span: Offsets | undefined;
  /** The property, if the part is `key`, `value` or `unit`. */
  readonly property: PropertyView | undefined;
  /** The value, if the part is `value` or `unit`, even if it is not written yet. */
  readonly value: LocatedValue | undefined;
  /** The segment of a dotted name, in a value. */
  readonly segment: LocatedSegment | undefined;
  readonly comment: Comment | undefined;
}

/** A value at a position. */
export interface LocatedValue {
  /** Its index in the list. */
  readonly index: number;
  /** Its tokens; empty if it is still to be written. */
  readonly tokens: readonly Token[];
  /** Its value in the model; `undefined` if none is written. */
  readonly stated: Stated<unknown> | undefined;
}

/** A segment of a dotted name. */
export interface LocatedSegment {
  readonly index: number;
  /** All segments as written; the last one is empty after a trailing dot. */
  readonly path: readonly string[];
  readonly span: Offsets;
}

const PUNCTUATION: ReadonlySet<TokenKind> = new Set<TokenKind>([',', ':', ';', '{', '}', '%']);

/** Returns what stands at an offset of a file. */
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

/** Returns the tokens after a property's key. */
function tokensOf(file: CredFile, { keySpan, span }: PropertyView): readonly Token[] {
  return file.parsed.tokens.slice(keySpan.first.index + 1, span.last.index + 1).filter(token => !token.virtual);
}

function segmentAt(token: Token, offset: number): LocatedSegment {
  const path = token.text.split('.');
  const index = token.text.slice(0, offset - token.start).split('.').length - 1;
  const start = token.start + path.slice(0, index).reduce((length, name) => length + name.length + 1, 0);
  return { index, path, span: { start, end: start + path[index]!.length } };
}

/** Returns the token at an offset. Between two tokens it is the second, unless only the first is a word. */
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

/** Searches from the file inwards. A body without its closing brace extends to the next member of the outer block. */
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

/**
 * Returns whether the position is on a head. A head without a body extends over the spaces after it, because a name or title may follow.
 */
function onHead(file: CredFile, child: Block, offset: number, parent: Block): { block: Block; inHead: boolean } {
  const end = child.span.last.end;
  const inHead = offset <= end || /^[ \t]+$/.test(file.text.slice(end, offset));
  return inHead ? { block: child, inHead } : { block: parent, inHead };
}

/** Returns the property whose key or values contain the position, or whose next value is expected there. */
function propertyAt(file: CredFile, block: Block, offset: number): PropertyView | undefined {
  const property = block.properties.findLast(one => one.span.first.start <= offset);
  if (!property) return undefined;
  const { last } = property.span;
  if (offset <= offsets(property.span).end) return property;
  const between = file.text.slice(last.end, offset);
  const stays = last.kind === ',' ? /^(\s|\/\/[^\n\r]*|\/\*.*?\*\/)*$/s : /^[ \t]*$/;
  return stays.test(between) ? property : undefined;
}
