/** The typed view of a block of the text, inferred from the vocabulary. Rules, analysis and services read this. */
import type { KindTable, Property } from '../vocabulary/define.ts';
import type { KindsByName } from '../vocabulary/kinds.ts';
import type { Span } from './span.ts';

/** A value with its place in the text. */
export interface Stated<T> {
  /** `undefined` for a hole, for a value left out and for one that `language/` reports. */
  readonly value: T | undefined;
  readonly isHole: boolean;
  /** The words of the value; those of the key where no value is written. */
  readonly span: Span;
  readonly property: PropertyView;
}

/** The values of a property that takes several. Never empty of meaning: a lone key has one item without a value. */
export interface StatedList<T> {
  readonly items: readonly Stated<T>[];
  /** From the first value to the last. */
  readonly span: Span;
  readonly property: PropertyView;
}

/** A property as written, whatever its key. */
export interface PropertyView {
  readonly key: string;
  readonly table: Property | undefined;
  readonly keySpan: Span;
  /** Key and values. */
  readonly span: Span;
  readonly owner: AnyBlock;
}

/** What every block has, whatever its kind. */
export interface AnyBlock {
  /** As written, `job-analysis`; corrected where only the case was wrong. */
  readonly kind: string;
  readonly table: KindTable | undefined;
  readonly kindSpan: Span;
  readonly name: string | undefined;
  readonly nameSpan: Span | undefined;
  /** `undefined` where no title is written or it is a hole. */
  readonly title: string | undefined;
  readonly titleSpan: Span | undefined;
  readonly titleIsHole: boolean;
  /** The whole block. */
  readonly span: Span;
  /** The place of a finding about the block itself: its name, else its title, else its kind. */
  readonly headSpan: Span;
  /** What to call it in a message, in quotes there: its title, else its name, else its kind. */
  readonly label: string;
  readonly parent: AnyBlock | undefined;
  readonly children: readonly AnyBlock[];
  readonly properties: readonly PropertyView[];
  /** The children that bear a name. */
  bearing(name: string): readonly AnyBlock[];
  /** The values of a property by its key as written in the language. */
  stated(key: string): Stated<unknown> | StatedList<unknown> | undefined;
  /** The children of a kind, typed. */
  all<K extends keyof KindsByName & string>(kind: K): readonly KindsByName[K][];
}

/** `next-due` → `nextDue`. */
export type Camel<S extends string> = S extends `${infer A}-${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S;

type Value<P> = P extends Property<infer T, infer M> ? (M extends true ? StatedList<T> : Stated<T>) : never;

/** The block that a kind's table describes: each property in camel case, where it is written. */
export type ModelOf<K> =
  K extends KindTable<infer P> ? AnyBlock & { readonly [Key in keyof P & string as Camel<Key>]?: Value<P[Key]> } : never;
