/** The tree and the vocabulary give the model. A block whose node is unchanged keeps its model. */
import type { Token } from '../syntax/token.ts';
import { Token as TokenClass } from '../syntax/token.ts';
import { parseMembers } from '../syntax/parser.ts';
import { mend } from '../syntax/mend.ts';
import type { BlockNode, MemberNode, PropertyNode, Slip, ValueNode } from '../syntax/tree.ts';
import { type KindTable, type Property, TOP } from '../vocabulary/define.ts';
import { childKinds, KINDS, kindOf } from '../vocabulary/kinds.ts';
import type { AnyBlock, PropertyView, Stated, StatedList } from './block.ts';
import { decode } from './decode.ts';
import { lineSlip } from './line-slips.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { type Span, spanOf } from './span.ts';
import { textOf } from './text.ts';

const bound = new WeakMap<BlockNode, Block>();

/** A block of the model; its properties are fields in camel case beside these. */
export class Block implements AnyBlock {
  readonly children: Block[] = [];
  readonly properties: PropertyView[] = [];
  /** Of its own head and properties; its children keep theirs. */
  readonly problems: Problem[] = [];
  readonly name: string | undefined;
  private byName: Map<string, Block[]> | undefined;
  private readonly byKey = new Map<string, Stated<unknown> | StatedList<unknown>>();
  constructor(
    readonly node: BlockNode,
    readonly kind: string,
    readonly table: KindTable | undefined,
    public parent: Block | undefined,
  ) {
    this.name = node.name && plainName(node.name);
  }

  get kindSpan(): Span {
    const { kind, open } = this.node;
    return kind ? wordSpan(kind) : spanOf(open!);
  }
  get nameSpan(): Span | undefined {
    return this.node.name && wordSpan(this.node.name);
  }
  get titleToken(): Token | undefined {
    return this.node.title ?? (this.node.rest[0]?.flaw ? this.node.rest[0] : undefined);
  }
  get title(): string | undefined {
    const token = this.titleToken;
    return token && token.kind !== '?' ? textOf(token) : undefined;
  }
  get titleSpan(): Span | undefined {
    const token = this.titleToken;
    return token && spanOf(token);
  }
  get titleIsHole(): boolean {
    return this.node.title?.kind === '?';
  }
  get span(): Span {
    return spanOf(this.node.first!, this.node.last!);
  }
  get headSpan(): Span {
    return this.nameSpan ?? (this.titleIsHole ? undefined : this.titleSpan) ?? this.kindSpan;
  }
  get label(): string {
    return this.title || this.name || this.kind;
  }
  /** The children that bear a name. */
  bearing(name: string): readonly Block[] {
    if (!this.byName) {
      this.byName = new Map();
      for (const child of this.children) {
        if (child.name !== undefined) this.byName.set(child.name, [...(this.byName.get(child.name) ?? []), child]);
      }
    }
    return this.byName.get(name) ?? [];
  }
  stated(key: string): Stated<unknown> | StatedList<unknown> | undefined {
    return this.byKey.get(key);
  }
  all(kind: string): never[] {
    return this.children.filter(child => child.kind === kind) as never[];
  }
  state(key: string, value: Stated<unknown> | StatedList<unknown>): void {
    this.byKey.set(key, value);
    (this as Record<string, unknown>)[camel(key)] = value;
  }
}

/** Properties without a value. */
const LONE = new WeakSet<PropertyView>();

/** The file's blocks as children of a nameless one. */
export function bind(root: BlockNode, text: string): Block {
  const file = new Block(root, TOP, undefined, undefined);
  members(file, root, text);
  return file;
}

function blockOf(node: BlockNode, parent: Block, text: string): Block {
  const kept = bound.get(node);
  if (kept && kept.parent?.kind === parent.kind) {
    kept.parent = parent;
    return kept;
  }
  const problems: Problem[] = [];
  const table = node.kind && kindFor(node.kind, node, parent, problems);
  const block = new Block(node, table?.name ?? node.kind?.text ?? '', table, parent);
  block.problems.push(...problems, ...node.slips.map(syntax));
  head(block, node);
  members(block, node, text);
  bound.set(node, block);
  return block;
}

/** The kind that is written or most likely meant. */
function kindFor(token: Token, node: BlockNode, parent: Block, problems: Problem[]): KindTable | undefined {
  const word = token.text.normalize('NFC');
  const known = kindOf(word);
  if (known) {
    const knownParent = parent.kind === TOP || parent.table;
    if (knownParent && !known.standsIn.includes(parent.kind)) {
      problems.push({ rule: 'misplaced', span: wordSpan(token), what: 'kind', word, parent, belongs: known.standsIn });
    }
    return known;
  }
  const here = childKinds(parent.kind).map(kind => kind.name);
  const near = nearest(word, here) ?? nearest(word, KINDS.keys());
  const key = near ? undefined : parent.table && nearest(word, keysFor(parent, node));
  const belongs = near || parent.kind !== TOP ? [] : kindsWith(word);
  if (belongs.length > 0) problems.push({ rule: 'misplaced', span: wordSpan(token), what: 'property', word, parent, belongs });
  else problems.push({
    rule: 'unknown-kind', span: wordSpan(token), word, parent,
    ...(near && { nearest: near.word, sure: near.sure && here.includes(near.word) }),
    ...(key && { nearest: key.word, sure: false, isKey: true }), ...(isLone(node) && { lone: true }),
  });
  return near && kindOf(near.word);
}

/** What a head lacks or has too much of. One slip is one finding: what an unknown kind or an odd line leaves open is not asked for. */
function head(block: Block, node: BlockNode): void {
  const { table, problems } = block;
  const rest = node.rest[0]?.flaw && !node.title ? node.rest.slice(1) : node.rest;
  if (node.name?.text.includes('.')) {
    const text = node.name.text.replace(/\.+$/, '').replaceAll('.', '-');
    problems.push({
      rule: 'syntax', span: spanOf(node.name), message: `A name has no dots. Write ${text}, for example.`,
      fix: { title: `Write ${text}`, safe: false, edits: [{ first: node.name, last: node.name, text }] },
    });
  }
  const unknown = problems.some(problem => problem.rule === 'misplaced' || (problem.rule === 'unknown-kind' && problem.nearest === undefined));
  if (rest.length > 0) {
    if (!unknown) problems.push(restSlip(node, rest, table));
    return;
  }
  if (node.kind && isLone(node)) {
    if (problems.length === 0) problems.push({
      rule: 'syntax', span: wordSpan(node.kind), message: `"${node.kind.text}" says nothing yet. Write a title in quotation marks after it, or "{" and "}" around what it holds.`,
      fix: { title: 'Add "{ }"', safe: false, edits: [{ at: node.kind, side: 'after', text: ' { }' }] },
    });
    return;
  }
  if (!table) return;
  if (table.named && !node.name) problems.push({ rule: 'missing-name', block, span: block.headSpan });
  if (table.titled && !block.titleToken) problems.push({ rule: 'missing-title', block, span: block.headSpan });
  if (block.titleIsHole) problems.push({ rule: 'hole', span: spanOf(node.title!), block });
}

const isLone = (node: BlockNode): boolean => !node.name && !node.title && !node.open && node.rest.length === 0;

/** A number where a name is due, a title without its quotation marks, or something else that no head has. */
function restSlip(node: BlockNode, rest: readonly Token[], table: KindTable | undefined): Problem {
  const first = rest[0]!;
  const last = rest[rest.length - 1]!;
  const kind = node.kind?.text ?? 'a kind';
  const say = (message: string, from: Token, fix: Slip['fix']): Problem => ({ rule: 'syntax', span: spanOf(from, last), message, ...(fix && { fix }) });
  const whole = rest.map(token => token.text).join('');
  const beforeTitle = !node.title || first.start < node.title.start;
  if (!node.name && beforeTitle && (first.kind === 'number' || first.kind === 'date') && whole.length === last.end - first.start) {
    const name = `${kind}${whole.replace(/[^\p{L}\p{M}\p{N}_-]/gu, '-')}`;
    return say(`A name begins with a letter. Write ${name}, for example.`, first, { title: `Write ${name}`, safe: false, edits: [{ first, last, text: name }] });
  }
  if (!node.title && rest.every(token => TITLE_WORDS.has(token.kind))) {
    // `domain repair Repairing widgets`: the first word is the name, where the kind has one.
    const begin = table?.named || !node.name ? first : node.name;
    return say(`The title of this ${kind} stands in quotation marks.`, begin, {
      title: 'Put it in quotation marks', safe: false, edits: [{ at: begin, side: 'before', text: '"' }, { at: last, side: 'after', text: '"' }],
    });
  }
  return say(`After "${kind}" may come a name, a title in quotation marks and "{". This is none of them.`, first, {
    title: 'Remove it', safe: false, edits: [{ first, last, text: node.name || node.title || node.open ? '' : ' { }' }],
  });
}

const TITLE_WORDS: ReadonlySet<string> = new Set(['word', 'of', 'to', 'number', ',']);

function members(block: Block, node: BlockNode, text: string): void {
  for (let i = 0; i < node.members.length; i++) {
    const member = node.members[i]!;
    if (member.type === 'property') {
      const { whole, taken } = joined(block, node.members, i, text);
      property(block, whole, text);
      i += taken;
    } else if (member.type === 'loose') block.problems.push(...member.slips.map(syntax));
    else {
      const asProperty = forgottenColon(block, member);
      const two = twoProperties(block, member);
      if (two) for (const one of two) property(block, one, text);
      else if (asProperty) property(block, asProperty, text);
      else child(block, member, text);
    }
  }
}

/** A property with what of the following members is its value all the same: a word on the next line, or words with a colon in them. */
function joined(block: Block, members: readonly MemberNode[], i: number, text: string): { whole: PropertyNode; taken: number } {
  const node = members[i] as PropertyNode;
  const properties = block.table?.properties ?? {};
  const table = Object.hasOwn(properties, node.key.text) ? properties[node.key.text] : undefined;
  const next = members[i + 1];
  if (!table || !next) return { whole: node, taken: 0 };
  if (node.values.length === 0 && node.rest.length === 0 && next.type === 'block' && next.kind?.kind === 'head' && next.kind.firstOnLine && !next.open) {
    const word = next.kind.text;
    const isValue = !kindOf(word) && !Object.hasOwn(properties, word) && (Object.hasOwn(table.words ?? {}, word) || column(next.kind, text) > column(node.key, text));
    if (!isValue) return { whole: node, taken: 0 };
    const rest = inOrder([next.kind, next.name, next.title, ...next.rest]);
    return { whole: { ...node, rest, last: next.last! }, taken: 1 };
  }
  let whole = node;
  let taken = 0;
  if (!TEXT_TYPES.has(table.type) || node.values.some(value => value.type === 'text' || value.type === 'hole')) return { whole, taken };
  for (const more of members.slice(i + 1)) {
    const { first, last } = more;
    if (first!.begins || first!.firstOnLine || (more.type === 'property' && Object.hasOwn(properties, more.key.text))) break;
    whole = { ...whole, rest: [...whole.rest, first!, last!], last: last! };
    taken++;
  }
  return { whole, taken };
}

const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'url', 'document']);

/** How far from its line's beginning a token stands. */
const column = (token: Token, text: string): number => token.start - Math.max(text.lastIndexOf('\n', token.start - 1), text.lastIndexOf('\r', token.start - 1));

function child(block: Block, node: BlockNode, text: string): void {
  const made = blockOf(node, block, text);
  const once = made.table?.once;
  if (made.table && once !== undefined && (once === true || (Array.isArray(once) && once.includes(block.kind)))) {
    const first = block.children.find(other => other.kind === made.kind);
    if (first) block.problems.push({ rule: 'duplicate-block', span: made.kindSpan, kind: made.table, block: made, parent: block, first: first.kindSpan });
  }
  block.children.push(made);
}

/** `goal validate-competence`: a key of this block where a kind is due. */
function forgottenColon(block: Block, node: BlockNode): PropertyNode | undefined {
  const { kind } = node;
  if (!kind || kind.kind !== 'head' || node.open || !block.table) return undefined;
  const after = inOrder([node.name, node.title, ...node.rest]);
  const word = kind.text.normalize('NFC');
  const isKey = Object.hasOwn(block.table.properties, word);
  if (node.name?.kind === 'key') return undefined;
  if (kindOf(word) && (!isKey || kindOf(word)!.standsIn.includes(block.kind))) return undefined;
  // A misspelt one too, where no kind is as near and a value follows.
  if (!isKey && (after.length === 0 || nearest(word, KINDS.keys()) || !nearest(word, keysFor(block, node)))) return undefined;
  const key = new TokenClass('key', kind.text, kind.start, kind.length, true, kind.firstOnLine);
  const [read] = mend(parseMembers([key, ...after])) as PropertyNode[];
  const fix: Slip['fix'] = { title: 'Add the colon', safe: after.length > 0, edits: [{ at: kind, side: 'after', text: after.length > 0 ? ':' : ': ?' }] };
  const message = `"${kind.text}" is a property: put a colon after it${after.length > 0 ? '' : ' and then its value'}.`;
  return { ...read!, key: kind, first: kind, last: after[after.length - 1] ?? kind, slips: isKey ? [{ first: kind, last: kind, message, fix }] : [] };
}

/** `goal summary: "Text"`: a lone key before another property, which looks like a head with a colon. */
function twoProperties(block: Block, node: BlockNode): readonly PropertyNode[] | undefined {
  const { kind, name } = node;
  if (!kind || kind.kind !== 'head' || name?.kind !== 'key' || node.open || !block.table || !Object.hasOwn(block.table.properties, kind.text.normalize('NFC'))) return undefined;
  const lone = forgottenColon(block, { ...node, name: undefined, title: undefined, last: kind });
  const [read] = mend(parseMembers(inOrder([name, node.title, ...node.rest]))) as PropertyNode[];
  return lone && [lone, read!];
}

/** As in the text: a title may stand behind what is odd in a head. */
const inOrder = (tokens: readonly (Token | undefined)[]): Token[] => tokens.filter(token => token !== undefined).sort((a, b) => a.start - b.start);

/** The keys that a misspelt one may stand for: those that the block does not have already. */
function keysFor(block: Block, node: BlockNode | PropertyNode): string[] {
  const word = (node.type === 'block' ? node.kind! : node.key).text.toLowerCase();
  const written = new Set(block.node.members.flatMap(member => (member.type === 'property' && member !== node ? [member.key.text] : [])));
  return Object.keys(block.table!.properties).filter(key => !written.has(key) || key === word);
}

function property(block: Block, node: PropertyNode, text: string): void {
  const { problems } = block;
  const word = node.key.text.normalize('NFC');
  let table = (block.table && Object.hasOwn(block.table.properties, word) ? block.table.properties[word] : undefined) as Property | undefined;
  let key = word;
  const known = table !== undefined;
  if (!table && block.table) {
    const near = nearest(word, keysFor(block, node));
    const belongs = near?.word.toLowerCase() === word.toLowerCase() ? [] : kindsWith(word);
    const isKind = kindOf(word)?.standsIn.includes(block.kind);
    if (belongs.length > 0 && !isKind) {
      problems.push({ rule: 'misplaced', span: wordSpan(node.key), what: 'property', word, parent: block, belongs });
    } else {
      if (near && !isKind) [key, table] = [near.word, block.table.properties[near.word]];
      problems.push({
        rule: 'unknown-property', span: wordSpan(node.key), word, block,
        ...(isKind ? { isKind } : near && { nearest: near.word, sure: near.sure }), ...(node.key.kind !== 'key' && { noColon: true }),
      });
    }
  } else if (block.kind === TOP) {
    const asKind = kindOf(word)?.standsIn.includes(TOP);
    problems.push(
      asKind
        ? { rule: 'unknown-property', span: wordSpan(node.key), word, block, isKind: true }
        : { rule: 'misplaced', span: wordSpan(node.key), what: 'property', word, parent: block, belongs: kindsWith(word) },
    );
  }
  problems.push(...node.slips.map(syntax));
  const view: PropertyView = { key, table, keySpan: wordSpan(node.key), span: spanOf(node.first, node.last), owner: block };
  block.properties.push(view);
  const before = block.stated(key);
  const lone = node.values.length === 0 && node.rest.length === 0;
  if (before && table && !lone && !LONE.has(before.property)) {
    if (known) problems.push({ rule: 'duplicate-property', span: view.keySpan, key, block, first: before.property.keySpan, whole: view.span });
    return;
  }
  const values = read(node, key, table, view, block, text);
  // A key without value beside one that has one is a slip of its own, and says nothing.
  if (lone) LONE.add(view);
  if (before && lone) return;
  block.state(key, table?.many ? { items: values, span: listSpan(values, view), property: view } : values[0]!);
}

function read(node: PropertyNode, key: string, table: Property | undefined, view: PropertyView, block: Block, text: string): Stated<unknown>[] {
  const { problems } = block;
  const silent: Stated<unknown> = { value: undefined, isHole: false, span: node.values[0] ? spanOf(node.values[0].first, node.values[node.values.length - 1]!.last) : view.keySpan, property: view };
  for (const { first, last } of node.values.filter(endsInDot)) {
    problems.push({
      rule: 'syntax', span: spanOf(first, last), message: `A name is missing after the dot of "${first.text}".`,
      fix: { title: 'Remove the dot', safe: true, edits: [{ first, last: first, text: first.text.slice(0, -1) }] },
    });
  }
  const slip = lineSlip(node, table, text);
  if (slip) {
    problems.push(slip);
    return [silent];
  }
  if (node.values.length === 0) {
    // A lone key without its colon has been told to have both.
    if (node.key.kind === 'key') problems.push({
      rule: 'syntax', span: view.keySpan, message: `"${key}" has no value yet. Write one, or "?" while it is not known.`,
      fix: { title: 'Write "?" for now', safe: false, edits: [{ at: node.key, side: 'after', text: ' ?' }] },
    });
    return [silent];
  }
  const comma = node.commas.find((one, i) => !node.values.some(({ first }) => first.start > one.start && first.start < (node.commas[i + 1]?.start ?? Infinity)));
  if (comma) {
    const glue = /[^\s;{}]/.test(text[comma.end] ?? ' ') ? ' ' : '';
    problems.push({ rule: 'syntax', span: spanOf(comma), message: 'A value is missing after this comma. Add it, or take the comma out.', fix: { title: 'Remove the comma', safe: true, edits: [{ first: comma, last: comma, text: glue }] } });
  }
  if (table && !table.many && node.values.length > 1) {
    const second = node.values[1]!;
    problems.push({ rule: 'wrong-type', span: spanOf(second.first, node.values[node.values.length - 1]!.last), key, table, found: 'several values', message: `"${key}" takes one value. Keep the one that is meant.` });
    return [silent];
  }
  return node.values.map(value => {
    const span = spanOf(value.first, value.last);
    if (value.type === 'hole') {
      problems.push({ rule: 'hole', span, block, key, ...(table && { table }) });
      return { value: undefined, isHole: true, span, property: view };
    }
    if (endsInDot(value)) {
      // What stands before the dot may be read, so that what rests on it is.
      const decoded = table?.type === 'reference' ? decode(value, key, table) : undefined;
      return { value: decoded && 'value' in decoded ? decoded.value : undefined, isHole: false, span, property: view };
    }
    if (!table) return { value: undefined, isHole: false, span, property: view };
    const decoded = decode(value, key, table);
    if ('problem' in decoded) {
      problems.push(decoded.problem);
      return { value: undefined, isHole: false, span, property: view };
    }
    return { value: decoded.value, isHole: false, span, property: view };
  });
}

const endsInDot = ({ type, first }: ValueNode): boolean => type === 'word' && first.text.endsWith('.');

const listSpan = (values: readonly Stated<unknown>[], view: PropertyView): Span =>
  values.length > 0 ? spanOf(values[0]!.span.first, values[values.length - 1]!.span.last) : view.keySpan;

const syntax = (slip: Slip): Problem => ({ rule: 'syntax', span: slip.first === slip.last ? wordSpan(slip.first) : spanOf(slip.first, slip.last), message: slip.message, ...(slip.fix && { fix: slip.fix }) });

/** The word of a token: a key without its colon. */
const wordSpan = (token: Token): Span => (token.kind === 'key' ? { first: token, last: token, length: token.text.length } : spanOf(token));

const plainName = (token: Token): string => token.text.normalize('NFC');

const kindsWith = (key: string): string[] => [...KINDS.values()].filter(kind => Object.hasOwn(kind.properties, key)).map(kind => kind.name);

const camels = new Map<string, string>();
/** `next-due` → `nextDue`. */
export function camel(key: string): string {
  let made = camels.get(key);
  if (made === undefined) camels.set(key, (made = key.replace(/-(\p{L})/gu, (_, letter: string) => letter.toUpperCase())));
  return made;
}

export const isBlock = (value: unknown): value is Block => value instanceof Block;
