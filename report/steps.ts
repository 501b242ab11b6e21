/** Groups next steps as people take them: steps with the same request stand together. */
import type { NextStep, Standing } from '../language/analysis/standing/standing.ts';

/**
 * Groups the steps that one rule or one standard asks for, at the position of the first. The keys stay the same when other steps change.
 * Questions of the path are never grouped.
 */
export function alike({ next: all, readiness }: Standing): ReadonlyMap<string, readonly NextStep[]> {
  const standards = new Set(readiness.map(({ standard }) => standard.toLowerCase()));
  const groups = new Map<string, NextStep[]>();
  for (const one of all) {
    const [of = ''] = one.rule?.split('/') ?? [];
    const alone = one.rule === 'program/path' ? `-${groups.size}` : '';
    const name = `${one.severity}-${standards.has(of) ? of : (one.rule ?? 'dates')}${alone}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return groups;
}
