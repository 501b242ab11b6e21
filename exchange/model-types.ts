/**
 * Declares programs as plain data. `cred export --to json` writes this form, and every other format is converted to or from it. The
 * vocabulary says which properties a kind has and of what type; `cred-model.schema.json` is made from it. These declarations are shipped
 * with the package ("cred/model"), so they import nothing.
 */

/** All programs and organizations of some files. */
export interface Model {
  /** The version of the form. It changes when programs that read it would have to. */
  readonly version: 1;
  readonly organizations: readonly ModelBlock[];
  readonly people: readonly ModelBlock[];
  /** Certifications, certificate programs, attendance programs, and programs whose kind is open. */
  readonly programs: readonly ModelBlock[];
  readonly standards: readonly ModelBlock[];
}

/** A block of the language: a program, an organization, or a part of one. */
export interface ModelBlock {
  readonly kind: string;
  readonly name?: string;
  readonly title?: string;
  /** The properties by the language's own keys; the value is a list if the property takes several. */
  readonly properties?: Readonly<Record<string, ModelValue | readonly ModelValue[]>>;
  /** The keys that the text marks as open with `?`, or "title". */
  readonly holes?: readonly string[];
  readonly blocks?: readonly ModelBlock[];
}

/** The value of a property. */
export type ModelValue = string | number | boolean | Pointer | Quantity | Money | Range | Score;

/** The name of a block as it is written (`ref`), and its full name with dots from the top, if known. */
export interface Pointer {
  readonly ref: string;
  readonly target?: string;
}
/** A number with its unit. */
export interface Quantity {
  readonly amount: number;
  /** The upper end, if a range is written. */
  readonly to?: number;
  readonly unit?: string;
}
/** An amount of money. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}
/** A range of numbers. */
export interface Range {
  readonly low: number;
  readonly high: number;
}
/** A passing score. */
export type Score =
  | { readonly form: 'number' | 'percent'; readonly value: number }
  | { readonly form: 'ratio'; readonly part: number; readonly whole: number }
  | { readonly form: 'unpublished' };
