/** Expands the selection from the cursor outwards: word, value, list, property, contents of a block, block, and so on. */
import type { CredFile } from '../model/file.ts';
import type { Position, TextRange } from '../model/lines.ts';
import { type Offsets, offsets } from '../model/span.ts';
import type { Token } from '../syntax/token.ts';
import type { BlockNode, PropertyNode } from '../syntax/tree.ts';

export interface SelectionRange {
  readonly range: TextRange;
  readonly parent?: SelectionRange;
}

/** Returns the innermost range at a position, each with the next one around it. */
export function selectionRange(file: CredFile, position: Position): SelectionRange {
  const at = file.lines.offset(position);
  const around: Offsets[] = [{ start: 0, end: file.text.length }];
  const add = (start: number, end: number): void => {
    if (start <= at && at <= end && start < end) around.push({ start, end });
  };
  inBlock(file.parsed.root, at, add);
  const comment = file.parsed.comments.find(one => one.start <= at && at <= one.end);
  if (comment) {
    const words = file.text.slice(comment.start, comment.end).replace(/\s*(\*\/)?$/, '');
    const mark = /^\/[/*]+\s*/.exec(words)![0].length;
    add(comment.start, comment.end);
    add(comment.start + mark, comment.start + words.length);
  }
  // The ranges are sorted from the widest to the narrowest, each inside the previous one.
  around.sort((a, b) => b.end - b.start - (a.end - a.start));
  let chain: SelectionRange | undefined;
  let outer: Offsets | undefined;
  for (const one of around) {
    if (outer && (one.start < outer.start || one.end > outer.end || (one.start === outer.start && one.end === outer.end))) continue;
    chain = { range: file.lines.range(one.start, one.end), ...(chain && { parent: chain }) };
    outer = one;
  }
  return chain!;
}

type AddRange = (start: number, end: number) => void;

function inBlock(block: BlockNode, at: number, add: AddRange): void {
  const { kind, name, title, open, close, members } = block;
  if (kind) {
    add(kind.start, (title ?? name ?? kind).wordEnd);
    add(kind.start, kind.wordEnd);
  }
  if (name) add(name.start, name.end);
  if (title) inToken(title, add);
  if (open) add(open.start, (close ?? block.last!).end);
  if (members.length > 0 && open) add(members[0]!.first!.start, members[members.length - 1]!.last!.end);
  for (const member of members) {
    const [start, end] = [member.first!.start, member.last!.end];
    if (at < start || at > end) continue;
    add(start, end);
    if (member.type === 'block') inBlock(member, at, add);
    else if (member.type === 'property') inProperty(member, add);
  }
}

function inProperty({ key, values }: PropertyNode, add: AddRange): void {
  add(key.start, key.wordEnd);
  if (values.length === 0) return;
  add(values[0]!.first.start, values[values.length - 1]!.last.end);
  for (const value of values) {
    const { start, end } = offsets(value);
    add(start, end);
    for (const token of [value.first, value.upper, value.whole, value.unit, value.last]) if (token) inToken(token, add);
  }
}

/** Adds the token's own ranges: the words of a text, or the segments of a dotted name. */
function inToken(token: Token, add: AddRange): void {
  add(token.start, token.end);
  if (token.kind === 'string') {
    const mark = token.text.startsWith('"""') ? 3 : 1;
    add(token.start + mark, token.flaw ? token.end : token.end - mark);
    const inside = token.text.slice(mark, token.flaw ? undefined : -mark);
    for (const word of inside.matchAll(/[\p{L}\p{M}\p{N}_'’-]+/gu))
      add(token.start + mark + word.index, token.start + mark + word.index + word[0].length);
  }
  if (token.kind !== 'word') return;
  let start = token.start;
  for (const segment of token.text.split('.')) {
    add(start, start + segment.length);
    start += segment.length + 1;
  }
}
