/** Collects the results of all analyses for one program. */

import { bothOf } from '../analysis/both.ts';
import { definingFeatures } from '../analysis/features.ts';
import { ignoredIn } from '../analysis/ignored.ts';
import { type FilePlace, groundOf, ownerOf } from '../analysis/judging/readiness.ts';
import { mapOf } from '../analysis/map.ts';
import { pathOf } from '../analysis/path.ts';
import { readingForKind, readingForPath } from '../analysis/reading.ts';
import { DIMENSIONS } from '../analysis/reasons.ts';
import { roadmapOf } from '../analysis/roadmap.ts';
import { alignmentOf, specificationsOf } from '../analysis/standing/alignment.ts';
import { holesOf } from '../analysis/standing/holes.ts';
import { nextSteps } from '../analysis/standing/next.ts';
import type { Standing } from '../analysis/standing/standing.ts';
import { timelineOf } from '../analysis/timeline.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import type { NamedFacts } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import { beginsIn } from '../model/lines.ts';
import type { Names } from '../model/scope.ts';
import type { Span } from '../model/span.ts';
import type { Program } from '../vocabulary/program.ts';
import { check } from './check.ts';
import { readiness, rulesOn, standardsFor } from './readiness.ts';

export interface StandingContext {
  readonly file: CredFile;
  readonly names: Names;
  readonly host: Host;
  /** The findings of the whole file; if they are left out, the file is checked. */
  readonly found?: readonly Finding[];
  /** The standards to judge by; if they are left out, all that fit. */
  readonly standards?: readonly NamedFacts[];
}

/** Returns the state of a program. */
export function standingOf(program: Program, { file, names, host, found, standards }: StandingContext): Standing {
  const place = (span: Span): FilePlace => ({ uri: file.uri, range: file.range(span) });
  const whole = file.range(program.span);
  const all = found ?? check(file, names, host).findings;
  const own = all.filter(({ range }) => beginsIn(range, whole));
  const owner = ownerOf(program, file, names);
  const { path, confidence, firmness, reasons, next } = pathOf(program, file, names);
  const both = bothOf(program, owner, names);
  const judgedBy = standards ?? standardsFor(program, { file, names, host }).map(({ standard }) => standard);
  const rule = rulesOn(program, { file, names, host }, judgedBy);
  const ground = groundOf(program, { file, names, today: host.today });
  const parts = {
    program: {
      ...(program.name !== undefined && { name: program.name }),
      label: program.label,
      kind: program.kind,
      status: program.status?.value ?? 'operating',
      ...(program.summary?.value !== undefined && { summary: program.summary.value }),
      ...(owner && { owner: { name: owner.name, label: owner.title || owner.name, at: { uri: owner.uri, range: owner.range } } }),
      at: place(program.headSpan),
    },
    path: { fits: path, confidence, ...(firmness !== undefined && { firmness }), next },
    timeline: timelineOf(program, owner, file, host.today),
    readiness: judgedBy.map(standard => readiness(program, standard, { file, names, host, rule, ground })),
    holes: holesOf(program, file),
  };
  return {
    ...parts,
    asOf: host.today,
    findings: counted(own),
    dimensions: DIMENSIONS.map(dimension => ({
      dimension,
      reasons: reasons
        .filter(one => one.dimension === dimension)
        .map(({ pointsTo, because, span }) => ({ pointsTo, because, at: place(span) })),
    })),
    features: definingFeatures(program).map(({ feature, shown, rule: id, span }) => ({
      feature,
      shown,
      ...(span && { at: place(span) }),
      ...(!shown && own.some(one => one.rule === id) && { rule: id }),
    })),
    alignment: alignmentOf(program, file),
    specifications: specificationsOf(program, file),
    map: mapOf(program, { file, names, owner, found: new Set(own.map(({ rule }) => rule)) }),
    roadmap: roadmapOf(program, ground, file),
    next: nextSteps({ ...parts, found: own }),
    ...(both && { both }),
    ignored: ignoredIn(program, file, () => all),
    further: [...new Set([...readingForKind(program.kind), ...(both || path === 'both' ? readingForPath('both') : [])])],
  };
}

function counted(found: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of found) counts[severity]++;
  return counts;
}
