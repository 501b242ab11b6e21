/** The plain values that properties hold, once their text has been understood. */

/** A day, a month or a year: a span of days. `from` and `to` are both included, as `YYYY-MM-DD`. */
export interface Day {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

/** A number and its unit, the unit in the singular as the vocabulary spells it (`hour`, `CEU`). */
export interface Quantity {
  readonly amount: number;
  readonly unit: string;
}

/** At least `amount`, and at most `to` where a range is written. */
export interface QuantityRange extends Quantity {
  readonly to?: number;
}

export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** A plain number has no unit. */
export interface Amount {
  readonly amount: number;
  readonly unit?: string;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** How many: `low` equals `high` where one number is written. */
export type CountRange = Range;

/** Percents of 100: `low` equals `high` where one percent is written. */
export type Share = Range;

export type PassingScore =
  | { readonly form: 'number'; readonly value: number }
  | { readonly form: 'percent'; readonly value: number }
  | { readonly form: 'ratio'; readonly part: number; readonly whole: number }
  | { readonly form: 'unpublished' };

/** An https (or http) address. */
export type Link = string;

/** A dotted name as written; what it names is asked of the scope (`resolve`). */
export interface Reference {
  readonly path: readonly string[];
}
