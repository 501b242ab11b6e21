/**
 * Reads what was pasted from a document among the members of a block: a list under a heading, such as "Learning outcomes:" with a line for
 * each, and lines of prose. A list is one slip, and so is a run of lines.
 */
import { isLineEnd } from '../syntax/scan.ts';
import type { Token } from '../syntax/token.ts';
import type { MemberNode } from '../syntax/tree.ts';
import type { KindTable } from '../vocabulary/define.ts';
import { kindOf } from '../vocabulary/kinds.ts';
import { keyMeant, kindMeant } from '../vocabulary/meant.ts';
import type { Block } from './bound.ts';
import { keylessLine } from './keyless.ts';
import { forgottenColon } from './members.ts';
import { nearest } from './nearest.ts';
import { headTokens } from './phrases.ts';
import type { Problem } from './problem.ts';
import { propertyOf } from './property-meant.ts';
import { namesIn, rowProperties } from './rows.ts';
import { spanOf } from './span.ts';

/** A slip that several members are, and the number of those after the first. */
export interface SlipOfMembers {
  readonly problem: Problem;
  readonly taken: number;
}

/** Matches a heading alone on its line: a few words, perhaps with a colon or in emphasis. */
const HEADING = /^[*_#\s]*(\p{L}[\p{L} '’-]{2,60}?)[ \t]*:?[*_]*:?$/u;
/** Matches an item of a list, from its bullet or number. */
const ITEM = /^[ \t]*(?:[-–—*•·▪◦]|\d{1,3}[.)]|\p{L}[.)])[ \t]+(\S.*?)[ \t]*[;,]?$/u;
/** The most lines that are read as one list, or as one run of prose. */
const MOST = 200;

/** Returns the slip of a list under its heading; the heading names the kind of its items. */
export function listAt(block: Block, members: readonly MemberNode[], i: number, text: string): SlipOfMembers | undefined {
  const first = members[i]!.first;
  if (!block.table || !first?.firstOnLine) return undefined;
  let [line, end] = lineFrom(text, first.start);
  const heading = line.length > 80 ? undefined : HEADING.exec(line)?.[1];
  const kind = heading === undefined ? undefined : kindOf(kindMeant(heading, block.kind)?.word ?? '');
  if (!kind || heading === kind.name) return undefined;
  const items: string[] = [];
  let last = end;
  while (items.length < MOST) {
    [line, end] = lineFrom(text, nextLine(text, end));
    const item = ITEM.exec(line)?.[1];
    if (item === undefined || /["{}\\]/.test(item)) break;
    items.push(item);
    last = end;
  }
  if (items.length === 0) return undefined;
  let taken = 0;
  while (members[i + taken + 1] && members[i + taken + 1]!.first!.start < last) taken++;
  const lastToken = members[i + taken]!.last!;
  if (lastToken.end > last) return undefined;
  if (!kind.titled) {
    const written = oneBlock(kind, items);
    if (written === undefined) return undefined;
    return slipOf(`This list reads like ${kind.called}.`, `Write ${written}`, written);
  }
  const { names, numbers } = namesIn(block);
  let number = numbers.get(kind.name) ?? 1;
  const indent = text.slice(lineBegin(text, first.start), first.start);
  const written = items.map(item => {
    while (names.has(`${kind.name}${number}`)) number++;
    const row = kind.name === 'domain' || kind.name === 'module' ? rowProperties(item, kind.name) : undefined;
    const body = row ? `"${row.label}" { ${row.properties.join('; ')} }` : `"${item}"`;
    return `${kind.name} ${kind.name}${number++} ${body}`;
  });
  numbers.set(kind.name, number);
  return slipOf(`This list reads like ${kind.called} on each line.`, `Make ${kind.called} of each line`, written.join(`\n${indent}`));

  function slipOf(message: string, title: string, written: string): SlipOfMembers {
    const fix = { title, safe: false, edits: [{ first: first!, last: lastToken, text: written }] };
    return { problem: { rule: 'syntax', isWhole: true, span: spanOf(first!, lastToken), message, fix }, taken };
  }
}

/** Returns one block whose properties the items state, or whose conditions they are; `undefined` if its kind has neither. */
function oneBlock(kind: KindTable, items: readonly string[]): string | undefined {
  const keys = new Set([...kind.insert, ...Object.keys(kind.properties)]);
  const found: string[] = [];
  const other: string[] = [];
  for (const item of items) {
    const property = propertyOf(item, kind, [...keys]);
    if (property === undefined) other.push(`"${item}"`);
    else {
      found.push(property);
      keys.delete(property.slice(0, property.indexOf(':')));
    }
  }
  if (other.length > 0 && !keys.has('conditions')) return undefined;
  return `${kind.name} { ${[...found, ...(other.length > 0 ? [`conditions: ${other.join(', ')}`] : [])].join('; ')} }`;
}

/** The index of the member before which a block has no prose. It is remembered, so that each line is looked at once. */
const noProse = new WeakMap<Block, number>();

/** Returns the slip of two or more lines in a row that are prose. */
export function proseAt(block: Block, members: readonly MemberNode[], i: number, text: string): SlipOfMembers | undefined {
  if (i < (noProse.get(block) ?? 0)) return undefined;
  const firsts: Token[] = [];
  let longest = 0;
  let at = i;
  for (; at < members.length && firsts.length < MOST; at++) {
    const words = proseLine(block, members, at, text);
    if (words === 0) break;
    firsts.push(members[at]!.first!);
    longest = Math.max(longest, words);
  }
  if (firsts.length < 2 || longest < 4) {
    noProse.set(block, at);
    return undefined;
  }
  return {
    problem: {
      rule: 'syntax',
      span: spanOf(firsts[0]!, members[at - 1]!.last!),
      message: 'These lines are prose: none of them begins with a key or a kind that Cred knows.',
      fix: {
        title: 'Keep them as comments',
        safe: false,
        edits: firsts.map(first => ({ at: first, side: 'before' as const, text: '// ' })),
      },
    },
    taken: at - i - 1,
  };
}

/** Returns the number of words on a member's line if the line is prose, else 0. */
function proseLine(block: Block, members: readonly MemberNode[], i: number, text: string): number {
  const member = members[i]!;
  const next = members[i + 1];
  const { first, last } = member;
  if (!first?.firstOnLine || !last || (next && !next.first!.firstOnLine) || /[\n\r"{}]/.test(text.slice(first.start, last.end))) return 0;
  if (member.type === 'property' || keylessLine(block, member, next, text)) return 0;
  if (member.type === 'loose') return member.tokens.filter(({ text }) => /\p{L}/u.test(text)).length;
  const { kind, open, title } = member;
  if (kind?.kind !== 'head' || open || title || member.name?.kind === 'key') return 0;
  const isKnown =
    kindOf(kind.composed) !== undefined ||
    kindMeant(kind.text, block.kind) !== undefined ||
    nearest(kind.text, ['certification', 'certificate', 'organization', 'program', 'attendance', 'person', 'standard']) !== undefined ||
    (block.table !== undefined && (keyMeant(kind.text, block.table) !== undefined || forgottenColon(block, member) !== undefined));
  return isKnown ? 0 : headTokens(member).length;
}

/** Returns the rest of a line from an offset, and its end. */
function lineFrom(text: string, from: number): [line: string, end: number] {
  let end = from;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return [text.slice(from, end), end];
}

const nextLine = (text: string, end: number): number => end + (text.startsWith('\r\n', end) ? 2 : 1);

function lineBegin(text: string, at: number): number {
  let begin = at;
  while (begin > 0 && !isLineEnd(text.charCodeAt(begin - 1))) begin--;
  return begin;
}
