/** The types of the model's blocks, inferred from the vocabulary. Rules, analysis and services read blocks through them. */
import type { KindTable, Property } from '../vocabulary/define.ts';
import type { KindsByName } from '../vocabulary/kinds.ts';
import type { Span } from './span.ts';

/** A value with its place in the text. */
export interface Stated<T> {
  /** `undefined` for a hole, for a missing value, and for a value that a rule of `language/` reports. */
  readonly value: T | undefined;
  readonly isHole: boolean;
  /** The span of the value; if no value is written, the span of the key. */
  readonly span: Span;
  readonly property: PropertyView;
}

/** The values of a property that takes several. It always has an item: a key without values gives one item without a value. */
export interface StatedList<T> {
  readonly items: readonly Stated<T>[];
  /** The span from the first value to the last. */
  readonly span: Span;
  readonly property: PropertyView;
}

/** A property as it is written, with any key. */
export interface PropertyView {
  readonly key: string;
  readonly table: Property | undefined;
  readonly keySpan: Span;
  /** The span of the key and the values. */
  readonly span: Span;
  readonly owner: AnyBlock;
}

/** The fields that every kind of block has. */
export interface AnyBlock {
  /** The kind as written, such as `job-analysis`; corrected if only the case was wrong. */
  readonly kind: string;
  readonly table: KindTable | undefined;
  readonly kindSpan: Span;
  readonly name: string | undefined;
  readonly nameSpan: Span | undefined;
  /** The title; `undefined` if none is written or it is a hole. */
  readonly title: string | undefined;
  readonly titleSpan: Span | undefined;
  readonly titleIsHole: boolean;
  /** The span of the whole block. */
  readonly span: Span;
  /** The span of a finding about the block itself: its name, or else its title, or else its kind. */
  readonly headSpan: Span;
  /** The block's name for a message, which puts it in quotes: its title, or else its name, or else its kind. */
  readonly label: string;
  readonly parent: AnyBlock | undefined;
  readonly children: readonly AnyBlock[];
  readonly properties: readonly PropertyView[];
  /** Returns the children with the name. */
  bearing(name: string): readonly AnyBlock[];
  /** Returns the values of a property by its key, spelt as in the language. */
  stated(key: string): Stated<unknown> | StatedList<unknown> | undefined;
  /** Returns the children of a kind, with that kind's type. */
  all<K extends keyof KindsByName & string>(kind: K): readonly KindsByName[K][];
}

/** The type of a key in camel case: `next-due` → `nextDue`. */
export type Camel<S extends string> = S extends `${infer A}-${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S;

type Value<P> = P extends Property<infer T, infer M> ? (M extends true ? StatedList<T> : Stated<T>) : never;

/** The type of a kind's blocks: each property of the kind's table as an optional field in camel case. */
export type ModelOf<K> =
  K extends KindTable<infer P> ? AnyBlock & { readonly [Key in keyof P & string as Camel<Key>]?: Value<P[Key]> } : never;
