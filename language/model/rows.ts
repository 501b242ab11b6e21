/** Reads the rows of a table that was pasted among the members of a block, such as `Loans and exhibitions⇥30%`. All rows are one slip. */
import type { Token } from '../syntax/token.ts';
import type { MemberNode, SlipEdit } from '../syntax/tree.ts';
import type { KindTable } from '../vocabulary/define.ts';
import { childKinds, kindOf } from '../vocabulary/kinds.ts';
import { keyElsewhere, keyMeant, kindMeant, partsOf } from '../vocabulary/meant.ts';
import { unitOf } from '../vocabulary/units.ts';
import type { Block } from './bound.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { spanOf } from './span.ts';

interface Row {
  readonly first: Token;
  readonly last: Token;
  readonly label: string;
  readonly kind: string;
  /** The properties as the language writes them, such as `weight: 30%`. */
  readonly properties: readonly string[];
  /** The number of members that the row consists of. */
  readonly size: number;
}

/** Matches a bullet or number at the beginning of a line, which is not part of the label. */
const BULLET = /^(?:(?:[-–—*•·▪◦|]|\d{1,3}[.)]|\p{L}[.)]|[ivx]{1,4}[.)])[ \t]+)?/iu;
/** Matches a label, a value and perhaps a count of items, with blanks, tabs or marks between them. */
const ROW =
  /^"?([^"\n\r{};]*?\p{L}[^"\n\r{};]*?)"?[ \t]*[:|,=\t–—-]*[ \t]*\(?(\d+(?:\.\d+)?)[ \t]*(%|percent|hours?|hrs?)\)?(?:[ \t]*[|,\t][ \t]*(\d+))?[ \t]*\|?$/iu;
/** Matches what numbers a label, as in "Domain 1: Caring for objects". */
const NUMBERED = /^(?:domain|content area|area|topic|section|module|unit|course|part)[ \t]*\d{1,2}[ \t]*[:.)–-][ \t]*/i;
/** Matches the headings of columns in such tables. */
const HEADING =
  /^(?:[^\d"{};:]*\b)?(?:weight|weighting|percent|percentage|domain|domains|topic|area|section|module|course|hours|items|questions|exam)\b[^\d"{};:]*$|%/iu;

/**
 * Returns the slip of consecutive rows from the member at `i` on, and in `taken` the number of members that they consumed after the first.
 */
export function rowsAt(
  block: Block,
  members: readonly MemberNode[],
  i: number,
  text: string,
): { problem: Problem; taken: number } | undefined {
  if (!block.table || !members[i]!.first?.firstOnLine) return undefined;
  let at = i;
  let header: Row | undefined;
  let row = rowAt(block, members, at, text);
  if (!row) {
    header = headerAt(members, at, text);
    row = header && rowAt(block, members, at + header.size, text);
    if (!header || !row) return undefined;
    at += header.size;
  }
  const { kind } = row;
  const rows: Row[] = [];
  while (row?.kind === kind) {
    rows.push(row);
    at += row.size;
    row = rowAt(block, members, at, text, kind);
  }
  // "Pass rate: 72%" alone is a property; several such lines are a table.
  const isProperty = members[i]!.type === 'property' || text.slice(rows[0]!.first.start, rows[0]!.last.end).includes('=');
  if (rows.length === 1 && !header && isProperty) return undefined;
  const { names, numbers } = namesIn(block);
  let number = numbers.get(kind) ?? 1;
  const edits = rows.map(({ first, last, label, properties }): SlipEdit => {
    while (names.has(`${kind}${number}`)) number++;
    return { first, last, text: `${kind} ${kind}${number++} "${label}" { ${properties.join('; ')} }` };
  });
  numbers.set(kind, number);
  const what = rows.length > 1 ? 'These lines read like rows of a table' : 'This line reads like a row of a table';
  return {
    problem: {
      rule: 'syntax',
      span: spanOf((header ?? rows[0]!).first, rows[rows.length - 1]!.last),
      message: `${what}, ${rows.length > 1 ? 'one' : 'a'} ${kind}${rows.length > 1 ? ' each' : ''}.`,
      fix: {
        title: rows.length > 1 ? `Make a ${kind} of each row` : `Make a ${kind} of this row`,
        safe: false,
        edits: [...(header ? [{ at: header.first, side: 'before' as const, text: '// ' }] : []), ...edits],
      },
    },
    taken: at - i - 1,
  };
}

const known = new WeakMap<Block, { readonly names: ReadonlySet<string>; readonly numbers: Map<string, number> }>();

/** Reads "Caring for objects 40%" as a label and the property that its value is, for a domain or a module. */
export function rowProperties(
  line: string,
  kind: 'domain' | 'module',
): { readonly label: string; readonly properties: readonly string[] } | undefined {
  const [, label, number, unit, items] = ROW.exec(line) ?? [];
  if (label === undefined || number === undefined || (kind === 'domain') !== /^(?:%|percent)$/i.test(unit!)) return undefined;
  return { label: label.trim(), properties: valuesOf(kind, number, items) };
}

const valuesOf = (kind: string, number: string, items: string | undefined): readonly string[] => [
  kind === 'domain' ? `weight: ${number}%` : `hours: ${number} ${Number(number) === 1 ? 'hour' : 'hours'}`,
  ...(items !== undefined && kind === 'domain' ? [`items: ${items}`] : []),
];

/** Returns the names in a block, and for each kind the next number for a new name. */
export function namesIn(block: Block): { readonly names: ReadonlySet<string>; readonly numbers: Map<string, number> } {
  const found = known.get(block);
  if (found) return found;
  const names = new Set(block.node.members.flatMap(member => (member.type === 'block' && member.name ? [member.name.text] : [])));
  const fresh = { names, numbers: new Map<string, number>() };
  known.set(block, fresh);
  return fresh;
}

/** Returns the members of one line, if none of them is a block with a body. */
function lineAt(members: readonly MemberNode[], i: number): { first: Token; last: Token; size: number } | undefined {
  const begin = members[i];
  if (!begin?.first?.firstOnLine) return undefined;
  let end = i;
  while (members[end + 1]?.first && !members[end + 1]!.first!.firstOnLine) end++;
  const line = members.slice(i, end + 1);
  if (line.some(member => member.type === 'block' && member.open)) return undefined;
  return { first: begin.first, last: line[line.length - 1]!.last!, size: line.length };
}

function rowAt(block: Block, members: readonly MemberNode[], i: number, text: string, before?: string): Row | undefined {
  const line = lineAt(members, i);
  if (!line) return undefined;
  const written = text.slice(line.first.start, line.last.end);
  if (written.length > 200) return undefined;
  const found = ROW.exec(written.slice(BULLET.exec(written)![0].length));
  if (!found) return undefined;
  const [, label, number, unit, items] = found as unknown as [string, string, string, string, string | undefined];
  const kind = /^(?:%|percent)$/i.test(unit) ? 'domain' : 'module';
  if (!kindOf(kind)!.standsIn.includes(block.kind) || (before === kind ? isOwn(label, block) : isKnown(label, kind, block)))
    return undefined;
  return { ...line, label: label.replace(NUMBERED, '').trim(), kind, properties: valuesOf(kind, number, items) };
}

/** Returns whether a line below another row is a key or kind of this block, exactly as spelt, and therefore no row. */
const isOwn = (label: string, block: Block): boolean =>
  keyMeant(label, block.table!)?.by === 'same' || kindMeant(label, block.kind)?.by === 'same';

const PERCENTS: ReadonlySet<string> = new Set(['share', 'passing-score', 'amount']);
const TIMES: ReadonlySet<string> = new Set(['duration', 'quantity', 'quantity-range', 'amount']);

/** Returns whether a label is a word of the language, so that its line is a property or a block with a slip. */
function isKnown(written: string, kind: string, block: Block): boolean {
  const types = kind === 'domain' ? PERCENTS : TIMES;
  const label = written.replace(/\(.*\)/, '').replace(/\s+(?:is|are|equals|of)$/i, '');
  const first = /^[\p{L}\p{M}\p{N}_-]+/u.exec(label)?.[0] ?? '';
  const other = keyElsewhere(label);
  const parts = partsOf(label);
  const isKey = (table: KindTable): boolean => {
    const key = keyMeant(parts, table);
    if (key !== undefined && key.by !== 'part') return types.has(table.properties[key.word]!.type);
    return false;
  };
  const isNearKey = (): boolean => {
    const { properties } = block.table!;
    const keys = Object.keys(properties).filter(key => types.has(properties[key]!.type));
    return nearest(label.replace(/[ \t_]+/g, '-'), keys) !== undefined;
  };
  return (
    isKey(block.table!) ||
    isNearKey() ||
    (other?.kinds.some(one => types.has(kindOf(one)!.properties[other.key]!.type)) ?? false) ||
    kindMeant(label, block.kind) !== undefined ||
    kindOf(first) !== undefined ||
    Object.hasOwn(block.table!.properties, first) ||
    childKinds(block.kind).some(isKey)
  );
}

/** Returns the line of headings above the rows. */
function headerAt(members: readonly MemberNode[], i: number, text: string): Row | undefined {
  const line = lineAt(members, i);
  if (!line) return undefined;
  const written = text.slice(line.first.start, line.last.end);
  if (written.length > 200) return undefined;
  const isHeader = HEADING.test(written) && !/[\n\r]/.test(written) && line.first.text !== written && !unitOf(written);
  return isHeader ? { ...line, label: written, kind: '', properties: [] } : undefined;
}
