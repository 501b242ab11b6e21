/** The ranges that can be folded: blocks, members of several lines, and comments. */
import type { CredFile } from '../model/file.ts';
import { offsets } from '../model/span.ts';

export interface FoldingRange {
  /** The line that stays visible; `endLine` is the last line that is hidden. */
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment';
}

/** Returns the ranges in the order of their first lines. Lines count from 0. */
export function foldingRanges(file: CredFile): FoldingRange[] {
  const byStart = new Map<number, FoldingRange>();
  const add = (startLine: number, endLine: number, kind?: 'comment'): void => {
    const known = byStart.get(startLine);
    if (endLine > startLine && (!known || known.endLine < endLine)) byStart.set(startLine, { startLine, endLine, ...(kind && { kind }) });
  };
  const line = (offset: number): number => file.lines.position(offset).line;

  for (const block of file.blocks) {
    const { first, last, open, close } = block.node;
    if (open) add(line(first!.start), close?.firstOnLine && !close.virtual ? line(close.start) - 1 : line(last!.end));
    for (const property of block.properties) {
      const { start, end } = offsets(property.span);
      add(line(start), line(end));
    }
  }
  let run: { from: number; to: number } | undefined;
  for (const comment of file.parsed.comments) {
    const [from, to] = [line(comment.start), line(comment.end)];
    if (comment.style === 'block' || !comment.firstOnLine) {
      if (comment.style === 'block') add(from, to, 'comment');
      run = undefined;
      continue;
    }
    run = run && from === run.to + 1 ? { from: run.from, to } : { from, to };
    add(run.from, run.to, 'comment');
  }
  return [...byStart.values()].sort((a, b) => a.startLine - b.startLine);
}
