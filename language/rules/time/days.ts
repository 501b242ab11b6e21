/** Dates for the rules about time. */
import type { AnyBlock, Stated } from '../../model/block.ts';
import { dayOf, isPast } from '../../model/day.ts';
import type { Day } from '../../model/values.ts';
import { newest } from '../shared/newest.ts';

/** Returns a date that is written in the code, such as `2026-04-01`. */
export const exactly = (day: string): Day => dayOf(day)!;

/** A date whose value is known. */
export type KnownDate = Stated<Day> & { readonly value: Day };

/** Returns a stated date if its value is known: no hole, and a day that there is. */
export const known = (stated: Stated<Day> | undefined): KnownDate | undefined => (stated?.value ? (stated as KnownDate) : undefined);

/** Returns a date with its preposition: `on 2025-02-15`, `in 2025-02`. */
export const when = ({ text, from, to }: Day): string => `${from === to ? 'on' : 'in'} ${text}`;

interface DatedStudy {
  readonly conducted?: Stated<Day>;
}

/** Returns the newest of several studies; none if a study without a known date may be newer. */
export const current = <B extends DatedStudy>(studies: readonly B[]): readonly B[] =>
  studies.length > 1 && !studies.every(({ conducted }) => known(conducted)) ? [] : newest(studies, one => one.conducted);

/** Returns whether the last day of a block has passed. */
export function isHistory(block: AnyBlock, today: string): boolean {
  const until = known(block.stated('until') as Stated<Day> | undefined);
  return until !== undefined && isPast(until.value, today);
}

/** Returns whether no day of the first date lies before a day of the last one. */
export const endsBeforeItBegins = (first: KnownDate | undefined, last: KnownDate | undefined): boolean =>
  first !== undefined && last !== undefined && first.value.from > last.value.to;
