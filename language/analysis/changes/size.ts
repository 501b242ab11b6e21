/** Compares two values of the same type and unit. */
import type { Amount, Money, PassingScore, QuantityRange, Range } from '../../model/values.ts';

/** Returns a positive number if `now` is more than `before`, a negative one if it is less, and `undefined` if they cannot be compared. */
export function direction(before: unknown, now: unknown): number | undefined {
  const a = sizeOf(before);
  const b = sizeOf(now);
  return a && b && a.of === b.of && a.size !== b.size ? b.size - a.size : undefined;
}

/** Returns a value's size and the unit in which it can be compared. */
function sizeOf(value: unknown): { size: number; of: string } | undefined {
  if (typeof value === 'number') return { size: value, of: 'number' };
  if (typeof value !== 'object' || value === null) return undefined;
  if ('form' in value) return ofScore(value as PassingScore);
  if ('amount' in value) {
    const { amount, to = amount, unit, currency } = value as Amount & Partial<QuantityRange & Money>;
    return { size: (amount + to) / 2, of: unit ?? currency ?? 'number' };
  }
  if ('low' in value) {
    const { low, high } = value as Range;
    return { size: (low + high) / 2, of: 'range' };
  }
  return undefined;
}

function ofScore(score: PassingScore): { size: number; of: string } | undefined {
  switch (score.form) {
    case 'number':
      return { size: score.value, of: 'points' };
    case 'percent':
      return { size: score.value, of: 'percent' };
    case 'ratio':
      // Scores of the same number of points are compared in points, others as percentages.
      return score.whole === 0 ? undefined : { size: (score.part / score.whole) * 100, of: 'percent' };
    case 'unpublished':
      return undefined;
  }
}
