/**
 * Finds the place for a new member: after the last member that precedes it in the vocabulary's order, and never between a comment and the
 * member below it.
 */
import type { Edit } from '../findings/finding.ts';
import type { Block } from '../model/bind.ts';
import type { AnyBlock } from '../model/block.ts';
import type { CredFile } from '../model/file.ts';
import { numberedName } from '../model/free-name.ts';
import { offsets, type Span } from '../model/span.ts';
import { KINDS, kindOf } from '../vocabulary/kinds.ts';
import { skeleton } from './skeleton.ts';

/** A block to be added. Without `properties` it begins as every new block of its kind. */
export interface NewBlock {
  readonly kind: string;
  /** Its name. If none is given and the kind expects one, the name is the kind with a number. */
  readonly name?: string;
  /** Its title as it is written, `?` or `"Title"`. If none is given and the kind expects one, the title is a hole. */
  readonly title?: string;
  /** The values that are known of it, by key; `undefined` for a further hole. */
  readonly known?: Readonly<Record<string, string | undefined>>;
  /** All its properties, each as `key: value`. */
  readonly properties?: readonly string[];
  readonly blocks?: readonly NewBlock[];
  /** Its description in plain words with an article; by default the vocabulary's. */
  readonly called?: string;
}

/**
 * Returns the edits that add properties to a block, each as `key: value`. To add several times to one block, use {@link addMembers}: the
 * edits of separate calls do not fit together.
 */
export const addProperties = (file: CredFile, block: AnyBlock, properties: readonly string[]): Edit[] =>
  addMembers(file, block, properties, []);

/** Returns the edits that add blocks to one block. */
export const addBlocks = (file: CredFile, parent: AnyBlock, blocks: readonly NewBlock[]): Edit[] => addMembers(file, parent, [], blocks);

/** Returns the edits that add properties and blocks to one block. Members at the same place are in the vocabulary's order. */
export function addMembers(file: CredFile, parent: AnyBlock, properties: readonly string[], blocks: readonly NewBlock[]): Edit[] {
  const { node } = parent as Block;
  const layout = layoutOf(file, parent);
  const taken = new Set<string>();
  const texts = [
    ...order(properties, property => propertyRank(parent, keyOf(property))).map(text => ({
      text,
      after: afterProperty(parent, keyOf(text)),
    })),
    ...order(blocks, block => kindRank(block.kind)).map(block => ({
      text: written(block, parent, taken, layout),
      after: afterBlock(parent, block.kind),
    })),
  ];
  if (!node.open) {
    const body = texts.map(({ text }) => indent(text, layout)).join(layout.eol);
    const at = offsets(parent.span).end;
    return [{ start: at, end: at, text: ` {${layout.eol}${body}${layout.eol}${layout.outer}}` }];
  }
  const inside = file.text.slice(node.open.end, node.close?.start ?? node.open.end);
  if (node.members.length === 0 && inside.trim() === '') {
    const body = texts.map(({ text }) => indent(text, layout)).join(layout.eol);
    return [{ start: node.open.end, end: node.close?.start ?? node.open.end, text: `${layout.eol}${body}${layout.eol}${layout.outer}` }];
  }
  const byPlace = new Map<number, { at: number; text: string }>();
  for (const { text, after } of texts) {
    const place = placeAfter(file, parent as Block, after, layout);
    const before = byPlace.get(place.at);
    byPlace.set(place.at, { at: place.at, text: (before?.text ?? '') + place.write(text) });
  }
  return [...byPlace.values()].map(({ at, text }) => ({ start: at, end: at, text }));
}

interface BlockLayout {
  readonly eol: string;
  /** The indentation of the block's own line; `inner` is that of its members. */
  readonly outer: string;
  readonly inner: string;
  readonly unit: string;
  /** Whether the whole block stands on one line. */
  readonly oneLine: boolean;
}

/** Returns how a block is laid out: its indentation, line break, and whether it stands on one line. */
export function layoutOf(file: CredFile, block: AnyBlock): BlockLayout {
  const { lines, text } = file;
  const { node } = block as Block;
  const eol = text.includes('\r\n') ? '\r\n' : text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const unit = /^(\t| {2,8})\S/m.exec(text)?.[1] ?? '  ';
  const outer = node.first ? indentAt(file, node.first.start) : '';
  const own = node.members.find(member => member.first?.firstOnLine);
  const inner = own ? indentAt(file, own.first!.start) : node.kind || node.open ? outer + unit : '';
  const oneLine =
    node.open !== undefined && node.close !== undefined && lines.position(node.open.start).line === lines.position(node.close.start).line;
  return { eol, outer, inner, unit, oneLine };
}

/** Returns the white space at the beginning of the line of an offset. */
export function indentAt({ lines, text }: CredFile, offset: number): string {
  const start = lines.start(lines.position(offset).line);
  return /^[ \t\uFEFF]*/.exec(text.slice(start, offset))![0].replace('\uFEFF', '');
}

const indent = (text: string, layout: BlockLayout): string =>
  text
    .split('\n')
    .map(line => layout.inner + line)
    .join(layout.eol);

/** Returns the text of a new block. Its lines are separated by `\n`, and the first is not indented. */
function written(block: NewBlock, parent: AnyBlock, taken: Set<string>, layout: BlockLayout): string {
  const table = kindOf(block.kind);
  const name = block.name ?? (table?.named ? nameIn(parent, block.kind, taken) : undefined);
  const title = block.title ?? (table?.titled ? '?' : undefined);
  const properties = block.properties ?? (table ? skeleton(table, block.known).map(([key, value]) => `${key}: ${value}`) : []);
  const head = [block.kind, name, title].filter(part => part !== undefined).join(' ');
  const members = [...properties, ...(block.blocks ?? []).flatMap(inner => written(inner, parent, taken, layout).split('\n'))];
  if (members.length === 0) return name || title ? head : `${head} { }`;
  if (members.length === 1 && !block.blocks?.length) return `${head} { ${members[0]} }`;
  return [`${head} {`, ...members.map(member => layout.unit + member), '}'].join('\n');
}

/** Returns a name that neither a sibling nor another new block of the same fix has. */
function nameIn(parent: AnyBlock, kind: string, taken: Set<string>): string {
  const used = new Set([...parent.children.map(child => child.name), ...taken]);
  const name = numberedName(kind, one => used.has(one));
  taken.add(name);
  return name;
}

const keyOf = (property: string): string => property.slice(0, property.indexOf(':'));
const propertyRank = (block: AnyBlock, key: string): number => Object.keys(block.table?.properties ?? {}).indexOf(key);
const kindOrder = [...KINDS.keys()];
const kindRank = (kind: string): number => kindOrder.indexOf(kind);
const order = <T>(items: readonly T[], rank: (item: T) => number): T[] => [...items].sort((a, b) => rank(a) - rank(b));

/** Returns the span of the member that a new property follows; `undefined` at the block's beginning. */
function afterProperty(block: AnyBlock, key: string): Span | undefined {
  const rank = propertyRank(block, key);
  return block.properties.filter(property => propertyRank(block, property.key) <= rank).at(-1)?.span;
}

function afterBlock(parent: AnyBlock, kind: string): Span | undefined {
  const rank = kindRank(kind);
  // A child of unknown kind has no place in the order, so it is skipped.
  const before = parent.children.filter(child => child.table && kindRank(child.kind) <= rank).at(-1)?.span;
  return before ?? parent.properties.at(-1)?.span;
}

/** Writes a block of several lines on one line, with its members separated by `;`. */
const onOneLine = (text: string): string =>
  text.replace(/(\{)?\n[ \t]*(\})?/g, (_, open?: string, close?: string) => (open || close ? `${open ?? ''} ${close ?? ''}` : '; '));

interface PlaceToWrite {
  readonly at: number;
  write(text: string): string;
}

function placeAfter(file: CredFile, parent: Block, after: Span | undefined, layout: BlockLayout): PlaceToWrite {
  const { node } = parent;
  const open = node.open!;
  if (layout.oneLine && node.members.length > 0) {
    if (after) return { at: offsets(after).end, write: text => `; ${onOneLine(text)}` };
    return { at: open.end, write: text => ` ${onOneLine(text)};` };
  }
  if (node.members.length === 0) {
    // The block contains only comments: the new member follows them.
    const inside = file.text.slice(open.end, node.close?.start ?? open.end);
    const at = file.lines.end(file.lines.position(open.end + inside.trimEnd().length).line);
    return { at, write: text => `${layout.eol}${indent(text, layout)}` };
  }
  const anchor = after ? offsets(after).end : open.end;
  const end = restOfLine(file, anchor);
  return end === undefined
    ? {
        at: anchor,
        write: text =>
          after ? `${layout.eol}${indent(text, layout)}` : `${layout.eol}${indent(text, layout)}${layout.eol}${layout.inner}`,
      }
    : { at: end, write: text => `${layout.eol}${indent(text, layout)}` };
}

/** Returns the end of the line, if only a separator and comments follow the offset on it; otherwise `undefined`. */
function restOfLine(file: CredFile, offset: number): number | undefined {
  const end = file.lines.end(file.lines.position(offset).line);
  const rest = file.text.slice(offset, end);
  return /^[ \t]*;?[ \t]*(\/\/.*|(\/\*(?:(?!\*\/).)*\*\/[ \t]*)*)?$/.test(rest) ? end : undefined;
}

/** Returns the edits that remove a member, together with its line if nothing else stands on it. */
export function removal(file: CredFile, span: Span): Edit[] {
  const { text, lines } = file;
  let { start, end } = offsets(span);
  const lineStart = lines.start(lines.position(start).line);
  const lineEnd = lines.end(lines.position(end).line);
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd);
  if (before.trim() === '' && /^[ \t]*;?[ \t]*$/.test(after)) {
    const next = lines.start(lines.position(end).line + 1);
    return [{ start: lineStart, end: next, text: '' }];
  }
  const separator = /^[ \t]*;[ \t]*/.exec(after);
  if (separator) end += separator[0].length;
  else {
    const leading = /[ \t]*;[ \t]*$/.exec(before);
    if (leading) start -= leading[0].length;
  }
  return [{ start, end, text: '' }];
}
