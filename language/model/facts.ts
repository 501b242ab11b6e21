/** What other files may know of a file: plain data, kept when the file's tree is let go. */
import { PROGRAMS } from '../vocabulary/define.ts';
import type { AnyBlock, Stated, StatedList } from './block.ts';
import type { Lines, TextRange } from './lines.ts';
import { offsets } from './span.ts';
import type { Reference } from './values.ts';

/** A block that has a name, as others see it. */
export interface Named {
  readonly kind: string;
  readonly name: string;
  readonly title: string | undefined;
  readonly uri: string;
  /** The name. */
  readonly range: TextRange;
  /** The whole block. */
  readonly whole: TextRange;
  /** Dotted from the top level, `CWT.exam`. */
  readonly path: string;
  readonly children: readonly Named[];
  /** Its words, texts and references by key, as far as others ask for them. */
  readonly says: Readonly<Record<string, readonly string[]>>;
}

/** What others ask of a kind: rules that read a reference's target, and hovers. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  standard: ['publisher', 'edition', 'accredits', 'website', 'in-force', 'withdrawn', 'superseded-by', 'transition-until'],
  clause: ['number', 'summary'],
  organization: ['legal-form', 'website'],
  body: ['governs', 'autonomous'],
  ...Object.fromEntries(PROGRAMS.map(kind => [kind, ['owner', 'status', 'goal', 'purpose']])),
};

export function namedIn(block: Pick<AnyBlock, 'children'>, uri: string, lines: Lines, prefix = '', made?: Map<AnyBlock, Named>): Named[] {
  const named: Named[] = [];
  for (const child of block.children) {
    if (child.name === undefined) {
      namedIn(child, uri, lines, prefix, made);
      continue;
    }
    const path = prefix + child.name;
    const at = offsets(child.nameSpan!);
    const all = offsets(child.span);
    const one: Named = {
      kind: child.kind,
      name: child.name,
      title: child.title,
      uri,
      path,
      range: lines.range(at.start, at.end),
      whole: lines.range(all.start, all.end),
      children: namedIn(child, uri, lines, `${path}.`, made),
      says: saysOf(child),
    };
    made?.set(child, one);
    named.push(one);
  }
  return named;
}

function saysOf(block: AnyBlock): Record<string, readonly string[]> {
  const says: Record<string, readonly string[]> = {};
  for (const key of TOLD[block.kind] ?? []) {
    const stated = block.stated(key);
    if (!stated) continue;
    says[key] = valuesOf(stated).flatMap(({ value }) => (value === undefined ? [] : [plain(value)]));
  }
  return says;
}

/** One or many, as a list. */
export const valuesOf = <T>(stated: Stated<T> | StatedList<T> | undefined): readonly Stated<T>[] =>
  stated === undefined ? [] : 'items' in stated ? stated.items : [stated];

function plain(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    if ('path' in value) return (value as Reference).path.join('.');
    if ('text' in value) return String((value as { text: string }).text);
  }
  return value === true ? 'yes' : value === false ? 'no' : String(value);
}
