/** Reads blocks whose braces are missing or are other marks: `domain safety weight: 40%`, lines that are only indented, YAML. */
import type { Token } from '../syntax/token.ts';
import type { BlockNode, MemberNode, PropertyNode, Slip, SlipEdit } from '../syntax/tree.ts';
import type { KindTable } from '../vocabulary/define.ts';
import { kindOf } from '../vocabulary/kinds.ts';
import { kindMeant } from '../vocabulary/meant.ts';
import type { Block } from './bound.ts';
import { column } from './members.ts';
import { namesIn } from './rows.ts';

/** Reads the block that begins with a member. `taken` is how many of the members after it belong to the block. */
type BlockReading = (
  block: Block,
  members: readonly MemberNode[],
  i: number,
  text: string,
) => { readonly node: BlockNode; readonly taken: number } | undefined;

/** Reads a block whose properties stand behind its head without braces, as in `domain safety weight: 40%`. */
export const withoutBraces: BlockReading = (block, members, i, text) => {
  const head = members[i] as BlockNode;
  const kind = head.kind && (kindOf(head.kind.composed) ?? kindOf(kindMeant(head.kind.text, block.kind)?.word ?? ''));
  if (!kind?.standsIn.includes(block.kind) || head.open) return undefined;
  const [opener, other] = head.rest;
  const close = opener && !other ? OTHER_BRACES[opener.text.toLowerCase()] : undefined;
  if (opener && close === undefined) return undefined;
  const below = indentedBelow(block, kind, members, i, text, opener !== undefined);
  const after = members[i + 1 + below.length];
  const closer = close && after?.first === after?.last && after?.first?.text.toLowerCase() === close ? after?.first : undefined;
  if (opener) {
    if (below.length === 0 || (close && !closer)) return undefined;
    return { node: indented(head, kind, below, opener, closer), taken: below.length + (closer ? 1 : 0) };
  }
  if (below.length > 0) return { node: indented(head, kind, below), taken: below.length };
  const inside: PropertyNode[] = [];
  for (let k = i + 1; k < members.length; k++) {
    const next = members[k]!;
    const isOwn =
      next.type === 'property' && !next.first.begins && !next.first.firstOnLine && Object.hasOwn(kind.properties, next.key.composed);
    if (!isOwn) break;
    inside.push(next);
  }
  const [first, last] = [inside[0], inside[inside.length - 1]];
  if (!first || !last || head.kind!.composed !== kind.name) return undefined;
  const parts = inside.slice(1).map((one): SlipEdit => ({ at: one.first, side: 'before', text: '; ' }));
  const own = block.table && inside.some(({ key }) => Object.hasOwn(block.table!.properties, key.composed));
  const slip: Slip = {
    first: head.kind!,
    last: head.kind!,
    message: `Put what ${kind.called} says in "{" and "}".`,
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
};

/**
 * Reads a kind with a colon and lines that are indented below it, as in YAML, as a block. A line with its title gives the block's title.
 */
export const colonBlock: BlockReading = (block, members, i, text) => {
  const written = members[i] as PropertyNode;
  const { key } = written;
  if (written.values.length > 0 || written.rest.length > 0 || (block.table && Object.hasOwn(block.table.properties, key.composed)))
    return undefined;
  const meant = kindMeant(key.text, block.kind);
  const kind = meant?.by === 'same' ? kindOf(meant.word) : undefined;
  const all = kind ? indentedBelow(block, kind, members, i, text, true) : [];
  if (!kind || all.length === 0) return undefined;
  const called = all.find(
    (one): one is PropertyNode => one.type === 'property' && /^(?:title|name)$/i.test(one.key.text) && one.values[0]?.type === 'text',
  );
  const title = kind.titled && called && called.rest.length === 0 ? called.values[0]!.first : undefined;
  const below = title ? all.filter(one => one !== called) : all;
  const last = all[all.length - 1]!.last!;
  const { names, numbers } = namesIn(block);
  let number = numbers.get(kind.name) ?? 1;
  while (names.has(`${kind.name}${number}`)) number++;
  numbers.set(kind.name, number + 1);
  const head = [kind.name, ...(kind.named && title ? [`${kind.name}${number}`] : []), ...(title ? [title.text] : [])].join(' ');
  const slip: Slip = {
    first: key,
    last: key,
    message: `Write ${kind.name} without the colon, and put what it says in "{" and "}".`,
    fix: {
      title: `Write ${head} { … }`,
      safe: false,
      edits: [
        { first: key, last: key, text: `${head} {` },
        ...(title ? [{ first: called!.first, last: called!.last, text: '' }] : []),
        { at: last, side: 'after', text: '\n}', indentLike: key },
      ],
    },
  };
  const node: BlockNode = {
    type: 'block',
    kind: key.as('head', kind.name),
    name: undefined,
    title,
    rest: [],
    open: undefined,
    close: undefined,
    members: below,
    first: key,
    last,
    slips: [...written.slips, slip],
  };
  return { node, taken: all.length };
};

/** The marks and words that open a block elsewhere, each with what closes it there; a colon is closed by nothing. */
const OTHER_BRACES: Readonly<Record<string, string>> = { ':': '', '(': ')', '[': ']', '<': '>', begin: 'end', do: 'end' };

/**
 * Returns the members on the lines below a head that are indented deeper: those of a head whose braces are missing. Unless something else
 * opens the block (`isOpened`), the first of them must belong to the head's kind and not be able to stand in the block around it.
 */
function indentedBelow(
  block: Block,
  kind: KindTable,
  members: readonly MemberNode[],
  i: number,
  text: string,
  isOpened = false,
): readonly MemberNode[] {
  const head = members[i]!.first!;
  const [first] = members.slice(i + 1, i + 2);
  const isOwn =
    first?.type === 'property' &&
    Object.hasOwn(kind.properties, first.key.composed) &&
    !(block.table && Object.hasOwn(block.table.properties, first.key.composed));
  if (!head.firstOnLine || !(isOwn || (isOpened && first?.first?.firstOnLine))) return [];
  const from = column(head, text);
  let end = i + 1;
  for (let deeper = false; end < members.length; end++) {
    const begin = members[end]!.first!;
    if (begin.firstOnLine) deeper = column(begin, text) > from;
    if (!deeper) break;
  }
  return members.slice(i + 1, end);
}

/** Returns the block of a head with the lines that are indented below it, and the slip that its braces are missing or are other marks. */
function indented(head: BlockNode, kind: KindTable, below: readonly MemberNode[], opener?: Token, closer?: Token): BlockNode {
  const last = closer ?? below[below.length - 1]!.last!;
  const end =
    head.title && head.name ? (head.title.start > head.name.start ? head.title : head.name) : (head.title ?? head.name ?? head.kind!);
  const slip: Slip = {
    first: head.kind!,
    last: head.kind!,
    message: opener
      ? `Put what ${kind.called} says in "{" and "}", not behind "${opener.text}".`
      : `The "{" and "}" around what ${kind.called} says are missing.`,
    fix: {
      title: opener ? 'Write "{" and "}"' : 'Add "{" and "}"',
      safe: true,
      edits: [
        opener
          ? { first: opener, last: opener, text: opener.gap === 0 && opener.text === ':' ? ' {' : '{' }
          : { at: end, side: 'after', text: ' {' },
        closer ? { first: closer, last: closer, text: '}' } : { at: last, side: 'after', text: '\n}', indentLike: head.kind! },
      ],
    },
  };
  return { ...head, rest: [], members: below, last, slips: [...head.slips, slip] };
}
