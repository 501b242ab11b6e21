/** Which path a program's description fits: a certificate, a certification, both (two programs), neither, or not to be told yet. */
import type { CredFile } from '../model/file.ts';
import { type Names, resolve } from '../model/scope.ts';
import { asksFor, summativeAssessments, type Targets } from '../rules/shared/program.ts';
import type { ProgramKind } from '../vocabulary/define.ts';
import type { Program } from '../vocabulary/program.ts';
import { DIMENSIONS, type Dimension, hasGate, type Reason, reasonsOf, tieOf } from './reasons.ts';
import { saysSomething } from './stated.ts';

export type { Dimension, PointsTo, Reason } from './reasons.ts';
export type Path = 'certificate' | 'certification' | 'both' | 'neither' | 'undecided';

export interface PathFit {
  readonly path: Path;
  /** How firmly, from 0 to 1; 0 where it is undecided. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** What to state next, each a sentence. */
  readonly next: readonly string[];
}

/** Recognition stands on both sides, so the purpose is a hint only. */
const WEIGHT: Partial<Record<Dimension, number>> = { purpose: 0.5 };
const ENOUGH = 5;

const resolver = (file: CredFile, names: Names): Targets => ({
  target: reference =>
    reference?.value && typeof reference.value !== 'string'
      ? resolve(reference.value, reference.property.owner, file, names, reference.property.table?.to)
      : undefined,
});

export function pathOf(program: Program, file: CredFile, names: Names): PathFit {
  const targets = resolver(file, names);
  const reasons = reasonsOf(program, targets);
  const stated = statedDimensions(program, reasons);
  const fit = (path: Path, confidence: number, before: readonly string[] = []): PathFit => ({
    path,
    confidence: Math.round(Math.min(1, confidence) * 100) / 100,
    reasons,
    next: [...before, ...nextOf(path, program, stated)],
  });

  if (stated.size < 2) return fit('undecided', 0);
  if (isBoth(program, targets)) return fit('both', 0.6 + 0.4 * (stated.size / DIMENSIONS.length));
  const awards = program.all('award').filter(award => award.type?.value !== undefined);
  const outside = awards.length > 0 && awards.every(({ type }) => type!.value === 'degree' || type!.value === 'license');
  if (outside) return { ...fit('neither', 0.9), next: [OUTSIDE] };
  if (!hasGate(program, targets))
    return fit(
      'neither',
      stated.has('instruction') && stated.has('award') ? 0.9 : stated.has('instruction') || stated.has('award') ? 0.6 : 0.3,
    );

  const votes = { certificate: 0, certification: 0, attendance: 0, neither: 0 };
  for (const dimension of DIMENSIONS) {
    const of = reasons.filter(reason => reason.dimension === dimension);
    for (const { pointsTo } of of) votes[pointsTo] += (WEIGHT[dimension] ?? 1) / of.length;
  }
  if (votes.certificate === votes.certification) return fit('undecided', 0, votes.certificate > 0 ? [BALANCED] : []);
  const path = votes.certificate > votes.certification ? 'certificate' : 'certification';
  const all = Object.values(votes).reduce((sum, one) => sum + one, 0);
  return fit(path, (votes[path] / all) * (0.4 + 0.6 * Math.min(1, stated.size / ENOUGH)));
}

/** Dimensions of which something is said; a badge, say, states an award and points nowhere. */
function statedDimensions(program: Program, reasons: readonly Reason[]): ReadonlySet<Dimension> {
  const stated = new Set(reasons.map(({ dimension }) => dimension));
  if (program.all('award').some(saysSomething)) stated.add('award');
  if (program.all('assessment').some(saysSomething)) stated.add('assessment');
  if (program.all('accreditation').some(one => one.standard?.value !== undefined)) stated.add('accreditation');
  return stated;
}

/** It teaches and gates its own course, and also puts holders under a designation with upkeep. */
function isBoth(program: Program, targets: Targets): boolean {
  const awards = program.all('award');
  const teaches = program.all('module').some(module => saysSomething(module) && module.required?.value !== false);
  const gates =
    summativeAssessments(program).some(assessment => tieOf(assessment, targets) === 'course') ||
    awards.some(award => {
      const asked = asksFor(award, targets);
      return asked !== undefined && asked.assessments.length > 0 && asked.modules.length > 0;
    });
  const designation = awards.some(award => award.type?.value === 'designation' || Boolean(award.letters?.value?.trim()));
  return teaches && gates && designation && program.all('maintenance').some(saysSomething);
}

/** The questions in the order in which the answers tell most; an accreditation comes later and is not asked for. */
const QUESTIONS: readonly (readonly [Dimension, string])[] = [
  ['goal', 'State the goal: do participants acquire competence, or is competence validated that they bring with them?'],
  ['assessment', 'Describe the assessment: does it measure the outcomes of a course of yours, or does it stand apart from any course?'],
  ['instruction', 'Say whether it teaches: add its modules and intended learning outcomes, or the experience that people bring.'],
  ['award', 'State the award: a certificate, a designation, or a certificate of attendance?'],
  ['maintenance', 'Say whether holders keep it up, or whether it is valid for life.'],
  ['purpose', 'State the purpose: to build capacity, or to recognize competence?'],
];

const OUTSIDE =
  'Degrees are granted by schools and licenses by governments, outside of these kinds. State what the program itself awards: a certificate, a designation, or a certificate of attendance.';

const BALANCED =
  'What is stated points to a certificate program as much as to a certification. Settle the goal first: what does not follow from it belongs to another program.';

function nextOf(path: Path, program: Program, stated: ReadonlySet<Dimension>): string[] {
  const open = QUESTIONS.filter(([dimension]) => !stated.has(dimension)).map(([, question]) => question);
  if (path === 'both')
    return [
      'Describe it as two programs: a certificate program for the course and its assessment, and a certification for the designation and its upkeep.',
    ];
  if (path === 'neither' && program.kind === 'attendance') return [];
  if (path === 'neither')
    return [
      'Add an assessment that people must pass, or declare it an attendance program.',
      ...open.filter(question => question !== QUESTIONS[1]![1]),
    ];
  // A certificate has no upkeep as a rule: nothing is missing where none is stated.
  if (path === 'certificate') {
    const outcomes = program.all('outcome').some(saysSomething) ? [] : ['Name the intended learning outcomes.'];
    return [...open.filter(question => question !== QUESTIONS[4]![1]), ...outcomes];
  }
  // A certification has no instruction as a rule: what people bring takes its place.
  if (path === 'certification') {
    const missing = (kind: 'eligibility' | 'job-analysis', ask: string) => (program.all(kind).some(saysSomething) ? [] : [ask]);
    return [
      ...open.filter(question => question !== QUESTIONS[2]![1]),
      ...missing('eligibility', 'Say what people bring: the experience, education or training that is asked of them.'),
      ...missing('job-analysis', 'Describe the job analysis that the examination rests on.'),
    ];
  }
  return open;
}

/** Goals, purposes and instruction of a certificate program are an attendance program's as well. */
const SHARED_WITH_ATTENDANCE: ReadonlySet<Dimension> = new Set(['goal', 'purpose', 'instruction']);
const fits = (kind: ProgramKind, { pointsTo, dimension }: Reason): boolean =>
  pointsTo === kind || (kind === 'attendance' && pointsTo === 'certificate' && SHARED_WITH_ATTENDANCE.has(dimension));

export interface Elsewhere {
  readonly kind: 'certificate' | 'certification' | 'attendance';
  /** The reasons that point there, and how many dimensions are stated in all. */
  readonly reasons: readonly Reason[];
  readonly stated: number;
}

/** The other kind that a declared program's description points to: three or more dimensions stated, more than half of them there. */
export function pointsElsewhere(program: Program, file: CredFile, names: Names): Elsewhere | undefined {
  const reasons = reasonsOf(program, resolver(file, names));
  const stated = statedDimensions(program, reasons).size;
  if (stated < 3) return undefined;
  for (const kind of ['certificate', 'certification', 'attendance'] as const) {
    if (kind === program.kind) continue;
    const there = DIMENSIONS.flatMap(dimension => {
      const of = reasons.filter(reason => reason.dimension === dimension);
      return of.some(reason => fits(program.kind, reason)) ? [] : of.filter(reason => reason.pointsTo === kind);
    });
    if (there.length > stated / 2) return { kind, reasons: there, stated };
  }
  return undefined;
}
