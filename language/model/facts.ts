/** What other files can know of a file: plain data that stays in memory after the file's tree is released. */

import { PROGRAMS } from '../vocabulary/define.ts';
import type { AnyBlock, Stated, StatedList } from './block.ts';
import { entry } from './entry.ts';
import type { Lines, TextRange } from './lines.ts';
import { offsets } from './span.ts';
import type { Amount, Day, Money, PassingScore, QuantityRange, Range, Reference } from './values.ts';

/** What other files can know of a block, with or without a name: its values as plain words, and the parts of it that other files read. */
export interface BlockFacts {
  readonly kind: string;
  readonly name: string | undefined;
  readonly title: string | undefined;
  readonly uri: string;
  /** The range of the block's name, or else its title, or else its kind. */
  readonly range: TextRange;
  /** The words, texts and references of the properties that other files read, by key. A hole gives no word. */
  readonly says: Readonly<Record<string, readonly string[]>>;
  /** The keys without a usable value: a hole, or a value that cannot be read. */
  readonly open: readonly string[];
  /** The blocks inside it that other files read. */
  readonly parts: readonly BlockFacts[];
}

/** A block with a name, as other files see it. */
export interface NamedFacts extends BlockFacts {
  readonly name: string;
  /** The range of the whole block. */
  readonly whole: TextRange;
  /** The dotted name from the top level, such as `CWT.exam`. */
  readonly path: string;
  readonly children: readonly NamedFacts[];
}

/** The properties of each kind that rules, standards and hovers read from other files. Of any other kind only the name is kept. */
const EXPORTED_KEYS: Readonly<Record<string, readonly string[] | 'all'>> = {
  ...Object.fromEntries(
    ['standard', 'clause', 'feature', 'organization', 'body', 'person', 'policy', 'separation', 'vendor', 'evaluation', 'evidence'].map(
      kind => [kind, 'all'],
    ),
  ),
  ...Object.fromEntries(PROGRAMS.map(kind => [kind, ['owner', 'status', 'fee', 'goal', 'purpose', 'prepares-for', 'launched', 'website']])),
  module: ['required', 'prepares-for', 'instructors', 'developed-by'],
  eligibility: ['applies', 'completes', 'holds'],
  assessment: ['use', 'written-by', 'fee'],
  panel: ['purpose', 'members'],
  award: ['type', 'letters'],
  accreditation: ['standard', 'status', 'expires'],
  charge: ['completes'],
  'job-analysis': ['conducted'],
  'needs-analysis': ['conducted'],
};

/** Makes the facts of the named blocks inside a block. */
export function namedIn(
  block: Pick<AnyBlock, 'children'>,
  uri: string,
  lines: Lines,
  prefix = '',
  made?: Map<AnyBlock, NamedFacts>,
): NamedFacts[] {
  return factsOf(block, uri, lines, prefix, made).children;
}

/**
 * Empty lists and tables are shared, and others are copied to their length: a list that has grown keeps room for more, and a project has
 * hundreds of thousands of them.
 */
const NONE: readonly never[] = [];
const NO_WORDS: Readonly<Record<string, never>> = {};
const trimmed = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list.slice());

function factsOf(
  block: Pick<AnyBlock, 'children'>,
  uri: string,
  lines: Lines,
  prefix: string,
  made?: Map<AnyBlock, NamedFacts>,
): { children: NamedFacts[]; parts: BlockFacts[] } {
  const children: NamedFacts[] = [];
  const parts: BlockFacts[] = [];
  for (const child of block.children) {
    const inner = factsOf(child, uri, lines, child.name === undefined ? prefix : `${prefix}${child.name}.`, made);
    const { kind, name, title } = child;
    const isExported = Object.hasOwn(EXPORTED_KEYS, kind);
    if (name === undefined) {
      for (const one of inner.children) children.push(one);
      if (!isExported) continue;
    }
    const at = offsets(child.headSpan);
    const range = lines.range(at.start, at.end);
    const { says, open } = exportedValues(child);
    if (name === undefined) {
      parts.push({ kind, name, title, uri, range, says, open, parts: trimmed(inner.parts) });
      continue;
    }
    const all = offsets(child.span);
    const one: NamedFacts = {
      kind,
      name,
      title,
      uri,
      range,
      says,
      open,
      parts: trimmed(inner.parts),
      whole: lines.range(all.start, all.end),
      path: prefix + name,
      children: trimmed(inner.children),
    };
    made?.set(child, one);
    children.push(one);
    if (isExported) parts.push(one);
  }
  return { children, parts };
}

function exportedValues(block: AnyBlock): Pick<BlockFacts, 'says' | 'open'> {
  const keys = entry(EXPORTED_KEYS, block.kind);
  if (!keys) return { says: NO_WORDS, open: NONE };
  const says: Record<string, readonly string[]> = {};
  const open: string[] = [];
  for (const key of keys === 'all' ? block.properties.map(property => property.key) : keys) {
    const stated = block.stated(key);
    if (!stated) continue;
    const words: string[] = [];
    let isOpen = false;
    for (const { value } of valuesOf(stated)) {
      if (value === undefined) isOpen = true;
      else words.push(plain(value));
    }
    says[key] = trimmed(words);
    if (isOpen) open.push(key);
  }
  return { says, open: trimmed(open) };
}

/** Returns the values of a property as a list, whether it takes one or many. */
export const valuesOf = <T>(stated: Stated<T> | StatedList<T> | undefined): readonly Stated<T>[] =>
  stated === undefined ? [] : 'items' in stated ? stated.items : [stated];

/** Returns a value in the notation of the language: `yes`, `60 hours`, `2023-02`, `NCCA-2021.S14`. */
export function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === true ? 'yes' : value === false ? 'no' : String(value);
  if ('path' in value) return (value as Reference).path.join('.');
  if ('text' in value) return String((value as Day).text);
  if ('form' in value) {
    const score = value as PassingScore;
    return score.form === 'ratio'
      ? `${score.part} of ${score.whole}`
      : score.form === 'unpublished'
        ? score.form
        : `${score.value}${score.form === 'percent' ? '%' : ''}`;
  }
  if ('amount' in value) {
    const { amount, to, unit, currency } = value as Amount & Partial<QuantityRange & Money>;
    return [amount, ...(to === undefined ? [] : ['to', to]), unit ?? currency].filter(one => one !== undefined).join(' ');
  }
  const { low, high } = value as Range;
  return low === high ? String(low) : `${low} to ${high}`;
}
