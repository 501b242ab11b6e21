/** Reads heads that are written in other words: `Job Analysis "2021" {`, `Domain 1: Working safely`, `domain safety weight: 40%`. */
import type { Token } from '../syntax/token.ts';
import type { BlockNode, MemberNode } from '../syntax/tree.ts';
import type { KindTable } from '../vocabulary/define.ts';
import { kindOf } from '../vocabulary/kinds.ts';
import { kindMeant } from '../vocabulary/meant.ts';
import type { Block } from './bound.ts';
import { headTokens } from './phrases.ts';
import { outsideBraces, type Problem } from './problem.ts';
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
  const said = wordBehind(node, parent);
  if (said) return said;
  const tokens = headTokens(node).filter(token => token !== title);
  const isExact = kindOf(kind.composed) !== undefined;
  // `award 1 "CWT"` lacks only a name.
  const numbered =
    tokens.length > 1 && (isExact ? MARKED : NUMBERED).test(tokens[1]!.text + (isExact ? (tokens[2]?.text ?? '') : '')) && !title?.flaw;
  if (tokens.length < 2 && isExact) return undefined;
  // `certificate program CP "Title"`: the kind in two words, since a name follows.
  const inTwo =
    isExact && tokens.length === 3 && kindMeant(text.slice(kind.start, tokens[1]!.wordEnd), parent.kind)?.word === kind.composed;
  if (kindOf(kind.composed)?.standsIn.includes(parent.kind) && !numbered && !inTwo) return undefined;
  for (let length = Math.min(tokens.length, 4); length > 0; length--) {
    const last = tokens[length - 1]!;
    if (tokens.slice(0, length).some(token => token.flaw || token.text.includes('"'))) continue;
    if (length === 1 && !numbered && !(node.open || title)) return undefined;
    const words = last.wordEnd - kind.start > 60 ? undefined : text.slice(kind.start, last.wordEnd);
    const meant =
      words === undefined ? undefined : (kindMeant(words, parent.kind) ?? (length > 1 && node.open ? anyKind(words) : undefined));
    if (!meant || (length === 1 && meant.by === 'same' && !numbered)) continue;
    return headOf(node, kindOf(meant.word)!, tokens, length, meant.by === 'same', parent, text);
  }
  return undefined;
}

/**
 * Reads a word behind the title that only one property of the kind takes, as in `award "CMR" designation`. As a name it would have to stand
 * before the title.
 */
function wordBehind(node: BlockNode, parent: Block): HeadMeant | undefined {
  const { name, title, open } = node;
  const kind = kindOf(node.kind!.composed);
  if (!kind?.standsIn.includes(parent.kind) || !name || !title || name.start < title.start || open || node.rest.length > 0)
    return undefined;
  const keys = Object.entries(kind.properties).filter(([, { words }]) => words && Object.hasOwn(words, name.text));
  if (keys.length !== 1) return undefined;
  const problem = outsideBraces(kind, name, name, `${keys[0]![0]}: ${name.text}`);
  return { kind, problem, node: { ...node, name: undefined, slips: [] } };
}

/** Returns the kind that several words spell, wherever it may stand, as in `standard setting`. */
function anyKind(words: string): { readonly word: string; readonly by: 'same' } | undefined {
  const kind = kindOf(words.toLowerCase().replace(/[\s_]+/g, '-'));
  return kind && { word: kind.name, by: 'same' };
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

/** Reads a head whose title goes on on the next line, as one head with its problem. */
export function tornTitle(
  head: BlockNode,
  next: MemberNode | undefined,
  text: string,
): { readonly node: BlockNode; readonly problem: Problem } | undefined {
  const first = head.title;
  if (first?.flaw !== 'unclosed-text' || head.open || head.rest.length > 0 || next?.type !== 'block' || !next.kind) return undefined;
  const tokens = headTokens(next);
  const last = tokens[tokens.length - 1]!;
  if (last.text !== '"' || last.flaw !== 'unclosed-text' || tokens.slice(0, -1).some(({ kind }) => kind === 'string' || kind === 'key'))
    return undefined;
  const written = text.slice(first.start, last.end).replace(/[ \t]*(?:\r\n|[\n\r])[ \t]*/g, ' ');
  return {
    node: { ...head, members: next.members, open: next.open, close: next.close, last: next.last, slips: [...head.slips, ...next.slips] },
    problem: {
      rule: 'syntax',
      isWhole: true,
      span: spanOf(first, last),
      message: 'Write the title on one line.',
      fix: { title: 'Write it on one line', safe: true, edits: [{ first, last, text: written }] },
    },
  };
}
