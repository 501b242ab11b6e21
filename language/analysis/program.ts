/** Questions about a program that rules of several groups ask. */
import type { Stated } from '../model/block.ts';
import type { NamedFacts } from '../model/facts.ts';
import type { Reference } from '../model/values.ts';
import type { Accreditation } from '../vocabulary/accreditation.ts';
import type { Assessment } from '../vocabulary/assessment.ts';
import type { Award } from '../vocabulary/award.ts';
import type { Program } from '../vocabulary/program.ts';

/** Resolves references. A rule's context does. */
export interface Targets {
  target(reference: Stated<Reference | string> | undefined): NamedFacts | undefined;
}

/** Returns the assessments that count: all except formative ones. A hole may turn out to be summative. */
export const summativeAssessments = (program: Program): readonly Assessment[] =>
  program.all('assessment').filter(assessment => assessment.use?.value !== 'formative');

/** Returns the assessments that certainly count. If the use is a hole or cannot be read, an assessment cannot lack anything yet. */
export const certainlySummative = (program: Program): readonly Assessment[] =>
  program.all('assessment').filter(({ use }) => use === undefined || use.value === 'summative');

/** Returns whether there is an award, and every award is for attendance only. */
export function awardsAttendanceOnly(program: Program): boolean {
  const awards = program.all('award');
  return awards.length > 0 && awards.every(award => award.type?.value === 'attendance');
}

/** Returns whether an accreditation is sought or held, and neither denied nor expired. */
export const seeksOrHolds = ({ status }: Accreditation): boolean => status?.value === 'seeking' || status?.value === 'accredited';

/** An accreditation that the program seeks or holds, with its standard and the kinds that the standard accredits. */
export interface ProgramAccreditation {
  readonly accreditation: Accreditation;
  readonly standard: NamedFacts;
  readonly accredits: readonly string[];
}

/** Returns the accreditations that the program seeks or holds and whose standard can be resolved. */
export function standardsSoughtOrHeld(program: Program, { target }: Targets): readonly ProgramAccreditation[] {
  return program
    .all('accreditation')
    .filter(seeksOrHolds)
    .flatMap(accreditation => {
      const standard = target(accreditation.standard);
      return standard?.kind === 'standard' ? [{ accreditation, standard, accredits: standard.says.accredits ?? [] }] : [];
    });
}

/** The assessments and modules that an award requires. */
export interface AwardRequirements {
  readonly assessments: readonly NamedFacts[];
  readonly modules: readonly NamedFacts[];
  /** The assessments and modules of which one is enough, in addition to the others; empty if there is no choice. */
  readonly alternatives: readonly NamedFacts[];
  /** Whether all of them are known: no hole, no unreadable value, no name that cannot be resolved. */
  readonly complete: boolean;
}

/**
 * Returns whether people can receive an award without an assessment that `counts`: none is required, and an alternative without one exists.
 */
export const isUngated = (
  { assessments, alternatives }: AwardRequirements,
  counts: (assessment: NamedFacts) => boolean = () => true,
): boolean =>
  !assessments.some(counts) && !(alternatives.length > 0 && alternatives.every(one => one.kind === 'assessment' && counts(one)));

/** Returns what an award requires; `undefined` if it states no requirement. */
export function asksFor(award: Award, { target }: Targets): AwardRequirements | undefined {
  if (!award.requires && !award.oneOf) return undefined;
  const named = (award.requires?.items ?? []).map(item => target(item));
  const choice = (award.oneOf?.items ?? []).map(item => target(item));
  const of = (kind: string): NamedFacts[] => named.filter(one => one?.kind === kind) as NamedFacts[];
  const [assessments, modules] = [of('assessment'), of('module')];
  const alternatives = choice.filter(one => one?.kind === 'assessment' || one?.kind === 'module') as NamedFacts[];
  const known = assessments.length + modules.length + alternatives.length;
  return { assessments, modules, alternatives, complete: known > 0 && known === named.length + choice.length };
}

/** Returns whether a name refers to a formative assessment of the program. */
export const isFormative = (program: Program, assessment: NamedFacts): boolean =>
  program.all('assessment').some(one => one.name === assessment.name && one.use?.value === 'formative');
