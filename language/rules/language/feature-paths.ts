/** `kind(.kind)*.property(.word)?` held against the vocabulary. */
import type { Stated } from '../../model/block.ts';
import { valuesOf } from '../../model/facts.ts';
import type { CredFile } from '../../model/file.ts';
import { nearest } from '../../model/nearest.ts';
import type { Span } from '../../model/span.ts';
import type { Property } from '../../vocabulary/define.ts';
import { childKinds, KINDS, kindOf } from '../../vocabulary/kinds.ts';

export interface PathSlip {
  readonly at: Span;
  readonly message: string;
  readonly meant?: string;
  readonly sure?: boolean;
}

export function* featurePathSlips(file: CredFile): Generator<PathSlip> {
  for (const block of file.blocks) {
    if (block.kind !== 'feature') continue;
    for (const { key, table } of block.properties) {
      if (table?.type !== 'feature-path') continue;
      for (const stated of valuesOf(block.stated(key) as Stated<string>)) {
        const slip = stated.value === undefined ? undefined : slipOf(stated as Stated<string> & { value: string });
        if (slip) yield slip;
      }
    }
  }
}

function slipOf({ value, span }: { value: string; span: Span }): PathSlip | undefined {
  const parts = value.split('.');
  let skip = 0;
  let kind: string | undefined;
  let property: Property | undefined;
  for (const part of parts) {
    const at: Span = { first: span.first, last: span.first, skip, length: part.length };
    skip += part.length + 1;
    const step = property ? wordStep(part, property) : memberStep(part, kind);
    if ('known' in step) {
      const near = nearest(part, step.known);
      return { at, message: step.message, ...(near && { meant: near.word, sure: near.word.toLowerCase() === part.toLowerCase() }) };
    }
    kind = 'kind' in step ? step.kind : kind;
    property = 'property' in step ? step.property : undefined;
  }
  return undefined;
}

type Step = { readonly kind?: string; readonly property?: Property } | { readonly message: string; readonly known: readonly string[] };

/** A kind or a property; at the beginning a kind, or a property of the program itself. */
function memberStep(part: string, kind: string | undefined): Step {
  const properties = kindOf(kind ?? 'program')!.properties;
  const kinds = kind === undefined ? [...KINDS.keys()] : childKinds(kind).map(child => child.name);
  if (kinds.includes(part)) return { kind: part };
  if (Object.hasOwn(properties, part)) return { property: properties[part]! };
  const known = [...Object.keys(properties), ...kinds];
  return {
    known,
    message:
      kind === undefined
        ? `No kind of block and no property of a program is called "${part}".`
        : `"${part}" is neither a property of ${kindOf(kind)!.called} nor a block in it.`,
  };
}

function wordStep(part: string, property: Property): Step {
  const known = property.type === 'yes-no' ? ['yes', 'no'] : Object.keys(property.words ?? {});
  return known.includes(part)
    ? { property: { ...property, words: {}, type: 'word' } }
    : { known, message: `"${part}" is none of the words that this property takes.` };
}
