/** Next steps as people take them: what asks for the same stands together. */
import type { NextStep, Standing } from '../language/analysis/standing/standing.ts';

/** Steps that one rule or one standard asks for, together where the first of them stands; by a name that lasts. Questions of the path differ from each other. */
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
