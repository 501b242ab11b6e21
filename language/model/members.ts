/**
 * Corrects members where the grammar reads something else than the author means: a forgotten colon, a value on the next line, words with
 * a colon in them.
 */
import { mend } from '../syntax/mend.ts';
import { parseMembers } from '../syntax/parser.ts';
import { isLineEnd } from '../syntax/scan.ts';
import { Token } from '../syntax/token.ts';
import type { BlockNode, MemberNode, PropertyNode, Slip } from '../syntax/tree.ts';
import type { Property } from '../vocabulary/define.ts';
import { KINDS, kindOf } from '../vocabulary/kinds.ts';
import { wordMeant } from '../vocabulary/meant.ts';
import { CURRENCIES, unitOf } from '../vocabulary/units.ts';
import type { Block } from './bound.ts';
import { nearest } from './nearest.ts';

/**
 * Returns the property at index `i` together with the following members that belong to its value (a word on the next line, or words with
 * a colon in them), and their number in `taken`.
 */
export function joined(block: Block, members: readonly MemberNode[], i: number, text: string): { whole: PropertyNode; taken: number } {
  const node = members[i] as PropertyNode;
  const properties = block.table?.properties ?? {};
  const table = Object.hasOwn(properties, node.key.text) ? properties[node.key.text] : undefined;
  const next = members[i + 1];
  if (!table || !next) return { whole: node, taken: 0 };
  if (
    node.values.length === 0 &&
    node.rest.length === 0 &&
    next.type === 'block' &&
    next.kind?.kind === 'head' &&
    next.kind.firstOnLine &&
    !next.open
  ) {
    const word = next.kind.text;
    const isValue =
      !kindOf(word) &&
      !Object.hasOwn(properties, word) &&
      (Object.hasOwn(table.words ?? {}, word) || column(next.kind, text) > column(node.key, text));
    if (!isValue) return { whole: node, taken: 0 };
    const rest = inOrder([next.kind, next.name, next.title, ...next.rest]);
    return { whole: { ...node, rest, last: next.last! }, taken: 1 };
  }
  const torn = TEXT_TYPES.has(table.type) ? tornText(block, node, members, i + 1) : [];
  if (torn.length > 0) {
    const rest = torn.flatMap(member => [member.first!, member.last!]);
    return { whole: { ...node, rest, last: rest[rest.length - 1]! }, taken: torn.length };
  }
  const more = goesOn(block, node, table, members, i + 1, text);
  if (more.length > 0) {
    const rest = more.flatMap(tokensOf);
    return { whole: { ...node, rest, last: rest[rest.length - 1]! }, taken: more.length };
  }
  let whole = node;
  let taken = 0;
  if (!TEXT_TYPES.has(table.type) || node.values.some(value => value.type === 'text' || value.type === 'hole')) return { whole, taken };
  for (const more of members.slice(i + 1)) {
    const { first, last } = more;
    if (first!.firstOnLine || (more.type === 'property' && Object.hasOwn(properties, more.key.text))) break;
    // Words behind a semicolon go on with the sentence.
    if (
      first!.begins &&
      !(more.type === 'block' && isWords(more) && !kindOf(more.kind!.composed) && !Object.hasOwn(properties, more.kind!.text))
    )
      break;
    whole = { ...whole, rest: [...whole.rest, first!, last!], last: last! };
    taken++;
  }
  return { whole, taken };
}

/** The most lines over which a text in one pair of quotation marks is read as one text. */
const MOST_LINES = 20;

/** Returns the members on the next lines that are the rest of a text whose closing quotation mark stands some lines below. */
function tornText(block: Block, node: PropertyNode, members: readonly MemberNode[], next: number): readonly MemberNode[] {
  if (node.rest.length > 0 || node.values[node.values.length - 1]?.first.flaw !== 'unclosed-text') return [];
  for (let i = next; i < Math.min(members.length, next + MOST_LINES); i++) {
    const one = members[i]!;
    if (isStated(block, one)) return [];
    const last = one.last!;
    if (last.kind === 'string' && last.flaw === 'unclosed-text') return last.text === '"' ? members.slice(next, i + 1) : [];
  }
  return [];
}

/** Returns whether a member is a block or a property of its own, and not words of a text. */
function isStated(block: Block, member: MemberNode): boolean {
  if (member.type === 'loose') return false;
  const word = member.type === 'block' ? member.kind?.composed : member.key.composed;
  if (word === undefined || (member.type === 'block' && member.open)) return true;
  if (member.type === 'property') return Object.hasOwn(block.table!.properties, word) || kindOf(word) !== undefined;
  return member.title !== undefined && !member.title.flaw && kindOf(word) !== undefined;
}

/** Returns the members on the lines after a value that are its unit, or the rest of a list whose comma was forgotten. */
function goesOn(
  block: Block,
  node: PropertyNode,
  table: Property,
  members: readonly MemberNode[],
  next: number,
  text: string,
): BlockNode[] {
  const last = node.values[node.values.length - 1];
  if (!last || node.rest.length > 0 || node.commas.length >= node.values.length) return [];
  const isPlain = (one: MemberNode): one is BlockNode =>
    one.type === 'block' &&
    one.kind?.kind === 'head' &&
    one.kind.firstOnLine &&
    !one.open &&
    tokensOf(one).every(({ kind }) => LISTED.has(kind));
  const unit = members[next];
  if (last.type === 'amount' && last.first === last.last && unit && isPlain(unit) && tokensOf(unit).length === 1) {
    const word = unit.kind!.text;
    return unitOf(word) || CURRENCIES.has(word) ? [unit] : [];
  }
  if (!table.many || last.type !== 'word') return [];
  const behind = behindSemicolons(block, table, members, next);
  if (behind.length > 0) return behind;
  const more: BlockNode[] = [];
  for (let i = next; i < members.length; i++) {
    const one = members[i]!;
    const isMore =
      isPlain(one) &&
      !kindOf(one.kind!.text) &&
      !Object.hasOwn(block.table!.properties, one.kind!.text) &&
      column(one.kind!, text) > column(node.key, text);
    if (!isMore) break;
    more.push(one);
  }
  return more;
}

/** Returns the words on the same line that follow a list of words behind semicolons, as in `format: essay; oral`. */
function behindSemicolons(block: Block, table: Property, members: readonly MemberNode[], next: number): BlockNode[] {
  const words: BlockNode[] = [];
  for (const one of members.slice(next)) {
    const word = one.type === 'block' && isLoneWord(one) ? one.kind!.composed : undefined;
    if (word === undefined || !wordMeant(word, table) || Object.hasOwn(block.table!.properties, word)) break;
    words.push(one as BlockNode);
  }
  return words;
}

/** Returns whether a head is one word on the line of the member before it. */
const isLoneWord = ({ kind, name, title, open, rest }: BlockNode): boolean =>
  kind?.kind === 'head' && !kind.firstOnLine && !name && !title && !open && rest.length === 0;

/** Reads a key and its word with a semicolon between them, as in `goal; validate-competence`, as one property. */
export function semicolonForColon(block: Block, node: BlockNode, next: MemberNode | undefined): PropertyNode | undefined {
  const { kind } = node;
  if (kind?.kind !== 'head' || headOnly(node) === undefined || !block.table || !Object.hasOwn(block.table.properties, kind.composed))
    return undefined;
  const word = next?.type === 'block' && isLoneWord(next) ? next.kind! : undefined;
  if (!word || !wordMeant(word.text, block.table.properties[kind.composed]!)) return undefined;
  const key = new Token('key', kind.text, kind.start, kind.length, true, kind.firstOnLine);
  const [read] = mend(parseMembers([key, word.as('word')])) as PropertyNode[];
  const message = `"${kind.text}" is a property: write a colon after it, not ";".`;
  const fix = { title: 'Write a colon', safe: true, edits: [{ first: kind, last: word, text: `${kind.text}: ${word.text}` }] };
  return { ...read!, key: kind, first: kind, last: word, slips: [{ first: kind, last: kind, message, fix }] };
}

/** Returns the kind of a head that is one word alone. */
const headOnly = ({ kind, name, title, open, rest }: BlockNode): Token | undefined =>
  name || title || open || rest.length > 0 ? undefined : kind;

/** Returns whether a head has at least two words, and no title or body. */
const isWords = ({ kind, open, title, name }: BlockNode): boolean =>
  kind?.kind === 'head' && !open && !title && name !== undefined && name.kind !== 'key';

const LISTED: ReadonlySet<Token['kind']> = new Set<Token['kind']>(['head', 'word', ',']);
const tokensOf = (node: BlockNode): Token[] => inOrder([node.kind, node.name, node.title, ...node.rest]);

const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'url', 'document']);

/** Returns the distance of a token from the beginning of its line. */
export function column({ start }: Token, text: string): number {
  let line = start;
  while (line > 0 && !isLineEnd(text.charCodeAt(line - 1))) line--;
  return start - line + 1;
}

/** Reads a key that stands in place of a kind, as in `goal validate-competence`; `undefined` if the head means a block. */
export function forgottenColon(block: Block, node: BlockNode): PropertyNode | undefined {
  const { kind } = node;
  if (kind?.kind !== 'head' || node.open || !block.table) return undefined;
  const after = inOrder([node.name, node.title, ...node.rest]);
  const word = kind.composed;
  const isKey = Object.hasOwn(block.table.properties, word);
  if (node.name?.kind === 'key') return undefined;
  if (kindOf(word) && (!isKey || kindOf(word)!.standsIn.includes(block.kind))) return undefined;
  // A misspelt key counts as well, if no kind is as near and a value follows.
  if (!isKey && (after.length === 0 || nearest(word, KINDS.keys()) || !nearest(word, keysFor(block, node)))) return undefined;
  const key = new Token('key', kind.text, kind.start, kind.length, true, kind.firstOnLine);
  const instead = after.length > 1 && INSTEAD_OF_COLON.has(after[0]!.text) ? after[0] : undefined;
  const [read] = mend(parseMembers([key, ...after.slice(instead ? 1 : 0)])) as PropertyNode[];
  const fix: Slip['fix'] = {
    title: instead ? 'Write a colon' : 'Add the colon',
    safe: after.length > 0,
    edits: instead
      ? [{ first: kind, last: instead, text: `${kind.text}:` }]
      : [{ at: kind, side: 'after', text: after.length > 0 ? ':' : ': ?' }],
  };
  const wanted = instead ? `write a colon after it, not "${instead.text}"` : 'put a colon after it';
  const message = `"${kind.text}" is a property: ${wanted}${after.length > 0 ? '' : ' and then its value'}.`;
  return {
    ...read!,
    key: kind,
    first: kind,
    last: after[after.length - 1] ?? kind,
    slips: isKey ? [{ first: kind, last: kind, message, fix }] : [],
  };
}

const INSTEAD_OF_COLON: ReadonlySet<string> = new Set(['=', '=>', '->', '→', '>', '：', '-', '–', '—', ',']);

/**
 * Splits a key without a value from the property after it, as in `goal summary: "Text"`, which the grammar reads as a head with a colon.
 */
export function twoProperties(block: Block, node: BlockNode): readonly PropertyNode[] | undefined {
  const { kind, name } = node;
  if (kind?.kind !== 'head' || name?.kind !== 'key' || node.open || !block.table || !Object.hasOwn(block.table.properties, kind.composed))
    return undefined;
  const lone = forgottenColon(block, { ...node, name: undefined, title: undefined, last: kind });
  const [read] = mend(parseMembers(inOrder([name, node.title, ...node.rest]))) as PropertyNode[];
  return lone && [lone, read!];
}

/** Sorts tokens as they stand in the text: a title may stand behind odd tokens in a head. */
const inOrder = (tokens: readonly (Token | undefined)[]): Token[] =>
  tokens.filter(token => token !== undefined).sort((a, b) => a.start - b.start);

/** Returns the keys that a misspelt key may mean: those that the block does not have yet. */
export function keysFor(block: Block, node: BlockNode | PropertyNode): string[] {
  const word = (node.type === 'block' ? node.kind! : node.key).text.toLowerCase();
  const counts = keysWritten(block.node);
  const own = node.type === 'property' ? node.key.text : undefined;
  return Object.keys(block.table!.properties).filter(key => key === word || (counts.get(key) ?? 0) <= (key === own ? 1 : 0));
}

const written = new WeakMap<BlockNode, ReadonlyMap<string, number>>();

/** Counts how often each key stands in a block. The result is cached, because a block may have many slips. */
function keysWritten(node: BlockNode): ReadonlyMap<string, number> {
  const known = written.get(node);
  if (known) return known;
  const counts = new Map<string, number>();
  // In "pretest items: 20" the word before the colon is only the end of a phrase.
  for (const member of node.members)
    if (member.type === 'property' && member.key.begins) counts.set(member.key.text, (counts.get(member.key.text) ?? 0) + 1);
  written.set(node, counts);
  return counts;
}
