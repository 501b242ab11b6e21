/** Returns as plain data how ready a program is. Other programs rely on its form, which docs/cli.md describes. */
import type { ClauseState, FeatureState, FilePlace } from '../language/analysis/judging/readiness.ts';
import type { ReadinessEntry } from './api.ts';
import type { JudgedProgram } from './judging.ts';

/** Returns one entry for each standard; `shown` returns how an address is shown. A program that no standard fits has an entry, too. */
export function readinessEntries({ program, readiness, ignored }: JudgedProgram, shown: (uri: string) => string): ReadinessEntry[] {
  const place = ({ uri, range }: FilePlace) => ({ path: shown(uri), range });
  const feature = ({ path, title, basis, stage, advice, status, at, lacks, failed }: FeatureState) => ({
    id: path,
    title,
    basis,
    ...(stage !== undefined && { stage }),
    ...(status === 'shown'
      ? { places: at.map(place) }
      : { ...(advice !== undefined && { advice }), hole: status === 'hole', lacks, rules: failed, places: at.map(place) }),
  });
  const clause = ({ id, number, title, status, features, evidence, ignored }: ClauseState) => ({
    id,
    ...(number !== undefined && { number }),
    title,
    status,
    shown: features.filter(one => one.status === 'shown').map(feature),
    missing: features.filter(one => one.status !== 'shown').map(feature),
    evidence: evidence.map(({ at, ...one }) => ({ ...one, ...place(at) })),
    ...(ignored && { ignored: { reason: ignored.reason, ...place(ignored.at) } }),
  });
  const head = {
    name: program.name ?? program.label,
    title: program.label,
    kind: program.kind,
    ...place(program.at),
    ignored: ignored.map(({ rules, reason, at }) => ({ rules, reason, ...place(at) })),
  };
  if (readiness.length === 0) return [{ ...head, standard: null, met: 0, attested: 0, total: 0, clauses: [] }];
  return readiness.map(({ standard, claim, met, attested, total, clauses }) => ({
    ...head,
    standard,
    claim,
    met,
    attested,
    total,
    clauses: clauses.map(clause) as ReadinessEntry['clauses'],
  }));
}
