/** The types of the values that properties hold after decoding. */

/** A day, a month or a year as a span of days. `from` and `to` are `YYYY-MM-DD`, and both are included. */
export interface Day {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

/** A number with its unit. The unit is in the singular, as the vocabulary spells it (`hour`, `CEU`). */
export interface Quantity {
  readonly amount: number;
  readonly unit: string;
}

/** A quantity of at least `amount` and, if a range is written, at most `to`. */
export interface QuantityRange extends Quantity {
  readonly to?: number;
}

export interface Money {
  readonly amount: number;
  /** The currency's code in ISO 4217. */
  readonly currency: string;
}

/** A number with or without a unit. */
export interface Amount {
  readonly amount: number;
  readonly unit?: string;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A count. `low` equals `high` if one number is written. */
export type CountRange = Range;

/** Percent of 100. `low` equals `high` if one percentage is written. */
export type Share = Range;

export type PassingScore =
  | { readonly form: 'number'; readonly value: number }
  | { readonly form: 'percent'; readonly value: number }
  | { readonly form: 'ratio'; readonly part: number; readonly whole: number }
  | { readonly form: 'unpublished' };

/** An http or https address. */
export type Link = string;

/** A dotted name as written. `resolve` in `scope.ts` finds its target. */
export interface Reference {
  readonly path: readonly string[];
}
