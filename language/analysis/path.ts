/** Decides which path a program's description fits: a certificate, a certification, both (two programs), neither, or undecided. */
import type { CredFile } from '../model/file.ts';
import { type Names, resolve } from '../model/scope.ts';
import type { ProgramKind } from '../vocabulary/define.ts';
import type { Program } from '../vocabulary/program.ts';
import { firmnessOf } from './firmness.ts';
import { BALANCED, nextOf, OUTSIDE } from './path-next.ts';
import { asksFor, summativeAssessments, type Targets } from './program.ts';
import { DIMENSIONS, type Dimension, hasGate, hasLetters, type PointsTo, type Reason, reasonsOf, tieOf } from './reasons.ts';
import { saysSomething } from './stated.ts';

export type { Dimension, PointsTo, Reason } from './reasons.ts';
export type Path = 'certificate' | 'certification' | 'both' | 'neither' | 'undecided';

/** The path that a description fits, with the reasons. */
export interface PathFit {
  readonly path: Path;
  /** The confidence from 0 to 1; 0 if the path is undecided. */
  readonly confidence: number;
  /** The confidence in words, such as "all five stated dimensions point there"; `undefined` if the path is undecided. */
  readonly firmness: string | undefined;
  readonly reasons: readonly Reason[];
  /** The number of dimensions that are stated. */
  readonly stated: number;
  /** Whether it awards only degrees or licenses, which fit no kind. The path is then `neither` or `undecided`. */
  readonly outside: boolean;
  /** What to state next, each as a sentence. */
  readonly next: readonly string[];
}

/** Recognition is a purpose of both kinds, so the purpose has less weight. */
const WEIGHT: Partial<Record<Dimension, number>> = { purpose: 0.5 };
const ENOUGH = 5;
/** The number of stated dimensions that is required while no assessment is described. The assessment tells most about the path. */
const ENOUGH_WITHOUT_ASSESSMENT = 3;
const WITHOUT_ASSESSMENT = 0.6;

const resolver = (file: CredFile, names: Names): Targets => ({
  target: reference =>
    reference?.value && typeof reference.value !== 'string'
      ? resolve(reference.value, reference.property.owner, file, names, reference.property.table?.to)
      : undefined,
});

/** Returns the path that a program fits. */
export function pathOf(program: Program, file: CredFile, names: Names): PathFit {
  const targets = resolver(file, names);
  const reasons = reasonsOf(program, targets);
  return weighed(program, targets, reasons, statedDimensions(program, reasons));
}

function weighed(program: Program, targets: Targets, reasons: readonly Reason[], stated: ReadonlySet<Dimension>): PathFit {
  const outside = isOutside(program);
  const fit = (path: Path, confidence: number, before: readonly string[] = []): PathFit => ({
    path,
    confidence: Math.round(Math.min(1, confidence) * 100) / 100,
    firmness: firmnessOf(path, { reasons, stated, outside }),
    reasons,
    stated: stated.size,
    outside,
    next: [...before, ...nextOf(path, program, stated)],
  });

  if (stated.size < 2) return fit('undecided', 0, outside ? [OUTSIDE] : []);
  if (isBoth(program, targets)) return fit('both', 0.6 + 0.4 * (stated.size / DIMENSIONS.length));
  if (outside) return { ...fit('neither', 0.9), next: [OUTSIDE] };

  const gate = hasGate(program, targets);
  const attended = stated.has('instruction') && stated.has('award') ? 0.9 : 0.6;
  if (gate === false) return fit('neither', attended);
  const votes = votesOf(reasons);
  const all = Object.values(votes).reduce((sum, one) => sum + one, 0);
  if (gate === undefined) {
    // A missing assessment proves little. Only a course that leads to nothing else is an attendance program.
    const course = votes.certificate + votes.attendance;
    if (teaches(program) && course > votes.certification) return fit('neither', (0.6 * course) / all);
    if (stated.size < ENOUGH_WITHOUT_ASSESSMENT) return fit('undecided', 0);
  }
  if (votes.certificate === votes.certification) return fit('undecided', 0, votes.certificate > 0 ? [BALANCED] : []);
  const path = votes.certificate > votes.certification ? 'certificate' : 'certification';
  const firmness = (0.4 + 0.6 * Math.min(1, stated.size / ENOUGH)) * (gate === undefined ? WITHOUT_ASSESSMENT : 1);
  return fit(path, (votes[path] / all) * firmness);
}

/** Counts votes. Each dimension has one vote, divided among the kinds that its reasons point to. */
function votesOf(reasons: readonly Reason[]): Readonly<Record<PointsTo, number>> {
  const votes = { certificate: 0, certification: 0, attendance: 0, neither: 0 };
  for (const { dimension, pointsTo } of reasons)
    votes[pointsTo] += (WEIGHT[dimension] ?? 1) / reasons.filter(one => one.dimension === dimension).length;
  return votes;
}

/** Returns the dimensions with a statement. A statement may point to no kind: a badge, for example, is a stated award. */
function statedDimensions(program: Program, reasons: readonly Reason[]): ReadonlySet<Dimension> {
  const stated = new Set(reasons.map(({ dimension }) => dimension));
  // A voluntary course, such as continuing education, is a statement about instruction, but points to no kind.
  if (program.all('module').some(saysSomething)) stated.add('instruction');
  if (program.all('award').some(saysSomething)) stated.add('award');
  if (program.all('assessment').some(saysSomething)) stated.add('assessment');
  if (program.all('accreditation').some(one => one.standard?.value !== undefined)) stated.add('accreditation');
  return stated;
}

const teaches = (program: Program): boolean => program.all('module').some(one => saysSomething(one) && one.required?.value !== false);

/** Returns whether the program awards only degrees or licenses. */
function isOutside(program: Program): boolean {
  const awards = program.all('award').filter(saysSomething);
  return awards.length > 0 && awards.every(({ type }) => type?.value === 'degree' || type?.value === 'license');
}

/** Returns whether the program teaches and tests its own course, and also gives holders a designation that they must maintain. */
function isBoth(program: Program, targets: Targets): boolean {
  const awards = program.all('award');
  const gates =
    summativeAssessments(program).some(assessment => tieOf(assessment, targets) === 'course') ||
    awards.some(award => {
      const asked = asksFor(award, targets);
      if (asked === undefined) return false;
      const all = [...asked.assessments, ...asked.modules, ...asked.alternatives];
      return all.some(one => one.kind === 'assessment') && all.some(one => one.kind === 'module');
    });
  const designation = awards.some(award => award.type?.value === 'designation' || hasLetters(award));
  // A voluntary course is a program of its own if it has its own certificate.
  const course =
    teaches(program) || (program.all('module').some(saysSomething) && awards.some(({ type }) => type?.value === 'certificate'));
  return course && gates && designation && program.all('maintenance').some(saysSomething);
}

/** The dimensions that a certificate program shares with an attendance program. */
const SHARED_WITH_ATTENDANCE: ReadonlySet<Dimension> = new Set(['goal', 'purpose', 'instruction']);
const fits = (kind: ProgramKind, { pointsTo, dimension }: Reason): boolean =>
  pointsTo === kind || (kind === 'attendance' && pointsTo === 'certificate' && SHARED_WITH_ATTENDANCE.has(dimension));

/** The kinds of program for each path. */
const LEADS_TO: Readonly<Record<Path, readonly OtherKind['kind'][]>> = {
  certificate: ['certificate'],
  certification: ['certification'],
  both: ['certificate', 'certification'],
  neither: ['attendance'],
  undecided: [],
};

/** A kind that a program's description points to, other than the declared one. */
export interface OtherKind {
  readonly kind: 'certificate' | 'certification' | 'attendance';
  /** The reasons that point to the kind. */
  readonly reasons: readonly Reason[];
  /** The path that the whole description fits; the kind belongs to it. */
  readonly fit: PathFit;
}

/**
 * Returns the other kind that a declared program's description points to, if at least three dimensions are stated and more than half of
 * them point there.
 */
export function pointsElsewhere(program: Program, file: CredFile, names: Names): OtherKind | undefined {
  const targets = resolver(file, names);
  const reasons = reasonsOf(program, targets);
  const stated = statedDimensions(program, reasons);
  if (stated.size < 3) return undefined;
  const pointing = (kind: OtherKind['kind']): readonly Reason[] =>
    DIMENSIONS.flatMap(dimension => {
      const of = reasons.filter(reason => reason.dimension === dimension);
      return of.some(reason => fits(program.kind, reason)) ? [] : of.filter(reason => fits(kind, reason));
    });
  const others = KINDS.filter(
    // A missing assessment may still be written, so only a statement about attendance points to that kind.
    kind => kind !== program.kind && (kind !== 'attendance' || reasons.some(({ pointsTo }) => pointsTo === kind)),
  )
    .map(kind => ({ kind, reasons: pointing(kind) }))
    .filter(({ reasons: there }) => there.length > stated.size / 2);
  // This early return is for speed: most programs have no reasons for another kind.
  if (others.length === 0) return undefined;
  const fit = weighed(program, targets, reasons, stated);
  const led = fit.outside ? undefined : LEADS_TO[fit.path].map(kind => others.find(one => one.kind === kind)).find(one => one);
  return led && { ...led, fit };
}

const KINDS = ['certificate', 'certification', 'attendance'] as const;
