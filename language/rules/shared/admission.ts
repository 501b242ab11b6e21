/** What a certification asks of everybody: the routes that are open, and the awards that stand for it. */
import { isPast } from '../../model/day.ts';
import type { Award } from '../../vocabulary/award.ts';
import type { Eligibility } from '../../vocabulary/eligibility.ts';
import type { Program } from '../../vocabulary/program.ts';

/** Returns whether a condition is a route on which people are still admitted. */
export const isOpenRoute = ({ applies, until }: Eligibility, today: string): boolean =>
  (!applies || applies.value === 'route') && !(until?.value && isPast(until.value, today));

/** Returns the awards that stand for the certification: designations, and those of no stated type. */
export const designationsOf = (program: Program): readonly Award[] =>
  program.all('award').filter(({ type }) => !type || type.value === 'designation');
