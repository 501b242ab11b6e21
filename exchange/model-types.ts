/**
 * Programs as plain data: what `cred export --to json` writes and what every other form is made from or turned into.
 * Which properties a kind has, and of what type, is said by the vocabulary; `cred-model.schema.json` is made from it.
 * These declarations are also those of the package ("cred/model"), so they import nothing.
 */

export interface Model {
  /** Changes when a program that reads this would have to. */
  readonly version: 1;
  readonly organizations: readonly ModelBlock[];
  readonly people: readonly ModelBlock[];
  /** Certifications, certificate programs, attendance programs and programs whose kind is open. */
  readonly programs: readonly ModelBlock[];
  readonly standards: readonly ModelBlock[];
}

/** A block of the language: a program, an organization, or a part of one. */
export interface ModelBlock {
  readonly kind: string;
  readonly name?: string;
  readonly title?: string;
  /** By the language's own keys; a list where the property takes several values. */
  readonly properties?: Readonly<Record<string, ModelValue | readonly ModelValue[]>>;
  /** What the text announces with `?`: keys, and "title". */
  readonly holes?: readonly string[];
  readonly blocks?: readonly ModelBlock[];
}

export type ModelValue = string | number | boolean | Pointer | Quantity | Money | Range | Score;

/** The name of a block as it is written, and where it stands, dotted from the top, if it is known. */
export interface Pointer {
  readonly ref: string;
  readonly target?: string;
}
export interface Quantity {
  readonly amount: number;
  /** The most, where a range is written. */
  readonly to?: number;
  readonly unit?: string;
}
export interface Money {
  readonly amount: number;
  readonly currency: string;
}
export interface Range {
  readonly low: number;
  readonly high: number;
}
/** A passing score. */
export type Score =
  | { readonly form: 'number' | 'percent'; readonly value: number }
  | { readonly form: 'ratio'; readonly part: number; readonly whole: number }
  | { readonly form: 'unpublished' };
