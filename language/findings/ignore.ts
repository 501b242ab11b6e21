/** Reads ignores, `// cred-ignore RULE, RULE: reason`: comments that silence rules at a place, with a reason. */
import type { CredFile } from '../model/file.ts';
import { type Span, spanOf } from '../model/span.ts';
import { type Comment, Token } from '../syntax/token.ts';
import type { MemberNode } from '../syntax/tree.ts';

/** An ignore of a file, with the range that it covers. */
export interface Ignore {
  readonly comment: Comment;
  /** The rule ids and `group/*` that it names, each with its offset. */
  readonly rules: readonly { readonly id: string; readonly start: number }[];
  readonly reason: string | undefined;
  /** The offsets of the range that it covers. */
  readonly from: number;
  readonly to: number;
  /** Those of its rules that silenced a finding. */
  readonly used: Set<string>;
}

const BEGIN = /^\/[/*][ \t]*cred-ignore\b/;

/** Returns whether a comment begins like an ignore, complete or not. */
export const isIgnore = (text: string): boolean => BEGIN.test(text);

/** Returns the ignores of a file, in the order of the text. */
export function ignoresOf(file: CredFile): Ignore[] {
  const { text, parsed } = file;
  if (!text.includes('cred-ignore')) return [];
  const ignores: Ignore[] = [];
  for (const comment of parsed.comments) {
    const whole = text.slice(comment.start, comment.end);
    const begin = BEGIN.exec(whole)?.[0].length;
    if (begin === undefined) continue;
    const words = whole.slice(begin, comment.style === 'block' && !comment.unclosed ? -2 : undefined);
    const colon = words.indexOf(':');
    const list = colon < 0 ? words : words.slice(0, colon);
    const rules = [...list.matchAll(/[^\s,]+/g)].map(found => ({ id: found[0], start: comment.start + begin + found.index }));
    const reason = colon < 0 ? undefined : words.slice(colon + 1).trim() || undefined;
    ignores.push({ comment, rules, reason, ...cover(file, comment), used: new Set() });
  }
  return ignores;
}

/**
 * Returns the range that an ignore covers. At the end of a line it covers the line; on the file's first line, the file; elsewhere, the next
 * member with its contents.
 */
function cover(file: CredFile, comment: Comment): { from: number; to: number } {
  const { lines, text } = file;
  const { line } = lines.position(comment.start);
  if (!comment.firstOnLine) return { from: lines.start(line), to: lines.end(line) };
  if (line === 0) return { from: 0, to: text.length };
  const next = nextMember(file, comment.end);
  return next ?? { from: comment.end, to: comment.end };
}

/** Returns the range of the next member in the block of the comment; `undefined` at the block's end. */
function nextMember(file: CredFile, offset: number): { from: number; to: number } | undefined {
  let { members } = file.parsed.root;
  for (;;) {
    const member = members[firstEndingAfter(members, offset)];
    if (!member) return undefined;
    const from = member.first!.start;
    if (from >= offset) return { from, to: member.last!.end };
    // The comment lies within this member: search its own members. Between a head and its brace there are none.
    if (member.type !== 'block') return undefined;
    members = member.members;
  }
}

/** Returns the index of the first member that ends after an offset. */
function firstEndingAfter(members: readonly MemberNode[], offset: number): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (members[middle]!.last!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns whether an id in an ignore names a rule. */
export const names = (id: string, rule: string): boolean => id === rule || (id.endsWith('/*') && rule.startsWith(id.slice(0, -1)));

/** Makes a token of a part of a comment, because the span of a finding needs tokens and a comment has none. */
const words = (text: string, start: number): Span => spanOf(new Token('bad', text, start, text.length, false, false));

/** Returns the span of the whole ignore, without blanks at its end. */
export const commentSpan = (file: CredFile, { comment }: Ignore): Span =>
  words(file.text.slice(comment.start, comment.end).trimEnd(), comment.start);

/** Returns the span of a rule's id in an ignore. */
export const idSpan = ({ id, start }: Ignore['rules'][number]): Span => words(id, start);
