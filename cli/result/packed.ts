/**
 * Findings as text: so they go from thread to thread, into the cache and out again, and are taken apart only for those who
 * look at single ones.
 */
import type { PlainFinding } from './result.ts';

export type Counts = Readonly<Record<PlainFinding['severity'], number>>;

export interface PackedFindings {
  /** In JSON, each finding on a line of its own, with a comma behind it unless it is the last. */
  readonly text: string;
  /** As a terminal shows them, where that is asked for; where it is all that is asked for, there is no JSON. */
  readonly pretty?: string | undefined;
  /** How many there are of each severity. */
  readonly counts: Counts;
}

export const pack = (findings: readonly PlainFinding[]): PackedFindings => ({
  text: findings.map(one => JSON.stringify(one)).join(',\n'),
  counts: countsOf(findings),
});

export const saysAnything = ({ counts }: PackedFindings): boolean => Object.values(counts).some(count => count > 0);

export const unpack = ({ text }: PackedFindings): readonly PlainFinding[] => JSON.parse(`[${text}]`) as PlainFinding[];

export function countsOf(findings: readonly Pick<PlainFinding, 'severity'>[]): Counts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
