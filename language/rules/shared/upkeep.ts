/** Reads the amounts that maintenance requires in total and by part. */
import type { Stated } from '../../model/block.ts';
import type { Quantity, QuantityRange } from '../../model/values.ts';
import type { Maintenance } from '../../vocabulary/maintenance.ts';
import type { Requirement } from '../../vocabulary/requirement.ts';

/** Returns the known total amounts: continuing education and practice. */
export const wholesOf = ({ continuingEducation, practice }: Maintenance): readonly Stated<QuantityRange>[] =>
  [continuingEducation, practice as Stated<QuantityRange> | undefined].filter(
    (stated): stated is Stated<QuantityRange> => stated?.value !== undefined,
  );

/** Returns whether a part covers the same time as the whole: it states no interval, or the interval equals the cycle. */
export function isOfWholeCycle({ every }: Requirement, { cycle }: Maintenance): boolean {
  if (!every) return true;
  const [own, whole] = [every.value, cycle?.value];
  return own !== undefined && whole !== undefined && own.amount === whole.amount && own.unit === whole.unit;
}

/** The number of contact hours in each unit. Other units are not compared. */
const CONTACT_HOURS: Readonly<Record<string, number>> = { CEU: 10, 'contact-hour': 1 };

/** Returns an amount converted to another unit; `undefined` if the two units cannot be compared. */
export function inUnitOf({ unit }: Quantity, other: Quantity): number | undefined {
  if (unit === other.unit) return other.amount;
  const [to, from] = [CONTACT_HOURS[unit], CONTACT_HOURS[other.unit]];
  return to !== undefined && from !== undefined ? (other.amount * from) / to : undefined;
}
