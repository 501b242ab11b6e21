/**
 * Formats a file. Only the blanks between tokens and comments change, and redundant `;` are removed, so nothing that a person wrote is
 * reordered or lost. If the result would be parsed otherwise than before, nothing changes.
 */
import type { Edit } from '../findings/finding.ts';
import { applyEdits } from '../findings/finding.ts';
import { CredFile } from '../model/file.ts';
import type { Position, TextRange } from '../model/lines.ts';
import { pairBraces } from '../syntax/braces.ts';
import { lex } from '../syntax/lexer.ts';
import type { Token } from '../syntax/token.ts';
import { gapText, type Layout, layoutOf, type Style } from './layout.ts';

export interface FormatOptions {
  /** If given, only the lines of this range change. */
  readonly range?: TextRange;
  /** One level of indentation; two blanks, unless the project sets another. */
  readonly indent?: string | undefined;
}

/** Returns the edits that format a file, or the lines of a range. */
export function format(source: string | CredFile, options: FormatOptions = {}): Edit[] {
  const file = typeof source === 'string' ? CredFile.read('', source) : source;
  const edits = spacing(layoutOf(file, styleOf(options.indent)));
  if (!options.range) return harmless(file.text, edits);
  const from = file.lines.start(options.range.start.line);
  const to = file.lines.end(lastLine(options.range));
  return harmless(file.text, within(edits, from, to));
}

/** Returns the edits after `}`, `;` or a line break was typed; `position` is the place after it. */
export function formatOnType(file: CredFile, position: Position, typed: string, indented?: string): Edit[] {
  const { lines, text } = file;
  const layout = layoutOf(file, styleOf(indented));
  const at = lines.offset(position);
  if (typed === '}') {
    const block = file.blocks.find(one => one.node.close?.end === at && !one.node.close.virtual);
    if (!block) return [];
    const head = lines.start(lines.position(block.node.first!.start).line);
    return harmless(text, before(spacing(layout), head, at));
  }
  // While a line is being written, its spacing is formatted, but it is not broken.
  const gentle = spacing(layout).filter(edit => !/[\r\n]/.test(edit.text + text.slice(edit.start, edit.end)));
  // The `;` that has just been typed stays.
  if (typed === ';') return harmless(text, before(gentle, lines.start(position.line), at - 1));
  const from = lines.start(Math.max(0, position.line - 1));
  const start = lines.start(position.line);
  const end = lines.end(position.line);
  const blank = /^[ \t]*/.exec(text.slice(start, end))![0].length;
  if (start + blank < end) return harmless(text, within(gentle, from, start + blank));
  const indent = layout.indentAt(start);
  const above = within(gentle, from, lines.end(Math.max(0, position.line - 1)));
  return harmless(text, text.slice(start, end) === indent || layout.inside(start) ? above : [...above, { start, end, text: indent }]);
}

const styleOf = (indent = '  '): Style => ({ indent, width: 140 });

/** Returns the last line of a range. A range that ends at a line's beginning excludes that line. */
const lastLine = ({ start, end }: TextRange): number => (end.character === 0 && end.line > start.line ? end.line - 1 : end.line);

const within = (edits: readonly Edit[], from: number, to: number): Edit[] => edits.filter(edit => edit.start >= from && edit.end <= to);
/** Returns only the edits before the cursor. */
const before = (edits: readonly Edit[], from: number, cursor: number): Edit[] =>
  within(edits, from, cursor).filter(edit => edit.start < cursor);

function spacing(layout: Layout): Edit[] {
  const edits: Edit[] = [];
  const { gaps, text } = layout;
  for (let i = 0; i < gaps.length; i++) {
    const gap = gaps[i]!;
    const last = idleSeparators(layout, i);
    const end = gaps[last]!;
    const edit = smallest(gap.start, text.slice(gap.start, end.end), gapText(layout, end));
    if (edit) edits.push(edit);
    i = last;
  }
  return edits;
}

/** Returns the index of the gap after redundant `;` at the end of a line or a block; the same index if there is none. */
function idleSeparators(layout: Layout, from: number): number {
  const { gaps, frozen, text } = layout;
  const { before, after } = gaps[from]!;
  if (!before?.token || before.token.kind === '{' || after?.token?.kind !== ';' || gaps[from]!.colon) return from;
  let to = from + 1;
  while (gaps[to]!.after?.token?.kind === ';') to++;
  const next = gaps[to]!.after;
  if (frozen.has(before.to) || frozen.has(after.from) || (next && frozen.has(next.from))) return from;
  if (text.slice(gaps[from]!.start, gaps[to]!.end).includes('\uFEFF')) return from;
  const ends = !next || next.token?.kind === '}' || next.comment?.style === 'line' || /[\r\n]/.test(gapText(layout, gaps[to]!));
  return ends ? to : from;
}

/** Returns the edit for the part that differs, so that unchanged lines are not touched. */
function smallest(start: number, old: string, wanted: string): Edit | undefined {
  if (old === wanted) return undefined;
  const shorter = Math.min(old.length, wanted.length);
  let head = 0;
  while (head < shorter && old[head] === wanted[head]) head++;
  // CR and LF of one line break stay together.
  if (head > 0 && old[head - 1] === '\r') head--;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  if (tail > 0 && old[old.length - tail] === '\n' && old[old.length - tail - 1] === '\r') tail--;
  return { start: start + head, end: start + old.length - tail, text: wanted.slice(head, wanted.length - tail) };
}

/** Returns the edits, or none if the text would be parsed otherwise afterwards, because unpaired braces are placed by indentation. */
const harmless = (text: string, edits: Edit[]): Edit[] =>
  edits.length === 0 || reading(text) === reading(applyEdits(text, edits)) ? edits : [];

/** Returns a text's tokens in a form that is equal if the trees are. */
function reading(text: string): string {
  const { tokens, comments } = lex(text);
  const paired = pairBraces(tokens, text);
  const read: unknown[] = [];
  for (let i = paired.length - 1, next: Token | undefined; i >= 0; i--) {
    const token = paired[i]!;
    const { kind, text: word, virtual, begins } = token;
    // Before a member and at the end of a block, a `;` means the same as a line break, which `begins` records.
    if (kind === ';' && (!next || ['head', 'key', '}'].includes(next.kind))) continue;
    read.push([kind, word, virtual, '{};'.includes(kind) || begins]);
    next = token;
  }
  return JSON.stringify([read, comments.map(comment => [text.slice(comment.start, comment.end).trimEnd(), comment.firstOnLine])]);
}
