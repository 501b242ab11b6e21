/**
 * Reads a line that states something without its key: `2 years experience`, `120 questions`, `- High school diploma`, `multiple choice`.
 * The value's own words, or else its form, tell which key is meant.
 */
import type { BlockNode, LooseNode, MemberNode } from '../syntax/tree.ts';
import { kindOf } from '../vocabulary/kinds.ts';
import { kindMeant } from '../vocabulary/meant.ts';
import type { Block } from './bound.ts';
import { BULLET } from './decode.ts';
import { keysFor } from './members.ts';
import { headTokens } from './phrases.ts';
import type { Problem } from './problem.ts';
import { propertyOf } from './property-meant.ts';
import { spanOf } from './span.ts';

/** The length in characters beyond which a line is read as prose. */
const LONGEST = 120;

/** Returns the problem of a line without a key, with the property that it states; `undefined` if no property can be told. */
export function keylessLine(block: Block, member: BlockNode | LooseNode, next: MemberNode | undefined, text: string): Problem | undefined {
  const { table } = block;
  const tokens = member.type === 'loose' ? member.tokens : headTokens(member);
  const [first, last] = [tokens[0], tokens[tokens.length - 1]];
  if (!table || !first || !last || (member.type === 'block' && !mayLackKey(block, member))) return undefined;
  // What stands before another member on its line is no line of its own.
  if (next && !next.first!.firstOnLine && !text.slice(last.end, next.first!.start).includes(';')) return undefined;
  const line = text.slice(first.start, last.end);
  if (line.length > LONGEST || /[\n\r"?{}]/.test(line)) return undefined;
  const words = line.replace(BULLET, '').trim();
  const open = new Set(keysFor(block, { type: 'block', kind: first } as BlockNode).filter(key => block.stated(key) === undefined));
  const property = propertyOf(
    words,
    table,
    [...new Set([...table.insert, ...Object.keys(table.properties)])].filter(key => open.has(key)),
  );
  if (!property) return undefined;
  return {
    rule: 'syntax',
    span: spanOf(first, last),
    message: `"${line}" lacks its key: write ${property}.`,
    fix: { title: `Write ${property}`, safe: false, edits: [{ first, last, text: property }] },
  };
}

/** Returns whether a head is only words: no kind, no key, and near to none. */
function mayLackKey(block: Block, { kind, title, open, name }: BlockNode): boolean {
  if (kind?.kind !== 'head' || title || open || name?.kind === 'key' || kindOf(kind.composed)) return false;
  return !kindMeant(kind.text, block.kind) && !Object.hasOwn(block.table!.properties, kind.composed);
}
