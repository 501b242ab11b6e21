/**
 * Turns the members that the grammar accepted into the syntax tree: it joins what belongs together (a brace after a colon, the
 * rest of a line) and reports each slip of structure once. It does not use the vocabulary.
 */
import { furtherHeads } from './further-heads.ts';
import type { RawBody, RawMember } from './parser.ts';
import type { Token } from './token.ts';
import type { BlockNode, LooseNode, MemberNode, PropertyNode, Slip, SlipFix } from './tree.ts';

/** Turns the parser's members into nodes of the syntax tree, each with its slips. */
export function mend(raw: readonly RawMember[]): MemberNode[] {
  const members: MemberNode[] = [];
  for (let i = 0; i < raw.length; i++) {
    const member = raw[i]!;
    switch (member.type) {
      case 'block':
        i = block(raw, i, member, members);
        break;
      case 'property':
        i = property(raw, i, member, members);
        break;
      case 'body':
        members.push(headless(member.body));
        break;
      case 'loose': {
        const next = raw[i + 1];
        if (next?.type === 'body' && !next.body.open.begins) {
          members.push(kindless(member.tokens, next.body));
          i++;
        } else members.push(...lines(member.tokens).map((tokens, n, all) => loose(tokens, n === all.length - 1 ? next : undefined)));
        break;
      }
      case 'stray':
        members.push(stray(member.brace, raw[i + 1]));
    }
  }
  return members;
}

type RawBlock = Extract<RawMember, { type: 'block' }>;
type RawProperty = Extract<RawMember, { type: 'property' }>;

/** Reads a block, together with those of the following members that belong to it. Returns the index of the last member read. */
function block(raw: readonly RawMember[], i: number, member: RawBlock, out: MemberNode[]): number {
  const next = raw[i + 1];
  const after = raw[i + 2];
  if (member.body) {
    out.push(blockNode(member.kind, member.name, member.title, member.body, separated(member.kind)));
    return i;
  }
  // For example, `certification CWT "Title": {`.
  if (
    next?.type === 'loose' &&
    sameLine(next.tokens[0]!) &&
    next.tokens.length === 1 &&
    next.tokens[0]!.kind === ':' &&
    after?.type === 'body'
  ) {
    out.push(blockNode(member.kind, member.name, member.title, after.body, [colonBeforeBrace(next.tokens[0]!, after.body.open)]));
    return i + 2;
  }
  // For example, `certification CWT: {` and `certification CWT: "Title" {`.
  if (!member.name && !member.title && next?.type === 'property' && !next.key.begins && next.commas.length === 0) {
    const [value, more] = next.values;
    const body = after?.type === 'body' && !after.body.open.begins ? after.body : undefined;
    if (!more && (value ? value.type === 'text' || value.type === 'hole' : body)) {
      out.push(blockNode(member.kind, next.key, value?.first, body, [colonBeforeBrace(next.key, value?.first ?? body?.open)]));
      return body ? i + 2 : i + 1;
    }
  }
  // A text alone on the next line is the title that is missing in the head.
  const below = !member.title && next?.type === 'loose' && next.tokens.length === 1 ? next.tokens[0]! : undefined;
  if (below?.firstOnLine && below.kind === 'string' && !below.flaw) {
    const body = after?.type === 'body' && !after.body.open.begins ? after.body : undefined;
    out.push(blockNode(member.kind, member.name, below, body, [...separated(member.kind), titleBelow(below, member.name ?? member.kind)]));
    return body ? i + 2 : i + 1;
  }
  const words = next?.type === 'loose' && sameLine(next.tokens[0]!) ? next.tokens : [];
  if (words.length === 0) {
    out.push(blockNode(member.kind, member.name, member.title, undefined, separated(member.kind)));
    return i;
  }
  if (words[0]!.flaw === 'too-deep') {
    out.push({ ...blockNode(member.kind, member.name, member.title, undefined, separated(member.kind)), last: words[words.length - 1]! });
    return i + 1;
  }
  const body = after?.type === 'body' && !after.body.open.begins ? after.body : undefined;
  const heads = member.title ? furtherHeads(words, body !== undefined) : undefined;
  if (heads) {
    out.push(blockNode(member.kind, member.name, member.title, undefined, separated(member.kind)));
    for (const [n, { kind, name, title }] of heads.entries())
      out.push(blockNode(kind, name, title, n === heads.length - 1 ? body : undefined, separated(kind)));
    return body ? i + 2 : i + 1;
  }
  // For example, `domain 3 "Title" {`: the odd token goes to `rest`, and the block keeps its title and its body.
  const last = words[words.length - 1]!;
  if (member.title && !member.name && words.length === 1 && last.kind === 'word' && !last.text.includes('.')) {
    const node = blockNode(member.kind, last, member.title, body, [...separated(member.kind), nameBehind(member.title, last)]);
    out.push(body ? node : { ...node, last });
    return body ? i + 2 : i + 1;
  }
  const title = member.title ?? (words.length > 1 && last.kind === 'string' ? last : undefined);
  const rest = title === last ? words.slice(0, -1) : words;
  const node = blockNode(member.kind, member.name, title, body, separated(member.kind));
  out.push({ ...node, rest, last: body ? node.last : last });
  return body ? i + 2 : i + 1;
}

function property(raw: readonly RawMember[], i: number, member: RawProperty, out: MemberNode[]): number {
  const next = raw[i + 1];
  const after = raw[i + 2];
  // For example, `accreditation: {` and `certification: CWT "Title" {`.
  const words = next?.type === 'loose' && sameLine(next.tokens[0]!) ? next.tokens : [];
  const body = words.length > 0 ? after : next;
  if (
    body?.type === 'body' &&
    body.body.open.virtual === false &&
    !body.body.open.begins &&
    member.values.length <= 1 &&
    member.commas.length === 0
  ) {
    const head = [...(member.values[0] ? [member.values[0].first] : []), ...words];
    const name = head[0]?.kind === 'word' ? head[0] : undefined;
    const title = head.find(token => token.kind === 'string' || token.kind === '?');
    if (head.length === (name ? 1 : 0) + (title ? 1 : 0)) {
      out.push(
        blockNode(member.key, name, title, body.body, [...separated(member.key), colonBeforeBrace(member.key, head[0] ?? body.body.open)]),
      );
      return words.length > 0 ? i + 2 : i + 1;
    }
  }
  const valueBelow = member.values.length === 0 && next?.type === 'loose' && next.tokens[0]!.firstOnLine;
  const rest = valueBelow && next?.type === 'loose' ? next.tokens : words;
  const last = rest[rest.length - 1] ?? member.last;
  const comma = commaBetween(member, next);
  out.push({
    type: 'property',
    key: member.key,
    values: member.values,
    commas: comma ? member.commas.slice(0, -1) : member.commas,
    rest,
    first: member.key,
    last,
    slips: [...(commaBetween(raw[i - 1], member) ? [] : separated(member.key)), ...(comma ? [semicolonFor(comma)] : [])],
  } satisfies PropertyNode);
  return rest.length > 0 ? i + 1 : i;
}

/** Returns the comma between two properties on one line, where a semicolon is due. */
function commaBetween(before: RawMember | undefined, after: RawMember | undefined): Token | undefined {
  if (before?.type !== 'property' || after?.type !== 'property' || after.key.firstOnLine || after.key.begins) return undefined;
  const comma = before.commas[before.commas.length - 1];
  return comma && before.last === comma && before.values.length > 0 && before.commas.length === before.values.length ? comma : undefined;
}

const semicolonFor = (comma: Token): Slip => ({
  first: comma,
  last: comma,
  message: 'Write ";", not a comma, between two properties on one line.',
  fix: { title: 'Write ";"', safe: true, edits: [{ first: comma, last: comma, text: ';' }] },
});

const sameLine = (token: Token): boolean => !token.begins;

function blockNode(
  kind: Token,
  name: Token | undefined,
  title: Token | undefined,
  body: RawBody | undefined,
  slips: readonly Slip[],
): BlockNode {
  return {
    type: 'block',
    kind,
    name,
    title,
    rest: [],
    open: body?.open,
    close: body?.close,
    members: body ? mend(body.members) : [],
    first: kind,
    last: body ? endOf(body) : (title ?? name ?? kind),
    slips: [...slips, ...(body ? braceSlips(body, kind) : [])],
  };
}

function endOf(body: RawBody): Token {
  if (body.close) return body.close;
  const last = body.members[body.members.length - 1];
  return last ? lastOf(last) : body.open;
}

function lastOf(member: RawMember): Token {
  switch (member.type) {
    case 'block':
      return member.body ? endOf(member.body) : (member.title ?? member.name ?? member.kind);
    case 'property':
      return member.last;
    case 'body':
      return endOf(member.body);
    case 'loose':
      return member.tokens[member.tokens.length - 1]!;
    case 'stray':
      return member.brace;
  }
}

function headless(body: RawBody): BlockNode {
  // A brace without its partner is surplus and goes. Two of them may be a block whose head is still to be written.
  const lone = !body.close || body.close.virtual;
  const fix = lone ? remove(body.open, body.open) : undefined;
  const slip = {
    first: body.open,
    last: body.open,
    message: 'A block needs its kind before "{", for example "assessment {".',
    ...(fix && { fix }),
  };
  return {
    type: 'block',
    kind: undefined,
    name: undefined,
    title: undefined,
    rest: [],
    open: body.open,
    close: body.close,
    members: mend(body.members),
    first: body.open,
    last: endOf(body),
    slips: [slip],
  };
}

/** Reads a head that lacks its kind, such as `"Working safely" { weight: 40% }`. */
function kindless(tokens: readonly Token[], body: RawBody): BlockNode {
  const [first, last] = [tokens[0]!, tokens[tokens.length - 1]!];
  const message = `A block begins with its kind: write one before ${quote(first)}, for example "assessment".`;
  return {
    ...headless(body),
    title: last.kind === 'string' ? last : undefined,
    first,
    slips: [{ first, last, message }],
  };
}

/** Splits tokens that go on behind a comma before each line that begins with a text and a colon, as in JSON. */
function lines(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const begins = tokens.flatMap((token, i) =>
    i === 0 || (token.firstOnLine && token.kind === 'string' && tokens[i + 1]?.kind === ':') ? [i] : [],
  );
  return begins.map((begin, n) => tokens.slice(begin, begins[n + 1]));
}

/** Matches the marks with which comments begin elsewhere, and headings. */
const COMMENT = /^(?:#+|--+|%+|<!--|;+|'|!+|==+|REM)$/;

function loose(tokens: readonly Token[], next: RawMember | undefined): LooseNode {
  const first = tokens[0]!;
  const last = tokens[tokens.length - 1]!;
  // `braces.ts` marked this brace as surplus.
  if (first.kind === 'bad' && first.text === '}') return stray(first, next);
  const follows = next && firstOf(next);
  if (follows && !follows.firstOnLine && follows.kind !== '{' && tokens.every(token => !/[\p{L}]/u.test(token.text))) {
    const fix = { ...remove(first, last), safe: tokens.every(token => !/\p{N}/u.test(token.text)) };
    const message = `What stands before "${follows.text}" means nothing here. Take it out.`;
    return { type: 'loose', tokens, first, last, slips: [{ first, last, message, fix }] };
  }
  const message =
    first.kind === ','
      ? 'A line cannot begin with a comma. Put the comma at the end of the line before, or take it out.'
      : first.firstOnLine && last !== first && COMMENT.test(first.text)
        ? `"${first.text}" begins no comment here. Write "//" before it.`
        : `${quote(first)} has no key. Write the key and a colon before it, or take it out.`;
  const comment: SlipFix = { title: 'Keep it as a comment', safe: false, edits: [{ at: first, side: 'before', text: '// ' }] };
  const isLine = first.firstOnLine && (!follows || follows.firstOnLine) && tokens.some(token => /\p{L}{2}/u.test(token.text));
  return { type: 'loose', tokens, first, last, slips: [{ first, last, message, fix: isLine ? comment : remove(first, last) }] };
}

function stray(brace: Token, next: RawMember | undefined): LooseNode {
  const message = 'This "}" closes nothing. Take it out, or add the "{" that it belongs to.';
  // The brace may stand between two properties on one line, which then need a `;`.
  const parts = !brace.firstOnLine && next?.type === 'property' && !next.key.firstOnLine;
  const fix: SlipFix = { ...remove(brace, brace), edits: [{ first: brace, last: brace, text: parts ? '; ' : '' }] };
  return { type: 'loose', tokens: [brace], first: brace, last: brace, slips: [{ first: brace, last: brace, message, fix }] };
}

function braceSlips(body: RawBody, kind: Token): Slip[] {
  const slips: Slip[] = [];
  if (body.open.virtual) {
    slips.push({
      first: kind,
      last: kind,
      message: `The "{" that opens this ${kind.text} is missing.`,
      fix: { title: 'Add "{"', safe: true, edits: [{ at: body.open, side: 'after', text: ' {' }] },
    });
  }
  if (!body.close || body.close.virtual) {
    const at = body.close ?? endOf(body);
    const text = body.open === at || sharesLine(body) ? ' }' : '\n}';
    slips.push({
      first: body.open.virtual ? kind : body.open,
      last: body.open.virtual ? kind : body.open,
      message: `This ${kind.text} is never closed. Add "}" where it ends.`,
      fix: { title: 'Add "}"', safe: true, edits: [{ at, side: 'after', text, indentLike: kind }] },
    });
  }
  return slips;
}

/** Returns whether the whole body stands on the line of its `{`. */
function sharesLine(body: RawBody): boolean {
  const first = body.members[0];
  return !first || !firstOf(first).firstOnLine;
}

function firstOf(member: RawMember): Token {
  switch (member.type) {
    case 'block':
      return member.kind;
    case 'property':
      return member.key;
    case 'body':
      return member.body.open;
    case 'loose':
      return member.tokens[0]!;
    case 'stray':
      return member.brace;
  }
}

/** Reports a missing `;` before a member that begins in the middle of a line. */
function separated(first: Token): Slip[] {
  // A member on a new line follows a comma, which has a slip of its own.
  if (first.begins || first.virtual || first.firstOnLine || first.index === 0) return [];
  return [
    {
      first,
      last: first,
      message: `Put ";" before "${first.text}", or begin a new line.`,
      fix: { title: 'Add ";"', safe: true, edits: [{ at: first, side: 'before', text: '; ' }] },
    },
  ];
}

const titleBelow = (title: Token, head: Token): Slip => ({
  first: title,
  last: title,
  message: 'Write the title on the line of its kind.',
  fix: { title: 'Join the lines', safe: true, edits: [{ onLineOf: head, first: title, last: title }] },
});

const nameBehind = (title: Token, name: Token): Slip => ({
  first: name,
  last: name,
  message: `Write the name "${name.text}" before the title.`,
  fix: {
    title: 'Write the name first',
    safe: true,
    edits: [
      { first: title, last: title, text: name.text },
      { first: name, last: name, text: title.text },
    ],
  },
});

function colonBeforeBrace(colon: Token, next: Token | undefined): Slip {
  // Keep the following token apart from the word before it.
  const gap = next?.start === colon.end ? ' ' : '';
  const edit = { first: colon, last: colon, text: colon.kind === 'key' ? colon.text + gap : gap };
  return {
    first: colon,
    last: colon,
    message: 'Remove this colon: the first line of a block has none.',
    fix: { title: 'Remove the colon', safe: true, ofKind: true, edits: [edit] },
  };
}

/** Returns the fix that removes the tokens from `first` to `last`. */
export const remove = (first: Token, last: Token): SlipFix => ({
  title: first === last ? `Remove ${quote(first)}` : 'Remove these words',
  safe: false,
  edits: [{ first, last, text: '' }],
});

/** Returns a token's text in quotes, for a message. A long text is cut. */
export function quote(token: Token): string {
  const plain = token.kind === 'string' ? token.text.replace(/^"+|"+$/g, '') : token.text;
  return `"${plain.length > 40 ? `${plain.slice(0, 37)}…` : plain}"`;
}
