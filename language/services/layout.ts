/** The formatter's style: where lines break, and what stands between two tokens. */
import { isIgnore } from '../findings/ignore.ts';
import type { CredFile } from '../model/file.ts';
import type { Comment, Token } from '../syntax/token.ts';
import type { BlockNode, MemberNode } from '../syntax/tree.ts';

export interface Style {
  /** One level of indentation. */
  readonly indent: string;
  /** The column up to which a block that is written on one line stays on it. */
  readonly width: number;
}

/** A token or a comment. */
interface LayoutItem {
  readonly start: number;
  readonly end: number;
  readonly token: Token | undefined;
  readonly comment: Comment | undefined;
  /** The line on which it begins; `to` is the line on which it ends. */
  readonly from: number;
  readonly to: number;
}

/** The blanks between two items. Before the first and after the last item, one of them is missing. */
export interface LayoutGap {
  readonly start: number;
  readonly end: number;
  readonly before: LayoutItem | undefined;
  readonly after: LayoutItem | undefined;
  /** The number of open blocks here, plus one if a list continues. */
  readonly depth: number;
  readonly inList: boolean;
  /** Whether the gap lies in a key, before its colon. */
  readonly colon?: boolean;
  /** The `{` of the innermost open block. */
  readonly open: Token | undefined;
}

export interface Layout {
  readonly text: string;
  readonly style: Style;
  readonly gaps: readonly LayoutGap[];
  readonly lineEnd: string;
  /** The lines that stay as they are, because something on them is half typed. */
  readonly frozen: ReadonlySet<number>;
  /** The lines with an ignore at their end, which are neither broken nor joined. */
  readonly pinned: ReadonlySet<number>;
  /** The `{` of blocks that stay on one line. */
  readonly oneLine: ReadonlySet<Token>;
  /** The `{` of blocks that were written on one line and are too long for it. */
  readonly broken: ReadonlySet<Token>;
  /** Returns the indentation of a new line at an offset. */
  indentAt(offset: number): string;
  /** Returns whether an offset lies inside a text or a comment of several lines. */
  inside(offset: number): boolean;
}

/** Lays out a file. The result says what is to stand between every two of its tokens and comments. */
export function layoutOf(file: CredFile, style: Style): Layout {
  const { text, parsed, lines } = file;
  const lineOf = (offset: number): number => lines.position(offset).line;
  const items: LayoutItem[] = [];
  for (const token of parsed.tokens)
    items.push({ start: token.start, end: token.end, token, comment: undefined, from: lineOf(token.start), to: lineOf(token.end) });
  for (const comment of parsed.comments) {
    const end = comment.start + text.slice(comment.start, comment.end).trimEnd().length;
    items.push({ start: comment.start, end, token: undefined, comment, from: lineOf(comment.start), to: lineOf(end) });
  }
  items.sort((a, b) => a.start - b.start);

  const frozen = new Set<number>();
  const freeze = (start: number, end: number): void => {
    for (let line = lineOf(start); line <= lineOf(end); line++) frozen.add(line);
  };
  freezeSlips(parsed.root, freeze);
  for (const token of parsed.tokens) if (token.kind === 'bad' || token.kind === ':' || token.flaw) freeze(token.start, token.end);
  const pinned = new Set<number>();
  for (const comment of parsed.comments) {
    if (comment.unclosed) freeze(comment.start, comment.end);
    if (!comment.firstOnLine && isIgnore(text.slice(comment.start, comment.end))) pinned.add(lineOf(comment.start));
  }

  const gaps = gapsOf(text, items);
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const layout = { text, style, gaps, lineEnd, frozen, pinned, oneLine: new Set<Token>(), broken: new Set<Token>() };
  oneLineBlocks(layout, parsed.root, lineOf);
  return {
    ...layout,
    indentAt: offset => {
      const gap = gaps.find(one => one.start <= offset && offset <= one.end);
      return gap ? indentOf(layout, gap.depth, gap.inList) : '';
    },
    inside: offset => items.some(item => item.start < offset && offset < item.end),
  };
}

/** Freezes the lines of slips, and all lines of a block whose braces do not pair. */
function freezeSlips(block: BlockNode, freeze: (start: number, end: number) => void): void {
  const all = (member: MemberNode): void => freeze(member.first!.start, member.last!.end);
  for (const member of block.members) {
    if (member.type === 'loose') all(member);
    else if (member.type === 'property') {
      if (member.slips.length > 0 || member.rest.length > 0) all(member);
    } else if ((member.open && (member.open.virtual || !member.close || member.close.virtual)) || member.rest.length > 0) all(member);
    else {
      for (const slip of member.slips) freeze(slip.first.start, (member.open ?? slip.last).end);
      freezeSlips(member, freeze);
    }
  }
}

function gapsOf(text: string, items: readonly LayoutItem[]): LayoutGap[] {
  const gaps: LayoutGap[] = [];
  const open: Token[] = [];
  let last: Token | undefined;
  const add = (before: LayoutItem | undefined, after: LayoutItem | undefined): void => {
    const start = before?.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
    const end = after?.start ?? text.length;
    gaps.push({ start, end, before, after, depth: open.length, inList: last?.kind === ',', open: open[open.length - 1] });
  };
  let before: LayoutItem | undefined;
  for (const item of items) {
    const { token } = item;
    if (!token?.virtual) add(before, item);
    if (token?.kind === 'key' && token.length > token.text.length + 1) {
      const start = token.start + token.text.length;
      gaps.push({
        start,
        end: token.end - 1,
        before: item,
        after: item,
        depth: open.length,
        inList: false,
        open: undefined,
        colon: true,
      });
    }
    if (token) last = token;
    if (token?.kind === '{') open.push(token);
    else if (token?.kind === '}') open.pop();
    if (!token?.virtual) before = item;
  }
  add(before, undefined);
  return gaps;
}

/** Decides, from the outside inwards, which blocks stay on the line on which they are written. */
function oneLineBlocks(
  layout: Omit<Layout, 'indentAt' | 'inside'> & { oneLine: Set<Token>; broken: Set<Token> },
  root: BlockNode,
  lineOf: (offset: number) => number,
): void {
  const { oneLine, broken, style } = layout;
  const gapBefore = new Map(layout.gaps.flatMap((gap, i) => (gap.after?.token && !gap.colon ? [[gap.after.token, i] as const] : [])));
  const written = (block: BlockNode): boolean => lineOf(block.open!.start) === lineOf(block.close!.start);
  const keep = (block: BlockNode): void => {
    oneLine.add(block.open!);
    for (const member of block.members) if (member.type === 'block' && member.open) keep(member);
  };
  const fits = (block: BlockNode): boolean => {
    if (layout.pinned.has(lineOf(block.open!.start)) || layout.frozen.has(lineOf(block.open!.start))) return true;
    const from = gapBefore.get(block.first!)!;
    const to = gapBefore.get(block.close!)!;
    let line = indentOf(layout, layout.gaps[from]!.depth, false);
    // Other items that stay on the line before the block, such as a comment, count as well.
    let first = from;
    while (first > 0 && !breaks(layout, layout.gaps[first]!)) first--;
    for (let i = first; i <= to; i++) {
      const gap = layout.gaps[i]!;
      if (gap.colon) continue;
      line += (i === first ? '' : spaceBetween(gap)) + layout.text.slice(gap.after!.start, gap.after!.end).replace(/[ \t]+:$/, ':');
    }
    return line.length <= style.width;
  };
  const visit = (block: BlockNode): void => {
    for (const member of block.members) {
      if (member.type !== 'block') continue;
      if (member.open && member.close && !member.open.virtual && !member.close.virtual && written(member)) {
        for (const inner of blocksIn(member)) oneLine.add(inner.open!);
        const stays = fits(member);
        for (const inner of blocksIn(member)) oneLine.delete(inner.open!);
        if (stays) {
          keep(member);
          continue;
        }
        broken.add(member.open);
      }
      visit(member);
    }
  };
  visit(root);
}

function* blocksIn(block: BlockNode): Generator<BlockNode> {
  if (block.open) yield block;
  for (const member of block.members) if (member.type === 'block') yield* blocksIn(member);
}

const indentOf = ({ style }: Pick<Layout, 'style'>, depth: number, inList: boolean): string =>
  style.indent.repeat(depth + (inList ? 1 : 0));

/** Returns the blanks that should stand between two items. */
export function gapText(layout: Layout, gap: LayoutGap): string {
  const { text, frozen } = layout;
  const { before, after } = gap;
  const old = text.slice(gap.start, gap.end);
  if (gap.colon) return frozen.has(before!.to) ? old : '';
  // Invisible characters are left alone.
  if (old.includes('\uFEFF')) return old;
  const ends = old.match(/\r\n|\r|\n/g) ?? [];
  const fixedBefore = before !== undefined && frozen.has(before.to);
  const fixedAfter = after !== undefined && frozen.has(after.from);
  if (!before && !after) return '';
  if (!after) return fixedBefore ? old : (ends[0] ?? layout.lineEnd);
  if (!before) return fixedAfter ? old : keepsFileIgnore(text, after, ends);
  if ((fixedBefore || fixedAfter) && ends.length === 0) return old;
  if (!breaks(layout, gap)) return fixedBefore || fixedAfter ? old : spaceBetween(gap);

  const tight = before.token?.kind === '{' || after.token?.kind === '}';
  const taken = ends.slice(0, tight ? 1 : 2).join('') || layout.lineEnd;
  const trailing = fixedBefore ? /^[ \t]*/.exec(old)![0] : '';
  const isClose = after.token?.kind === '}';
  const indent = fixedAfter
    ? /[ \t]*$/.exec(old)![0]
    : indentOf(layout, Math.max(0, gap.depth - (isClose ? 1 : 0)), gap.inList && !isClose);
  return trailing + taken + indent;
}

/** Keeps the first line as it is around an ignore, because an ignore there covers the whole file, and one below does not. */
function keepsFileIgnore(text: string, after: LayoutItem, ends: readonly string[]): string {
  return after.comment && ends.length > 0 && isIgnore(text.slice(after.start, after.end)) ? ends[0]! : '';
}

/** Returns whether a line break stands in the gap. */
function breaks(layout: Pick<Layout, 'text' | 'pinned' | 'oneLine' | 'broken'>, gap: LayoutGap): boolean {
  const { before, after, open } = gap;
  if (!before || !after || gap.colon) return !before;
  const written = /[\r\n]/.test(layout.text.slice(gap.start, gap.end));
  if (before.comment?.style === 'line') return true;
  if (before.comment || after.comment || layout.pinned.has(before.to) || layout.pinned.has(after.from)) return written;
  const next = after.token!.kind;
  const last = before.token!.kind;
  if (next === '{') return written && !['head', 'word', 'string', '?'].includes(last);
  if (open && layout.oneLine.has(open)) return false;
  if (last === '{' && next === '}') return written;
  if (last === '{' || next === '}') return true;
  if (next === ';') return written;
  // Members that the author wrote on one line, separated by `;`, stay together unless the line becomes too long.
  return written || last === '}' || (last === ';' && open !== undefined && layout.broken.has(open));
}

/** Returns the blanks between two items of one line. */
function spaceBetween({ before, after }: LayoutGap): string {
  const next = after?.token?.kind;
  if (!before || !next) return ' ';
  return next === ',' || next === ';' || next === '%' ? '' : ' ';
}
