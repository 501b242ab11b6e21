/** Says values and properties in plain words, for people who read a badge, a page or a document. */
import type { Property } from '../language/vocabulary/define.ts';
import { kindOf } from '../language/vocabulary/kinds.ts';
import { isPointer, listOf, type ModelBlock, type ModelValue } from './model.ts';
import type { ExportedBlock } from './taking.ts';
import { inWords } from './values.ts';

/** The titles of blocks by their full names. */
export type Titles = ReadonlyMap<string, string>;

/** Returns the titles of all blocks that have a name. */
export function titlesOf(all: readonly ModelBlock[]): Titles {
  const titles = new Map<string, string>();
  const visit = (block: ModelBlock, prefix: string): void => {
    const path = block.name === undefined ? prefix : `${prefix}${block.name}`;
    if (block.name !== undefined && block.title !== undefined) titles.set(path, block.title);
    for (const one of block.blocks ?? []) visit(one, block.name === undefined ? prefix : `${path}.`);
  };
  for (const block of all) visit(block, '');
  return titles;
}

/** Says a value: the title of what it names, the word without hyphens, the amount with its unit. */
export function valueInWords(value: ModelValue, row: Property, titles: Titles): string {
  if (isPointer(value)) return titles.get(value.target ?? value.ref) ?? value.ref;
  if (typeof value === 'string') return row.type === 'word' ? value.replaceAll('-', ' ') : value;
  return inWords(value, row);
}

/** Returns a key as a label: `passing-score` is "Passing score". */
export const label = (key: string): string => {
  const plain = key.replaceAll('-', ' ');
  return plain[0]!.toUpperCase() + plain.slice(1);
};

/** Returns the stated properties among these keys, each as a label and its values. */
export const labelled = (taking: ExportedBlock, keys: readonly string[], titles: Titles): [label: string, values: string[]][] =>
  keys.flatMap((key): [string, string[]][] => {
    const row = kindOf(taking.block.kind)!.properties[key];
    const values = row ? listOf(taking.all(key)).map(value => valueInWords(value, row, titles)) : [];
    return values.length === 0 ? [] : [[label(key), values]];
  });
