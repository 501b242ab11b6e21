/**
 * Canonical spacing. Only the blanks between tokens and comments are rewritten, and a `;` that says nothing goes, so nothing that
 * a person wrote is ever reordered or lost; and what would be read differently afterwards is not done at all.
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
  /** Only the lines of this range. */
  readonly range?: TextRange;
  /** What one level is indented by: two blanks, unless the project says otherwise. */
  readonly indent?: string | undefined;
}

/** The edits that bring a file, or the lines of a range, into the canonical form. */
export function format(source: string | CredFile, options: FormatOptions = {}): Edit[] {
  const file = typeof source === 'string' ? CredFile.read('', source) : source;
  const edits = spacing(layoutOf(file, styleOf(options.indent)));
  if (!options.range) return harmless(file.text, edits);
  const from = file.lines.start(options.range.start.line);
  const to = file.lines.end(lastLine(options.range));
  return harmless(file.text, within(edits, from, to));
}

/** The edits after `}`, `;` or a new line has been typed; `position` is behind it. */
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
  // While somebody is writing a line, its words are put in order but no line is broken under their hands.
  const gentle = spacing(layout).filter(edit => !/[\r\n]/.test(edit.text + text.slice(edit.start, edit.end)));
  // What has just been typed stays.
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

/** A range that ends at a line's beginning does not mean that line. */
const lastLine = ({ start, end }: TextRange): number => (end.character === 0 && end.line > start.line ? end.line - 1 : end.line);

const within = (edits: readonly Edit[], from: number, to: number): Edit[] => edits.filter(edit => edit.start >= from && edit.end <= to);
/** Only what stands before the cursor. */
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

/** From the gap before a `;` that says nothing, because its line or its block ends there, to the gap behind it; else the same gap. */
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

/** The part that differs, so that an edit touches no line without need. */
function smallest(start: number, old: string, wanted: string): Edit | undefined {
  if (old === wanted) return undefined;
  const shorter = Math.min(old.length, wanted.length);
  let head = 0;
  while (head < shorter && old[head] === wanted[head]) head++;
  // A pair of characters that end a line together is not taken apart.
  if (head > 0 && old[head - 1] === '\r') head--;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  if (tail > 0 && old[old.length - tail] === '\n' && old[old.length - tail - 1] === '\r') tail--;
  return { start: start + head, end: start + old.length - tail, text: wanted.slice(head, wanted.length - tail) };
}

/** The edits, or none where the text would be read in another way afterwards (braces that do not pair are placed by indentation). */
const harmless = (text: string, edits: Edit[]): Edit[] =>
  edits.length === 0 || reading(text) === reading(applyEdits(text, edits)) ? edits : [];

/** Everything about a text that the tree is made of. */
function reading(text: string): string {
  const { tokens, comments } = lex(text);
  const paired = pairBraces(tokens, text);
  const read: unknown[] = [];
  for (let i = paired.length - 1, next: Token | undefined; i >= 0; i--) {
    const token = paired[i]!;
    const { kind, text: word, virtual, begins } = token;
    // Before a member and at the end of a block a `;` says no more than a new line does, which `begins` tells.
    if (kind === ';' && (!next || ['head', 'key', '}'].includes(next.kind))) continue;
    read.push([kind, word, virtual, '{};'.includes(kind) || begins]);
    next = token;
  }
  return JSON.stringify([read, comments.map(comment => [text.slice(comment.start, comment.end).trimEnd(), comment.firstOnLine])]);
}
