/** What a maintenance asks for in all, and the parts of it. */
import type { Stated } from '../../model/block.ts';
import type { Quantity, QuantityRange } from '../../model/values.ts';
import type { Maintenance } from '../../vocabulary/maintenance.ts';
import type { Requirement } from '../../vocabulary/requirement.ts';

/** The amounts that a maintenance asks for as a whole and that are known: continuing education and practice. */
export const wholesOf = ({ continuingEducation, practice }: Maintenance): readonly Stated<QuantityRange>[] =>
  [continuingEducation, practice as Stated<QuantityRange> | undefined].filter(
    (stated): stated is Stated<QuantityRange> => stated?.value !== undefined,
  );

/** Whether a part is asked for in the same time as the whole: it states no interval, or one that is the cycle. */
export function isOfWholeCycle({ every }: Requirement, { cycle }: Maintenance): boolean {
  if (!every) return true;
  const [own, whole] = [every.value, cycle?.value];
  return own !== undefined && whole !== undefined && own.amount === whole.amount && own.unit === whole.unit;
}

/** One CEU is ten contact hours; no other units are compared. */
const CONTACT_HOURS: Readonly<Record<string, number>> = { CEU: 10, 'contact-hour': 1 };

/** An amount in the unit of another; `undefined` where the two units cannot be compared. */
export function inUnitOf({ unit }: Quantity, other: Quantity): number | undefined {
  if (unit === other.unit) return other.amount;
  const [to, from] = [CONTACT_HOURS[unit], CONTACT_HOURS[other.unit]];
  return to !== undefined && from !== undefined ? (other.amount * from) / to : undefined;
}
