/** What is said of a step of development beside its title, once for all faces. */
import type { StageStep } from './standing/standing.ts';

/** "Usually 2 to 4 months, by the owner; after Budget." Nothing for a milestone. */
export function usuallyOf({ takes, by, after }: StageStep): string | undefined {
  if (takes === undefined) return undefined;
  return `Usually ${takes}${by === undefined ? '' : `, by ${by}`}${after === undefined ? '' : `; after ${after.join(' and ')}`}.`;
}
