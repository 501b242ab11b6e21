/** Finds the key, or else the kind, that the words before a colon mean in their block. */
import type { PropertyNode } from '../syntax/tree.ts';
import { type KindTable, type Property, TOP } from '../vocabulary/define.ts';
import { childKinds, kindOf, kindsWith } from '../vocabulary/kinds.ts';
import { isOwnWord, keyElsewhere, keyMeant, kindMeant, partsOf } from '../vocabulary/meant.ts';
import type { Block } from './bound.ts';
import { decode, takes } from './decode.ts';
import { meantLine } from './line-slips.ts';
import { keysFor } from './members.ts';
import { valueMeant } from './natural-values.ts';
import { nearest } from './nearest.ts';

/** The meaning of the words before a colon. */
export type KeyMeant =
  /** A key of the block. `sure`: nothing else can be meant, and the value fits. `fits`: the property accepts the value. */
  | { readonly as: 'key'; readonly key: string; readonly sure: boolean; readonly fits: boolean }
  | { readonly as: 'kind'; readonly kind: KindTable }
  /** A key of other kinds. `key` is its spelling in the language; `instead` is the key here with the same meaning. */
  | { readonly as: 'misplaced'; readonly key: string; readonly belongs: readonly string[]; readonly instead?: string }
  /** The title or the name, which belongs to the head of a block, not to its members. */
  | { readonly as: 'title' | 'name' }
  | { readonly as: 'unknown' };

/** The length in characters beyond which words are not looked up. Keys and their everyday names are much shorter. */
const LONGEST = 80;

/** Finds the meaning of words that are not exactly a key of the block. */
export function meantKey(words: string, block: Block, node: PropertyNode, text: string): KeyMeant {
  const { table } = block;
  if (words.length > LONGEST) return { as: 'unknown' };
  const parts = partsOf(words);
  const isWord = !/\s/.test(words);
  const fitsIn = (key: string, kind: KindTable): boolean => fits(node, key, kind.properties[key]!, block, text);
  const key = table && keyMeant(parts, table);
  const elsewhere = isWord && kindsWith(words).length > 0 && !(table && Object.hasOwn(table.properties, words));
  const open = table && new Set(keysFor(block, node));
  const isOpen = (name: string): boolean => open!.has(name) || name.replaceAll('-', '') === words.toLowerCase().replace(/[\s_-]/g, '');
  if (table && key?.by === 'same' && isOpen(key.word)) return { as: 'key', key: key.word, sure: !elsewhere, fits: true };
  const kind = kindMeant(words, block.kind);
  const kindFound = kind && kindOf(kind.word)!;
  if (kind?.by === 'same') return { as: 'kind', kind: kindFound! };
  if (!table && block.kind !== TOP) return { as: 'unknown' };
  const other = keyElsewhere(words);
  const own = other && table && Object.hasOwn(table.properties, other.key) ? undefined : other;
  const synonym = table && key?.by === 'synonym' && isOpen(key.word) && fitsIn(key.word, table) ? key.word : undefined;
  if (own) return { as: 'misplaced', key: own.key, belongs: own.kinds, ...(synonym !== undefined && { instead: synonym }) };
  if (synonym !== undefined) return { as: 'key', key: synonym, sure: false, fits: true };
  const called = titleOrName(words, node);
  if (called) return { as: called };
  const near = table && nearest(words.trim().replace(/[ \t_]+/g, '-'), open!);
  const isOwn = isOwnWord(words);
  if (table && near && fitsIn(near.word, table))
    return { as: 'key', key: near.word, sure: near.sure && !isOwn && partsOf(words).length === partsOf(near.word).length, fits: true };
  if (kindFound) return { as: 'kind', kind: kindFound };
  if (near && !isOwn) return { as: 'key', key: near.word, sure: false, fits: false };
  if (table && key && isOpen(key.word) && fitsIn(key.word, table)) return { as: 'key', key: key.word, sure: false, fits: true };
  const inside = childKinds(block.kind).flatMap(child => {
    const found = keyMeant(parts, child);
    return found && found.by !== 'part' && fitsIn(found.word, child) ? [{ key: found.word, child: child.name }] : [];
  });
  const first = inside[0]?.key;
  return first !== undefined && inside.every(one => one.key === first)
    ? { as: 'misplaced', key: first, belongs: inside.map(({ child }) => child) }
    : { as: 'unknown' };
}

/** Returns whether the property accepts the written values, or their meaning in other words. */
function fits(node: PropertyNode, key: string, table: Property, block: Block, text: string): boolean {
  if (node.values.length === 0) return false;
  if (meantLine(node, key, table, block, text)) return true;
  const isRemark = node.rest[0]?.text.startsWith('(') ?? false;
  if ((node.rest.length > 0 && !isRemark) || (!table.many && node.values.length > 1)) return false;
  return node.values.every(value => {
    if (value.type === 'hole') return true;
    const decoded = decode(value, key, table);
    if ('value' in decoded) return true;
    const { problem } = decoded;
    if ('fix' in problem && problem.fix) return true;
    if (('nearest' in problem && problem.nearest !== undefined) || problem.rule === 'bad-date') return true;
    return valueMeant(text.slice(value.first.start, value.last.end), table, meant => takes(meant, key, table)) !== undefined;
  });
}

/** Recognizes a title or name: `Name: CWT`, `Title: "Certified Widget Technician"`. */
function titleOrName(words: string, node: PropertyNode): 'title' | 'name' | undefined {
  const last = partsOf(words).at(-1);
  const value = node.values[0];
  if (node.values.length !== 1 || (last !== 'title' && last !== 'name')) return undefined;
  return value?.type === 'text' || node.rest.length > 0 ? 'title' : value?.type === 'word' ? 'name' : undefined;
}
