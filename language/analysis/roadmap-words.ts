/** Words about a step of development beside its title, for all faces. */
import type { StageStep } from './standing/standing.ts';

/** Returns a sentence such as "Usually 2 to 4 months, by the owner; after Budget."; `undefined` for a milestone. */
export function usuallyOf({ takes, by, after }: StageStep): string | undefined {
  if (takes === undefined) return undefined;
  return `Usually ${takes}${by === undefined ? '' : `, by ${by}`}${after === undefined ? '' : `; after ${after.join(' and ')}`}.`;
}
