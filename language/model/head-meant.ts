/** Reads heads that are written in other words: `Job Analysis "2021" {`, `Domain 1: Working safely`, `domain safety weight: 40%`. */
import type { Token } from '../syntax/token.ts';
import type { BlockNode, MemberNode, PropertyNode, Slip, SlipEdit } from '../syntax/tree.ts';
import type { KindTable } from '../vocabulary/define.ts';
import { kindOf } from '../vocabulary/kinds.ts';
import { kindMeant } from '../vocabulary/meant.ts';
import type { Block } from './bound.ts';
import { headTokens } from './phrases.ts';
import type { Problem } from './problem.ts';
import { spanOf } from './span.ts';

/** A head as it is meant. */
export interface HeadMeant {
  readonly kind: KindTable;
  readonly problem: Problem;
  /** The node with the name and title that are meant. */
  readonly node: BlockNode;
}

/** Reads a kind of several words, or a kind with a number behind it. Returns `undefined` if the head needs no correction. */
export function meantHead(node: BlockNode, parent: Block, text: string): HeadMeant | undefined {
  const { kind, title } = node;
  if (!kind || (kind.kind !== 'head' && kind.kind !== 'key')) return undefined;
  const tokens = headTokens(node).filter(token => token !== title);
  const isExact = kindOf(kind.composed) !== undefined;
  // `award 1 "CWT"` lacks only a name.
  const numbered =
    tokens.length > 1 && (isExact ? MARKED : NUMBERED).test(tokens[1]!.text + (isExact ? (tokens[2]?.text ?? '') : '')) && !title?.flaw;
  if (tokens.length < 2 && isExact) return undefined;
  if (kindOf(kind.composed)?.standsIn.includes(parent.kind) && !numbered) return undefined;
  for (let length = Math.min(tokens.length, 4); length > 0; length--) {
    const last = tokens[length - 1]!;
    if (tokens.slice(0, length).some(token => token.flaw || token.text.includes('"'))) continue;
    if (length === 1 && !numbered && !(node.open || title)) return undefined;
    const meant = last.wordEnd - kind.start > 60 ? undefined : kindMeant(text.slice(kind.start, last.wordEnd), parent.kind);
    if (!meant || (length === 1 && meant.by === 'same' && !numbered)) continue;
    return headOf(node, kindOf(meant.word)!, tokens, length, meant.by === 'same', parent, text);
  }
  return undefined;
}

/** Matches a number with the marks that people put around it: `1`, `1.`, `1:`, `#1`. */
const NUMBERED = /^#?\d{1,3}[.:)]?$/;
/** Matches a number and a mark behind it. */
const MARKED = /^#?\d{1,3}[:)–—-]/;
const MARK = /^[:.)–—-]+$/;

function headOf(
  node: BlockNode,
  kind: KindTable,
  tokens: readonly Token[],
  length: number,
  sure: boolean,
  parent: Block,
  text: string,
): HeadMeant | undefined {
  const first = node.kind!;
  const last = tokens[length - 1]!;
  const rest = tokens.slice(length);
  const isKey = last.kind === 'key';
  // Only the kind is written in other words; name and title need no correction.
  if (!isKey && (rest.length === 0 || (rest.length === 1 && rest[0]!.kind === 'word'))) {
    const problem: Problem = {
      rule: 'unknown-kind',
      span: spanOf(first, last),
      word: text.slice(first.start, last.end),
      parent,
      nearest: kind.name,
      sure,
    };
    return { kind, problem, node: { ...node, name: rest[0], rest: [] } };
  }
  let at = 0;
  const number = NUMBERED.test(rest[0]?.text ?? '') ? rest[at++]!.text.replace(/[^\d]/g, '') : undefined;
  while (rest[at] && MARK.test(rest[at]!.text)) at++;
  const words = rest.slice(at);
  if (words.some(token => token.text.includes('"') || token.flaw)) return undefined;
  const named = node.title && words.length === 1 && words[0]!.kind === 'word' ? words[0]!.text : undefined;
  if (node.title && words.length > 0 && named === undefined) return undefined;
  const titleText = node.title
    ? node.title.text
    : words.length > 0
      ? `"${text.slice(words[0]!.start, words[words.length - 1]!.end)}"`
      : undefined;
  const written = [kind.name, named ?? (number === undefined ? undefined : `${kind.name}${number}`), titleText]
    .filter(part => part !== undefined)
    .join(' ');
  const end = [...rest, node.title, last].filter(token => token !== undefined).reduce((a, b) => (b.end > a.end ? b : a));
  const problem: Problem = {
    rule: 'syntax',
    span: spanOf(first, end),
    message: `A block begins with its kind, a name of one word and a title in quotation marks: ${written}.`,
    fix: { title: `Write ${written}`, safe: false, edits: [{ first, last: end, text: written }] },
  };
  // The fix writes everything that is missing, so the node is not checked for it.
  return { kind, problem, node: { ...node, rest: [], name: node.name?.kind === 'word' ? node.name : undefined, slips: [] } };
}

/** Reads a block whose properties stand behind its head without braces, as in `domain safety weight: 40%`. */
export function withoutBraces(block: Block, members: readonly MemberNode[], i: number): { node: BlockNode; taken: number } | undefined {
  const head = members[i] as BlockNode;
  const kind = head.kind && kindOf(head.kind.composed);
  if (!kind?.standsIn.includes(block.kind) || head.open || head.rest.length > 0) return undefined;
  const inside: PropertyNode[] = [];
  for (let k = i + 1; k < members.length; k++) {
    const next = members[k]!;
    const isOwn =
      next.type === 'property' && !next.first.begins && !next.first.firstOnLine && Object.hasOwn(kind.properties, next.key.composed);
    if (!isOwn) break;
    inside.push(next);
  }
  const [first, last] = [inside[0], inside[inside.length - 1]];
  if (!first || !last) return undefined;
  const parts = inside.slice(1).map((one): SlipEdit => ({ at: one.first, side: 'before', text: '; ' }));
  const own = block.table && inside.some(({ key }) => Object.hasOwn(block.table!.properties, key.composed));
  const slip: Slip = {
    first: head.kind!,
    last: head.kind!,
    message: `What ${kind.called} says stands in "{" and "}".`,
    fix: {
      title: 'Add "{" and "}"',
      safe: !own,
      edits: [{ at: first.first, side: 'before', text: '{ ' }, ...parts, { at: last.last, side: 'after', text: ' }' }],
    },
  };
  const node: BlockNode = {
    ...head,
    members: inside.map(one => ({ ...one, slips: [] })),
    last: last.last,
    slips: [...head.slips, slip],
  };
  return { node, taken: inside.length };
}
