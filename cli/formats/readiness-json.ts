/** The JSON of `cred readiness`: a contract, described in docs/cli.md. */
import type { ClauseState, FeatureState, Where } from '../../language/analysis/readiness.ts';
import { shownPath } from '../paths.ts';
import type { JudgedProgram } from '../standings.ts';

const VERSION = 1;

/** The entries of one program, one for each standard; a clause is a line, since there are many. */
export function readinessJson({ program, readiness }: JudgedProgram, cwd: string): string {
  const place = ({ uri, range }: Where) => ({ path: shownPath(uri, cwd), range });
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
  const head = { name: program.name ?? program.label, title: program.label, kind: program.kind, ...place(program.at) };
  // A program that no standard fits is there all the same.
  if (readiness.length === 0) return entry({ ...head, standard: null, met: 0, attested: 0, total: 0 }, []);
  return readiness
    .map(({ standard, claim, met, attested, total, clauses }) =>
      entry({ ...head, standard, claim, met, attested, total }, clauses.map(clause)),
    )
    .join(',\n');
}

function entry(head: object, clauses: readonly object[]): string {
  const lines = clauses.map(one => `      ${JSON.stringify(one)}`);
  return `    ${JSON.stringify(head).slice(0, -1)},"clauses":[${lines.length > 0 ? `\n${lines.join(',\n')}\n    ` : ''}]}`;
}

export const readinessJsonOf = (entries: readonly string[]): string =>
  `{\n  "version": ${VERSION},\n  "programs": [${entries.length > 0 ? `\n${entries.join(',\n')}\n  ` : ''}]\n}\n`;
