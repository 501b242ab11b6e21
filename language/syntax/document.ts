/**
 * Parses a file's text to a syntax tree. After an edit it parses only the members around the edit again, and the other members
 * keep their nodes. Whatever was derived from those nodes (the model, its findings) can then be kept as well. A full parse gives
 * the same tree; a property test checks that.
 */
import { DEEPEST, pairBraces } from './braces.ts';
import { type Lexed, lex } from './lexer.ts';
import { mend } from './mend.ts';
import { parseMembers } from './parser.ts';
import { type Relexed, relex } from './relex.ts';
import { withoutEnd } from './scan.ts';
import { type Comment, Token } from './token.ts';
import type { BlockNode, MemberNode, Slip } from './tree.ts';

/** A parsed text with its tokens and its tree. */
export interface Parsed {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  /** The tokens and comments as the lexer gave them, before braces were paired. */
  readonly lexed: Lexed;
  /** The file as a block that has no kind and no braces. */
  readonly root: BlockNode;
  /** The slips that lie within one token, such as an unclosed quote or curly quotes. */
  readonly slips: readonly Slip[];
}

/**
 * Parses a text. `before` is the result for the text before an edit; its nodes and tokens are reused where they are unchanged, and
 * moved to their new place, so it must not be used any more. Never throws: what cannot be parsed becomes a slip.
 */
export function parse(text: string, before?: Parsed): Parsed {
  const again = before && relex(text, before);
  const lexed = again ?? lex(text);
  const fresh = pairBraces(lexed.tokens, text);
  const tokens = before ? reuseTokens(before.tokens, fresh, again) : { all: fresh, from: 0, oldTo: 0, newTo: fresh.length };
  // `patch` needs the old indexes of the old tokens, so the tokens are numbered anew only afterwards.
  const root = (before && patch(before.root, before.tokens, tokens)) ?? rootOf(mend(parseMembers(tokens.all)));
  for (let i = 0; i < tokens.all.length; i++) tokens.all[i]!.index = i;
  return {
    text,
    tokens: tokens.all,
    comments: lexed.comments,
    lexed,
    root,
    slips: [...tokenSlips(tokens.all, root), ...lexed.comments.flatMap(unclosedComment)],
  };
}

interface TokenChange {
  readonly all: Token[];
  /** The old tokens from index `from` up to `oldTo` were replaced by the new ones from `from` up to `newTo`. */
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

/** The offsets up to which, and from which on, the tokens of a text that was lexed from nothing are old ones: none are. */
const ALL_NEW = { keptUntil: Number.NEGATIVE_INFINITY, keptFrom: Number.POSITIVE_INFINITY };

/** Keeps the old token at its new place wherever the new one is alike. Outside of the edit the tokens are the old ones already. */
function reuseTokens(
  old: readonly Token[],
  fresh: Token[],
  { keptUntil, keptFrom }: Pick<Relexed, 'keptUntil' | 'keptFrom'> = ALL_NEW,
): TokenChange {
  const shorter = Math.min(old.length, fresh.length);
  // An old token before the edit stays where it is: if its text was copied behind it, it must not move to the copy.
  const canMove = (token: Token, to: Token): boolean => token.like(to) && (token.start >= keptUntil || token.start === to.start);
  let tail = 0;
  while (tail < shorter && canMove(old[old.length - 1 - tail]!, fresh[fresh.length - 1 - tail]!)) tail++;
  // An old token that was moved behind the edit must not also replace an equal new token before it.
  const isFree = (token: Token, i: number): boolean => token.start < keptFrom || token === fresh[i];
  let from = 0;
  while (from < shorter - tail && old[from]!.like(fresh[from]!) && isFree(old[from]!, from)) from++;
  const all = [...fresh];
  for (let i = 0; i < from; i++) all[i] = move(old[i]!, fresh[i]!);
  for (let k = 1; k <= tail; k++) all[all.length - k] = move(old[old.length - k]!, fresh[fresh.length - k]!);
  return { all, from, oldTo: old.length - tail, newTo: fresh.length - tail };
}

function move(token: Token, to: Token): Token {
  token.start = to.start;
  return token;
}

/** Returns the tree with the members around the change parsed again, or `undefined` if that is not certain to equal a full parse. */
function patch(root: BlockNode, old: readonly Token[], change: TokenChange): BlockNode | undefined {
  if (change.from === change.oldTo && change.from === change.newTo) return root;
  return patchIn(root, old, change);
}

function patchIn(block: BlockNode, old: readonly Token[], change: TokenChange): BlockNode | undefined {
  const { members } = block;
  for (let i = 0; i < members.length; i++) {
    const member = members[i]!;
    if (member.type !== 'block' || !member.open || !member.close || member.slips.length > 0) continue;
    if (member.open.index < change.from && member.close.index >= change.oldTo) {
      const inner = patchIn(member, old, change);
      if (inner) return { ...block, members: members.with(i, inner) };
      break;
    }
  }
  return patchMembers(block, old, change);
}

function patchMembers(block: BlockNode, old: readonly Token[], change: TokenChange): BlockNode | undefined {
  const { members } = block;
  if (members.length < 3) return undefined;
  const shift = change.newTo - change.oldTo;
  // Find the first and the last member that the change touches, each with a neighbour that it does not touch.
  let low = members.findIndex(member => member.last!.index + 1 >= change.from);
  if (low < 0) low = members.length - 1;
  let high = members.length - 1;
  while (high > 0 && members[high]!.first!.index >= change.oldTo && members[high - 1]!.last!.index >= change.oldTo - 1) high--;
  low = Math.max(0, low - 2);
  high = Math.min(members.length - 1, balanced(block, change, low, high) + 2);
  if (high < low) return undefined;
  const atStart = low === 0;
  const atEnd = high === members.length - 1;
  const start = atStart ? (block.open ? block.open.index + 1 : 0) : members[low]!.first!.index;
  const oldEnd = atEnd ? (block.close ? block.close.index : old.length) : members[high]!.last!.index + 1;
  if (start > change.from || oldEnd < change.oldTo || (low === 0 && high === members.length - 1 && !block.open)) return undefined;
  const raw = parseMembers(change.all.slice(start, oldEnd + shift));
  // Only the file itself may hold a `}` that closes nothing, and only its last block may be left open.
  const isFile = block.open === undefined;
  if (!isFile && raw.some(member => member.type === 'stray')) return undefined;
  const fresh = mend(raw);
  if (fresh.some((member, i) => member.type === 'block' && member.open && !member.close && !(isFile && atEnd && i === fresh.length - 1)))
    return undefined;
  // If the neighbours come out as they were, the parser was in the same state before and after the change.
  const head = fresh[0];
  const tail = fresh[fresh.length - 1];
  if (!atStart && (!head || head.first !== members[low]!.first || head.last !== members[low]!.last)) return undefined;
  if (!atEnd && (!tail || tail.last !== members[high]!.last || tail.first !== members[high]!.first)) return undefined;
  if (!atStart) fresh[0] = members[low]!;
  if (!atEnd) fresh[fresh.length - 1] = members[high]!;
  return { ...block, members: [...members.slice(0, low), ...fresh, ...members.slice(high + 1)] };
}

/** If the change left a block open, returns the index of the last member that the block reaches into; otherwise returns `high`. */
function balanced({ members }: BlockNode, { all, newTo, oldTo }: TokenChange, low: number, high: number): number {
  let depth = 0;
  let at = members[low]!.first!.index;
  for (let last = high; ; last++) {
    for (const end = members[last]!.last!.index + 1 + newTo - oldTo; at < end; at++) {
      const { kind } = all[at]!;
      if (kind === '{') depth++;
      else if (kind === '}' && depth > 0) depth--;
    }
    if (depth === 0 || last === members.length - 1) return last;
  }
}

function rootOf(members: readonly MemberNode[]): BlockNode {
  return {
    type: 'block',
    kind: undefined,
    name: undefined,
    title: undefined,
    rest: [],
    open: undefined,
    close: undefined,
    members,
    first: undefined,
    last: undefined,
    slips: [],
  };
}

/** Yields the first token of every loose member: such a member is reported as a whole, so slips of that token are not reported. */
function* looseTokens(members: readonly MemberNode[]): Generator<Token> {
  for (const member of members) {
    if (member.type === 'loose') yield member.first;
    else if (member.type === 'block') yield* looseTokens(member.members);
  }
}

function tokenSlips(tokens: readonly Token[], root: BlockNode): Slip[] {
  const flawed = tokens.filter(token => token.flaw);
  const loose = new Set(flawed.some(token => token.begins) ? looseTokens(root.members) : []);
  const slips: Slip[] = [];
  // Whether a text was opened on this line that no mark closes: a mark that is added behind it might close that one.
  let isOpen = false;
  for (const token of flawed.length > 0 ? tokens : []) {
    if (token.firstOnLine) isOpen = false;
    if (!token.flaw || loose.has(token)) continue;
    const wasOpen = isOpen;
    isOpen ||= token.flaw === 'unclosed-text';
    switch (token.flaw) {
      case 'unclosed-text':
        slips.push({
          first: token,
          last: token,
          message: 'This text has no closing quotation mark.',
          fix: {
            title: 'Add the closing quotation mark',
            // A mark alone may close a text that was opened above.
            safe: token.length > 1,
            edits: [{ at: token, side: 'after', text: closing(token.text, '"') }],
          },
        });
        break;
      case 'unclosed-block-text':
        slips.push({
          first: token,
          last: token,
          message: 'This text is opened with """ and never closed. Add """ where it ends.',
          fix: { title: 'Add """', safe: true, edits: [{ at: token, side: 'after', text: closing(token.text, '"""') }] },
        });
        break;
      case 'too-deep':
        slips.push({
          first: token,
          last: token,
          message: `Blocks are nested more than ${DEEPEST} deep here. What is deeper is not read: move it out.`,
        });
        break;
      default: {
        const plain = token.text.replace(/^['‘“”„«]\s?|\s?['’“”»"]$/g, '');
        // A straight mark right before a word may also open the next text.
        const closesAnother = token.text.endsWith('"') && tokens[token.index + 1]?.start === token.end;
        slips.push({
          first: token,
          last: token,
          message: 'Put this text in straight double quotation marks: "…".',
          fix: {
            title: 'Use straight quotation marks',
            safe: !closesAnother && !wasOpen,
            edits: [{ first: token, last: token, text: `"${plain.replaceAll('"', '\\"')}"` }],
          },
        });
      }
    }
  }
  return slips;
}

function unclosedComment({ start, end, unclosed, firstOnLine }: Comment): Slip[] {
  if (!unclosed) return [];
  const first = new Token('bad', '/*', start, 2, false, firstOnLine);
  const at = new Token('bad', '', end, 0, false, false);
  const fix: Slip['fix'] = { title: 'Add "*/"', safe: true, edits: [{ at, side: 'after', text: ' */' }] };
  return [
    {
      first,
      last: first,
      message: 'This comment is opened with /* and never closed, so it ends with its line. Add */ where it ends.',
      fix,
    },
  ];
}

/** A backslash at the end would escape the quotation mark that is added, so a space keeps them apart. */
const closing = (text: string, mark: string): string => {
  const backslashes = text.length - withoutEnd(text, c => c === BACKSLASH).length;
  return backslashes % 2 === 1 || (mark === '"""' && text.length > 3 && text.endsWith('"')) ? ` ${mark}` : mark;
};
const BACKSLASH = 92;
