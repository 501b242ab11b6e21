/** Checks the paths, kinds and words in the features of a standard against the vocabulary. */
import type { AnyBlock, Stated } from '../../model/block.ts';
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
  /** Whether it stands in quotation marks. */
  readonly quoted?: boolean;
}

/** Yields the slips. `rules` are the ids of the rules that a feature may refer to. */
export function* featurePathSlips(file: CredFile, rules: readonly string[]): Generator<PathSlip> {
  for (const block of file.blocks) {
    if (block.kind !== 'feature') continue;
    for (const { key, table } of block.properties) {
      if (table?.type !== 'feature-path') continue;
      for (const { value, span } of valuesOf(block.stated(key) as Stated<string>)) {
        const slip = value === undefined ? undefined : stepsOf(value, span).slip;
        if (slip) yield slip;
      }
    }
    yield* eachSlips(block);
    yield* isSlips(block);
    for (const { value, span } of textsOf(block, 'passes')) {
      if (value !== undefined && !rules.includes(value))
        yield { ...slipAt(span, value, rules, `There is no rule "${value}".`), quoted: true };
    }
  }
}

const textsOf = (block: AnyBlock, key: string): readonly Stated<string>[] => valuesOf(block.stated(key) as Stated<string>);
/** The keys whose values are the paths that `each` may name a kind of. */
const PATH_KEYS = ['needs', 'any-of', 'where'];
const pathsOf = (block: AnyBlock): readonly string[] => PATH_KEYS.flatMap(key => textsOf(block, key).flatMap(({ value }) => value ?? []));

/** Yields slips of `each`: it must be a kind that the feature's paths lead through. */
function* eachSlips(block: AnyBlock): Generator<PathSlip> {
  const paths = pathsOf(block).map(path => stepsOf(path));
  for (const { value, span } of textsOf(block, 'each')) {
    if (value === undefined || paths.some(({ kinds, slip }) => slip || kinds.includes(value))) continue;
    const known = KINDS.has(value);
    const message = known ? `No path of this feature leads through "${value}".` : `No kind of block is called "${value}".`;
    yield slipAt(span, value, [...new Set(paths.flatMap(({ kinds }) => kinds))], message);
  }
}

/** Yields slips of `is`: its words must be words that the property takes. */
function* isSlips(block: AnyBlock): Generator<PathSlip> {
  const last = ['needs', 'any-of'].map(key => textsOf(block, key).at(-1)?.value).find(path => path !== undefined);
  const property = last === undefined ? undefined : stepsOf(last).property;
  const known = property ? wordsOf(property) : [];
  if (known.length === 0) return;
  for (const { value, span } of textsOf(block, 'is'))
    if (value !== undefined && !known.includes(value))
      yield slipAt(span, value, known, `"${value}" is none of the words that "${last}" takes.`);
}

function slipAt(at: Span, word: string, known: readonly string[], message: string): PathSlip {
  const near = nearest(word, known);
  return { at, message, ...(near && { meant: near.word, sure: near.word.toLowerCase() === word.toLowerCase() }) };
}

interface PathSteps {
  readonly kinds: readonly string[];
  readonly property?: Property;
  readonly slip?: PathSlip;
}

function stepsOf(value: string, span?: Span): PathSteps {
  let skip = 0;
  const kinds: string[] = [];
  let property: Property | undefined;
  for (const part of value.split('.')) {
    const step = property ? wordStep(part, property) : memberStep(part, kinds.at(-1));
    if ('known' in step) {
      const at = span && { first: span.first, last: span.last, skip, length: part.length };
      return { kinds, ...(property && { property }), slip: slipAt(at as Span, part, step.known, step.message) };
    }
    skip += part.length + 1;
    if (step.kind !== undefined) kinds.push(step.kind);
    property = step.property;
  }
  return { kinds, ...(property && { property }) };
}

type PathStep = { readonly kind?: string; readonly property?: Property } | { readonly message: string; readonly known: readonly string[] };

/** Reads a part of a path: a kind or a property; at the beginning a kind, or a property of the program itself. */
function memberStep(part: string, kind: string | undefined): PathStep {
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

const wordsOf = (property: Property): readonly string[] => (property.type === 'yes-no' ? ['yes', 'no'] : Object.keys(property.words ?? {}));

function wordStep(part: string, property: Property): PathStep {
  const known = wordsOf(property);
  return known.includes(part)
    ? { property: { ...property, words: {}, type: 'word' } }
    : { known, message: `"${part}" is none of the words that this property takes.` };
}
